package llm

import (
	"bytes"
	_ "embed" // the instructions
	"encoding/json"

	openai "github.com/sashabaranov/go-openai"

	"claimlens/annotate"
)

// instructions say what a claim is. They are part of what an answer is kept by, so a change asks again.
//
//go:embed prompt.md
var instructions string

// question is what is asked about: a part of an article as data.
type question struct {
	Title    string          `json:"title,omitempty"`
	Language string          `json:"language,omitempty"`
	Before   string          `json:"before,omitempty"`
	Blocks   []questionBlock `json:"blocks"`
}

type questionBlock struct {
	Block int                `json:"block"` // from 1
	Kind  annotate.BlockKind `json:"kind"`
	Text  string             `json:"text"`
}

// messages are the instructions, and the question as a JSON document by itself: no text of a stranger stands among the
// instructions, or could end the document early.
func messages(instructions string, question any) ([]openai.ChatCompletionMessage, error) {
	var b bytes.Buffer
	out := json.NewEncoder(&b)
	out.SetEscapeHTML(false)
	if err := out.Encode(question); err != nil {
		return nil, err
	}
	return []openai.ChatCompletionMessage{
		{Role: openai.ChatMessageRoleSystem, Content: instructions},
		{Role: openai.ChatMessageRoleUser, Content: b.String()},
	}, nil
}
