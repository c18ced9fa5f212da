package syntax

import (
	_ "embed"
	"sync"

	"claimlens/annotate/syntax/internal/model"
)

//go:embed english.model
var english []byte

// embedded is the model, which is read when it is first asked for: most commands never do.
var embedded = sync.OnceValue(func() *model.Model {
	m, err := model.Decode(english)
	if err != nil {
		panic(err) // it was built in, and a test reads it
	}
	return m
})
