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
	j := r.judge(words, words, nobody)
	d = described(d.Text, words, nobody)
	d.Worth, d.Reasons = j.worth, j.reasons
	return d
}

// described is a draft of a statement with all that its words say of it.
func described(text string, words []word, said source) annotate.Draft {
	d := wording.Describe(text, tagged(text, words), said == study)
	return annotate.Draft{Text: text, Kind: d.Kind, Polarity: d.Polarity, Wording: d.Wording, Hedged: d.Hedged, Population: d.Population, Species: d.Species}
}

// tagged is the words of a statement as the package wording takes them: with their tags, without a tree, and each where it stands
// in the statement's text.
func tagged(text string, words []word) []syntax.Word {
	out := make([]syntax.Word, len(words))
	at := 0
	for i, w := range words {
		n := strings.Index(text[at:], w.form)
		if n < 0 {
			n = max(0, strings.Index(text[at:], capitalised(w.form))) // the first word has a capital there
		}
		end := min(len(text), at+n+len(w.form))
		out[i] = syntax.Word{Start: at + n, End: end, Form: w.form, Tag: w.tag, Penn: w.penn, Head: -1}
		at = end
	}
	return out
}
