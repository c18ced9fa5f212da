package syntax

import (
	_ "embed"
	"sync"

	"claimlens/annotate/syntax/internal/model"
)

//go:embed english.model
var english []byte

//go:embed MODEL.md
var card string

// Card says what the built-in model was learned from, under which licences, and how good it is, in Markdown.
func Card() string { return card }

// embedded is the model, which is read when it is first asked for: most commands never do.
var embedded = sync.OnceValue(func() *model.Model {
	m, err := model.Decode(english)
	if err != nil {
		panic(err) // it was built in, and a test reads it
	}
	return m
})
