package llm

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strings"
	"sync/atomic"

	openai "github.com/sashabaranov/go-openai"
)

// accept reads a response: the answer in it, or why there is none.
func (c *client) accept(r openai.ChatCompletionResponse, messages []openai.ChatCompletionMessage, l *ledger) (answered, error) {
	if len(r.Choices) == 0 {
		l.add(used(r.Usage, messages, ""))
		return answered{}, fail(garbled, "the model's server sent no answer")
	}
	choice := r.Choices[0]
	l.add(used(r.Usage, messages, choice.Message.Content))
	switch {
	case choice.Message.Refusal != "":
		return answered{}, fail(final, "the model refuses: %s", c.said(choice.Message.Refusal))
	case choice.FinishReason == openai.FinishReasonContentFilter:
		return answered{}, fail(final, "the model's server filters the answer out")
	case choice.FinishReason == openai.FinishReasonLength && !c.shape.divided:
		return answered{}, fail(final, "the model's answer is longer than it may be")
	case choice.FinishReason == openai.FinishReasonLength:
		return answered{cut: true}, nil
	case strings.TrimSpace(choice.Message.Content) == "":
		return answered{}, fail(garbled, "the model's answer is empty")
	}
	parts, err := readAnswer(choice.Message.Content, c.shape)
	if err != nil {
		return answered{}, fail(garbled, "the model's answer %v", err)
	}
	return answered{content: choice.Message.Content, parts: parts}, nil
}

// maxCounted is the most tokens that a server is believed to have counted on one side: more than any model takes.
const maxCounted = 100_000_000

// used is what an answer took, by the server's count or, where it gives none that can be, by estimate.
func used(u openai.Usage, messages []openai.ChatCompletionMessage, content string) Report {
	r := Report{Requests: 1, TokensIn: int64(u.PromptTokens), TokensOut: int64(u.CompletionTokens)}
	if min(r.TokensIn, r.TokensOut) < 0 || max(r.TokensIn, r.TokensOut) > maxCounted || r.TokensIn+r.TokensOut == 0 {
		r.TokensIn, r.TokensOut = 0, 0
		r.Estimated = true
		for _, m := range messages {
			r.TokensIn += int64(tokensOf(m.Content))
		}
		r.TokensOut = int64(tokensOf(content))
	}
	return r
}

// withdraw says whether err is about a part of the request that can be left out, which it is from now on. Servers and models
// differ in what they know, and refuse it by its name.
func (c *client) withdraw(r openai.ChatCompletionRequest, err error) bool {
	var api *openai.APIError
	var plain *openai.RequestError
	text := ""
	switch {
	case errors.As(err, &api) && isRefusal(api.HTTPStatusCode):
		text = api.Message
		if api.Param != nil {
			text += " " + *api.Param
		}
	case errors.As(err, &plain) && isRefusal(plain.HTTPStatusCode):
		text = string(plain.Body)
	case errors.Is(err, openai.ErrReasoningModelLimitationsOther), errors.Is(err, openai.ErrReasoningSamplingUnsupported):
		text = "temperature"
	}
	for _, part := range []struct {
		sent  bool
		left  *atomic.Bool
		names []string
	}{
		{r.Temperature != 0, &c.noTemperature, []string{"temperature"}},
		{r.MaxCompletionTokens != 0, &c.noLimit, []string{"max_completion_tokens", "max_tokens"}},
		{r.ResponseFormat != nil, &c.noSchema, []string{"response_format", "json_schema", "structured output", "guided", "grammar"}},
	} {
		for _, name := range part.names {
			if part.sent && strings.Contains(strings.ToLower(text), name) {
				part.left.Store(true)
				return true
			}
		}
	}
	return false
}

// isRefusal says whether a status says that the request is not as it should be.
func isRefusal(status int) bool {
	return status == http.StatusBadRequest || status == http.StatusUnprocessableEntity
}

// failure says in words what went wrong with a request.
func (c *client) failure(err error) *Failure {
	var own *Failure
	var api *openai.APIError
	var plain *openai.RequestError
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &own):
		return own
	case errors.As(err, &api):
		return c.status(api.HTTPStatusCode, api.Message, api.Code)
	case errors.As(err, &plain):
		return c.status(plain.HTTPStatusCode, string(plain.Body), nil)
	case isLate(err):
		return fail(late, "the model did not answer within %s", c.config.Timeout)
	case errors.As(err, &syntax), errors.As(err, &kind), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return fail(garbled, "the answer of the model's server is cut short or not in OpenAI's protocol")
	}
	return fail(broken, "the model's server can't be reached: %s", c.said(err.Error()))
}

// status is the failure that a status says.
func (c *client) status(status int, message string, code any) *Failure {
	message = c.said(message)
	if message == "" {
		message = http.StatusText(status)
	}
	f := final
	switch {
	case status == http.StatusTooManyRequests && code != "insufficient_quota":
		f = limited
	case status >= http.StatusInternalServerError || status == http.StatusRequestTimeout:
		f = broken
	}
	switch status {
	case http.StatusUnauthorized, http.StatusForbidden:
		return fail(f, "the model's server refuses the key (%d): %s", status, message)
	case http.StatusNotFound:
		return fail(f, "the model's server knows no model %q at this address (404): %s", c.config.Model, message)
	case http.StatusRequestEntityTooLarge:
		return fail(f, "the question is too long for the model's server (413): %s", message)
	}
	return fail(f, "the model's server says %d: %s", status, message)
}
