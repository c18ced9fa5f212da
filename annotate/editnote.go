package annotate

import (
	"fmt"
	"strings"
)

// noteWords is how much of each claim's text the note of an edit holds, in code points.
const noteWords = 200

// note is what an edit did, in words that can be read without anything else: “split: “A and B” → “A” · “B””.
func (w *editing) note() string {
	var before, after []string
	for _, r := range w.drop {
		before = append(before, r.Claim.Text)
	}
	for _, r := range w.back {
		after = append(after, r.Claim.Text)
	}
	for i := range w.mentions {
		after = append(after, w.claims[i].Text)
	}
	parts := []string{}
	switch {
	case len(before) > 0 && len(after) > 0:
		parts = append(parts, quoted(before)+" → "+quoted(after))
	case len(before)+len(after) > 0:
		parts = append(parts, quoted(append(before, after...)))
	}
	for _, c := range w.Corrects {
		parts = append(parts, w.correction(c))
	}
	if w.Reason != "" {
		parts = append(parts, string(w.Reason))
	}
	if w.Comment != "" {
		parts = append(parts, Shorten(w.Comment, noteWords))
	}
	return string(w.Deed) + ": " + strings.Join(parts, "; ")
}

func (w *editing) correction(c Correction) string {
	var parts []string
	for _, x := range w.claims {
		if x.ID == c.Claim && len(w.mentions) == 0 {
			parts = append(parts, quoted([]string{x.Text}))
		}
	}
	if c.Kind != c.WasKind {
		parts = append(parts, fmt.Sprintf("kind %s → %s", c.WasKind, c.Kind))
	}
	if c.Polarity != c.WasPolarity {
		parts = append(parts, fmt.Sprintf("%s → %s", c.WasPolarity, c.Polarity))
	}
	return strings.Join(parts, ", ")
}

// maxQuoted is how many claims a note names.
const maxQuoted = 6

func quoted(texts []string) string {
	var b strings.Builder
	for i, s := range texts {
		if i == maxQuoted {
			fmt.Fprintf(&b, " and %d more", len(texts)-i)
			break
		}
		if i > 0 {
			b.WriteString(" · ")
		}
		b.WriteString("“" + Shorten(s, noteWords) + "”")
	}
	return b.String()
}
