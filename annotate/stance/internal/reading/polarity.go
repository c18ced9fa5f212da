package reading

import "strings"

// Polarity is what a sentence does with one of its words: whether there is more or less of it, and whether that is denied.
type Polarity struct {
	Sign   int8 // 1 more, -1 less, 0 neither is said
	Denied bool // the direction, or the relation, is denied
	Same   bool // it is said to make no difference
	Doubt  bool
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
			t.Words[i].Polarity = t.above(i, own)
		}
	}
}

// above multiplies the directions from word i up to the root of its clause.
func (t *Text) above(i int, own []Polarity) Polarity {
	p := own[i]
	if d := direction(t.Words[i].Sense); d.Sign != 0 { // a direction is not about itself
		p = Polarity{Sign: d.Sign, Denied: p.Denied, Same: p.Same, Doubt: p.Doubt}
	}
	for n := 0; n < farthest; n++ {
		w := t.Words[i]
		if w.Head < 0 {
			break
		}
		head := t.Words[w.Head]
		base, _, _ := strings.Cut(w.Rel, ":")
		switch base {
		case "conj":
			if head.Tag == "VERB" || w.Tag == "VERB" {
				return p
			}
			i = w.Head
			continue
		case "parataxis", "advcl", "ccomp", "discourse", "appos", "dep":
			return p
		}
		if !modifies(w) {
			p = p.and(own[w.Head])
		}
		i = w.Head
	}
	return p
}

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
	p := Polarity{Denied: s&Denial != 0, Same: s&Same != 0, Doubt: s&(Doubt|Unclear) != 0}
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
	return Polarity{Sign: sign, Denied: p.Denied != q.Denied, Same: p.Same || q.Same, Doubt: p.Doubt || q.Doubt}
}
