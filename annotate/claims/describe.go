package claims

import (
	"strings"

	"claimlens/annotate"
)

var _ annotate.Describer = (*Splitter)(nil)

// Describe says of a claim that a person wrote what Extract says of those that it finds: kind, polarity, wording, worth and
// the reasons for it. It weighs the text alone, without an article around it, and has no place.
func (s *Splitter) Describe(text string) annotate.Draft {
	d := annotate.Draft{Text: strings.Join(strings.Fields(text), " "), Kind: annotate.Feature, Polarity: annotate.Affirmed, Wording: annotate.NoRelation}
	if len(text) > maxBytes {
		return d
	}
	r := &reader{config: s.config, text: annotate.NewText(text), terms: map[string]bool{}}
	words := split(d.Text)
	read(words)
	j := r.judge(words, words, nobody)
	d.Kind, d.Polarity, d.Wording, d.Hedged = kindOf(words, nobody), polarity(words), wordingOf(words), hedged(words)
	d.Worth, d.Reasons = j.worth, j.reasons
	return d
}
