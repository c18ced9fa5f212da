package main

import (
	"strings"

	"claimlens/annotate"
	"claimlens/annotate/syntax"
)

// extracted is what extract --json prints: a stable form that other programs depend on.
type extracted struct {
	Source  string           `json:"source,omitempty"`
	Article extractedArticle `json:"article"`
	Claims  []extractedClaim `json:"claims"`
	Model   *spending        `json:"model,omitempty"` // if one found the claims
}

type extractedArticle struct {
	URL          string `json:"url"`
	CanonicalURL string `json:"canonicalURL"`
	Title        string `json:"title"`
	Byline       string `json:"byline"`
	Site         string `json:"site"`
	Published    string `json:"published"`
	Language     string `json:"language"`
	TextSHA256   string `json:"textSHA256"`
	Text         string `json:"text"`
}

type extractedClaim struct {
	ID string `json:"id"`
	annotate.Anchor
	Text     string            `json:"text"`
	Kind     annotate.Kind     `json:"kind"`
	Polarity annotate.Polarity `json:"polarity"`
	Wording  annotate.Wording  `json:"wording"`
	Hedged   bool              `json:"hedged"`
	Worth    float64           `json:"worth"`
	Reasons  []string          `json:"reasons"`
	Block    int               `json:"block"`

	Population string `json:"population,omitempty"`
	Species    string `json:"species,omitempty"`
}

type extractedSentences struct {
	Source    string   `json:"source,omitempty"`
	Sentences [][2]int `json:"sentences"`
}

func extractedOf(name string, x annotate.Article, found finds) extracted {
	out := extracted{Source: name, Model: found.spent, Claims: []extractedClaim{}, Article: extractedArticle{x.URL, x.CanonicalURL, x.Title, x.Byline, x.Site,
		x.Published, x.Language, x.Digest, x.Text}}
	for _, d := range found.drafts {
		out.Claims = append(out.Claims, extractedClaim{annotate.ClaimID(d.Text).String(), d.Anchor, d.Text, d.Kind, d.Polarity, d.Wording,
			d.Hedged, d.Worth, d.Reasons, d.Block, d.Population, d.Species})
	}
	return out
}

// sentencesOf is where the sentences of the article's blocks stand, in code points. What stands before a block in its line,
// such as the mark of an item, belongs to its first sentence.
func sentencesOf(x annotate.Article) [][2]int {
	t := annotate.NewText(x.Text)
	out := [][2]int{}
	last := 0
	for _, b := range x.Blocks {
		from := last + strings.LastIndexByte(x.Text[last:t.Byte(b.Start)], '\n') + 1
		last = t.Byte(b.End)
		block := x.Text[from:last]
		for _, s := range syntax.Sentences(block) {
			out = append(out, [2]int{t.Point(from + s.Start), t.Point(from + s.End)})
		}
	}
	return out
}
