package claims

import (
	"strings"

	"claimlens/annotate"
	"claimlens/annotate/syntax"
	"claimlens/annotate/wording"
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
	d = described(d.Text, syntax.Parse(d.Text), nobody)
	d.Worth, d.Reasons = j.worth, j.reasons
	return d
}

// described is a draft of a statement with all that its words say of it.
func described(text string, words []syntax.Word, said source) annotate.Draft {
	d := wording.Describe(text, words, said == study)
	return annotate.Draft{Text: text, Kind: d.Kind, Polarity: d.Polarity, Wording: d.Wording, Hedged: d.Hedged, Population: d.Population, Species: d.Species}
}
