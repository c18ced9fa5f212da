package claims

import (
	"fmt"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// English words that are frequent in any text and rare in other languages.
var englishWords = set(`
	the of and to in is that for it with as was on are be by this which have or from not but they can may has were
	than`)

// notEnglish says why the text of an article is not split, or "" if it is English. What the article says of its language
// counts; where it says nothing the small words of the text do.
func notEnglish(tag, text string) string {
	if tag != "" {
		t, err := language.Parse(strings.ReplaceAll(tag, "_", "-"))
		if base, _ := t.Base(); err == nil && base.String() != "und" {
			if base.String() == "en" {
				return ""
			}
			return fmt.Sprintf("not split: the language is %s", display.English.Languages().Name(base))
		}
	}
	words := strings.Fields(strings.ToLower(text[:min(len(text), 20_000)]))
	known := 0
	for _, w := range words {
		if englishWords[strings.Trim(w, ".,;:()\"“”'")] {
			known++
		}
	}
	if known*12 >= len(words) {
		return ""
	}
	return "not split: the language is not English as far as can be told"
}
