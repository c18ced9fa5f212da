package terms

import (
	"strings"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
)

// stem is the stem of a folded word.
func stem(word string) string {
	if len(word) < 4 || strings.ContainsAny(word, "0123456789.") {
		return word
	}
	env := snowballstem.NewEnv(word)
	english.Stem(env)
	return env.Current()
}
