package syntax

import (
	"regexp"
	"strings"
	"unicode"
)

// sourced is how a reference goes on behind the name of its journal: with a year, a volume and an issue, or a volume and pages.
var sourced = regexp.MustCompile(`^(?:(?:19|20)\d\d(?:[;:(]| [A-Z][a-z]{2} ?\d{0,2};|\.(?:\s|$))|\d{1,4}\(\d|\d{1,4}: ?\d+[-–])`)

// longestSource is how many bytes behind a full stop are looked at for it.
const longestSource = 16

// goesOnAsReference says whether what follows s is the year or volume of a reference whose journal is named before it: "Eur Urol.
// 2011;60:1–8".
func (r *reader) goesOnAsReference(s stop) bool {
	return isLetters(strings.Trim(s.word, ":")) && sourced.MatchString(r.text[s.next:min(len(r.text), s.next+longestSource)])
}

// listed says whether "et al." before s ends the authors of a reference, who are listed with commas: "Ode AB, Lund K, et al. Salt
// and pressure."
func (r *reader) listed(s stop, first rune) bool {
	head := strings.TrimRightFunc(r.text[max(r.start, s.start-longestSource):s.start], isSpace)
	before, found := strings.CutSuffix(head, ", et al")
	return found && unicode.IsUpper(first) && before != "" && unicode.IsUpper(rune(before[len(before)-1]))
}

// longestSpread is how many bytes of an address with white space in it are looked at.
const longestSpread = 120

// spread says whether s stands in an address that somebody put white space in: "http://www. example. org/ salt". Every part of it
// but the last ends as a part of an address does.
func (r *reader) spread(s stop) bool {
	tail := r.text[max(r.start, s.start-longestSpread):s.start]
	i := max(strings.LastIndex(tail, "http"), strings.LastIndex(tail, "www"))
	if i < 0 {
		return false
	}
	parts := strings.Fields(tail[i:])
	for _, p := range parts[:len(parts)-1] {
		if !strings.ContainsAny(p[len(p)-1:], "./:") {
			return false
		}
	}
	return len(parts) > 1 || !strings.Contains(strings.TrimPrefix(parts[0], "www."), ".")
}

// footnote is the end of a small Roman number that stands for a note right behind a full stop, as in "biopsy.ii,iii Although".
func footnote(text string, i int) int {
	end := i
	for end < len(text) && end < i+maxCitation && strings.IndexByte("ivx,", text[end]) >= 0 {
		end++
	}
	if end == i || text[end-1] == ',' || text[i] == ',' || !strings.HasPrefix(text[end:], " ") {
		return i
	}
	if word, _ := wordAfter(text[end+1:]); word == "" || !unicode.IsUpper(rune(word[0])) {
		return i
	}
	return end
}
