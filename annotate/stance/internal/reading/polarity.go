package reading

import "strings"

// Polarity is what a sentence does with one of its words: whether there is more or less of it, and whether that is denied.
type Polarity struct {
	Sign   int8 // 1 more, -1 less, 0 neither is said
	Denied bool // the direction, or the relation, is denied
	Same   bool // it is said to make no difference
	Doubt  bool
	Valued bool // the direction is better (more) or worse (less)
}

// farthest is how many words up the tree a direction is looked for.
const farthest = 10

// polarize finds the polarity of every word of content: the directions of the words that it hangs on, up to the end of
// its clause, and of the modifiers that hang on those, multiplied.
func (t *Text) polarize() {
	own := make([]Polarity, len(t.Words))
	for i := range t.Words {
		own[i] = direction(t.Words[i].Sense)
	}
	for _, w := range t.Words {
		if w.Head >= 0 && modifies(w) {
			own[w.Head] = own[w.Head].and(direction(w.Sense))
		}
	}
	for i := range t.Words {
		if t.Words[i].Weight > 0 {
			p, inner := t.above(i, own)
			if s := t.Words[i].Sense; p.Valued && s&Bad != 0 && s&Good == 0 {
				p.Sign = -p.Sign // pain that is better is less pain
			}
			t.Words[i].Polarity, t.Words[i].Inner = p, inner
		}
	}
}

// above multiplies the directions from word i up to the root of its clause, and up to the head of its phrase.
func (t *Text) above(i int, own []Polarity) (outer, inner Polarity) {
	p := own[i]
	phrase := true
	for range farthest {
		w := t.Words[i]
		if w.Head < 0 {
			break
		}
		base, _, _ := strings.Cut(w.Rel, ":")
		if phrase && !within[base] {
			inner, phrase = p, false
		}
		if ends[base] || base == "conj" && (t.Words[w.Head].Tag == "VERB" || w.Tag == "VERB") {
			break
		}
		if !modifies(w) && base != "conj" {
			p = p.and(own[w.Head])
		}
		i = w.Head
	}
	if phrase {
		inner = p
	}
	return p, inner
}

// within are the relations by which a word belongs to the phrase of its head.
var within = set("amod advmod det compound nmod nummod case conj acl flat appos dep")

// ends are the relations that lead out of a clause.
var ends = set("parataxis advcl ccomp discourse appos dep")

// modifies says whether a word tells more of its head: what it says, it says of that.
func modifies(w Word) bool {
	base, _, _ := strings.Cut(w.Rel, ":")
	switch base {
	case "amod", "advmod", "det", "aux", "cc", "mark", "case", "compound", "neg", "dep":
		return true
	}
	return false
}

func direction(s Sense) Polarity {
	p := Polarity{Denied: s&Denial != 0, Same: s&Same != 0, Doubt: s&(Doubt|Unclear) != 0, Valued: s&Valued != 0}
	switch s & (Up | Down) {
	case Up:
		p.Sign = 1
	case Down:
		p.Sign = -1
	}
	return p
}

func (p Polarity) and(q Polarity) Polarity {
	sign := p.Sign * q.Sign
	if sign == 0 {
		sign = p.Sign + q.Sign
	}
	return Polarity{Sign: sign, Denied: p.Denied != q.Denied, Same: p.Same || q.Same, Doubt: p.Doubt || q.Doubt, Valued: p.Valued != q.Valued}
}
