package llm

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"

	openai "github.com/sashabaranov/go-openai"
)

// errCutStream says that a streamed answer stops in the middle.
var errCutStream = errors.New("a streamed answer without an end")

// joined puts the parts of a streamed answer together into one as it would have come in one piece.
func joined(body []byte) ([]byte, error) {
	var content, refusal strings.Builder
	whole := openai.ChatCompletionResponse{Choices: []openai.ChatCompletionChoice{{}}}
	choice := &whole.Choices[0]
	done := false
	for line := range bytes.Lines(body) {
		data, ok := bytes.CutPrefix(bytes.TrimSpace(line), []byte("data:"))
		if !ok {
			continue
		}
		if data = bytes.TrimSpace(data); string(data) == "[DONE]" {
			done = true
			break
		}
		var part openai.ChatCompletionStreamResponse
		if err := json.Unmarshal(data, &part); err != nil {
			return nil, err
		}
		if part.Usage != nil {
			whole.Usage = *part.Usage
		}
		for _, c := range part.Choices {
			if c.Index != 0 {
				continue
			}
			content.WriteString(c.Delta.Content)
			refusal.WriteString(c.Delta.Refusal)
			if c.FinishReason != "" {
				choice.FinishReason, done = c.FinishReason, true
			}
		}
	}
	if !done {
		return nil, errCutStream
	}
	choice.Message = openai.ChatCompletionMessage{Role: openai.ChatMessageRoleAssistant, Content: content.String(), Refusal: refusal.String()}
	return json.Marshal(whole)
}
