package llm

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"net/http"
	"sync/atomic"
	"time"

	openai "github.com/sashabaranov/go-openai"

	"claimlens/importers/patience"
)

const (
	// maxOutput is how many tokens an answer may have: more than the claims of a chunk, or a stance, need, thoughts included.
	maxOutput = 16_000
)

// client asks one model.
type client struct {
	config Config
	http   *http.Client
	shape  shape
	slots  chan struct{} // as many as requests may run at the same time

	// What the server said it does not know, and is not sent again.
	noSchema, noTemperature, noLimit atomic.Bool
}

func newClient(c Config, s shape) *client {
	return &client{
		config: c,
		http:   &http.Client{Transport: c.Transport, CheckRedirect: sameHost},
		shape:  s,
		slots:  make(chan struct{}, c.Concurrency),
	}
}

// answered is what came of a question.
type answered struct {
	content string
	parts   []json.RawMessage
	cut     bool // the model stopped because the answer grew too long; there is no content then
}

// ask asks until there is an answer that can be read, or another attempt would not help. Its error is a Failure, unless ctx
// ended. Every answer is entered in the ledger, for it was paid for.
func (c *client) ask(ctx context.Context, messages []openai.ChatCompletionMessage, l *ledger) (answered, error) {
	for n := 1; ; n++ {
		a, err := c.once(ctx, messages, l)
		if err == nil {
			return a, nil
		}
		if ctx.Err() != nil {
			return answered{}, ctx.Err()
		}
		f := failureOf(err)
		pause := max(f.wait, patience.Before(n+1))
		switch {
		case n >= f.fault.attempts():
			if n > 1 {
				f.Reason = fmt.Sprintf("%s (asked %d times)", f.Reason, n)
			}
			return answered{}, f
		case f.wait > patience.Most:
			f.Reason += fmt.Sprintf("; it asks to wait %s, so try again later", f.wait)
			return answered{}, f
		}
		if err := c.config.Pause(ctx, pause); err != nil {
			return answered{}, err
		}
	}
}

// once asks once; a server that does not know a part of the request is asked again without it.
func (c *client) once(ctx context.Context, messages []openai.ChatCompletionMessage, l *ledger) (answered, error) {
	select {
	case c.slots <- struct{}{}:
	case <-ctx.Done():
		return answered{}, ctx.Err()
	}
	defer func() { <-c.slots }()
	ctx, cancel := context.WithTimeout(ctx, c.config.Timeout)
	defer cancel()
	for {
		w := &wire{client: c.http, now: time.Now}
		config := openai.DefaultConfig(c.config.Key)
		config.BaseURL, config.HTTPClient = c.config.URL, w
		request := c.request(messages)
		response, err := openai.NewClientWithConfig(config).CreateChatCompletion(ctx, request)
		switch {
		case err == nil:
			return c.accept(response, messages, l)
		case c.withdraw(request, err):
			continue
		}
		f := c.failure(err)
		f.wait = w.after
		return answered{}, f
	}
}

// request is what is asked for, without what the server does not know.
func (c *client) request(messages []openai.ChatCompletionMessage) openai.ChatCompletionRequest {
	r := openai.ChatCompletionRequest{Model: c.config.Model, Messages: messages}
	if !c.noLimit.Load() {
		r.MaxCompletionTokens = maxOutput
	}
	if !c.noTemperature.Load() {
		r.Temperature = math.SmallestNonzeroFloat32 // zero would be left out
	}
	if !c.noSchema.Load() {
		r.ResponseFormat = &openai.ChatCompletionResponseFormat{
			Type:       openai.ChatCompletionResponseFormatTypeJSONSchema,
			JSONSchema: &openai.ChatCompletionResponseFormatJSONSchema{Name: c.shape.name, Strict: true, Schema: c.shape.schema},
		}
	}
	return r
}
