package importers

import (
	"strings"

	"claimlens/annotate"
)

// head is how many blocks from the beginning may repeat title, byline or date.
const head = 10

// withoutFurniture leaves out the blocks at the beginning that only repeat the title, the byline or the date, and those
// anywhere that are one of the phrases which sites put between paragraphs.
func withoutFurniture(pieces []piece, m metadata) []piece {
	var out []piece
	for i, p := range pieces {
		words := annotate.NormalClaim(p.text)
		switch {
		case furniture[words]:
			continue
		case i < head && p.length < 300 && repeats(words, p.text, m):
			continue
		}
		out = append(out, p)
	}
	return out
}

// repeats says whether a short block only says what the metadata say.
func repeats(words, text string, m metadata) bool {
	if words == annotate.NormalClaim(m.title) {
		return true
	}
	if _, ok := isoDate(text); ok {
		return true
	}
	byline := annotate.NormalClaim(m.byline)
	if byline == "" || !strings.Contains(words, byline) || stopped.MatchString(text) {
		return false
	}
	return len(words) < len(byline)+60 || strings.HasPrefix(words, "by ") && len(words) < len(byline)+120
}

// furniture is what sites write between the paragraphs of an article, as annotate.NormalClaim has it.
var furniture = map[string]bool{
	"advertisement": true, "advertisements": true, "ad": true, "article continues below": true, "article continues after advertisement": true,
	"story continues below advertisement": true, "continue reading": true, "continue reading the main story": true,
	"skip advertisement": true, "share": true, "share this": true, "share this article": true, "share on facebook": true,
	"share on twitter": true, "tweet": true, "print": true, "email": true, "loading": true, "subscribe": true, "sign up": true, "read more": true, "related": true,
	"comments": true, "leave a comment": true, "anzeige": true, "werbung": true, "publicité": true, "publicidad": true,
}
