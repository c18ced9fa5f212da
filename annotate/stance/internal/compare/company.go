package compare

import (
	"math"

	"claimlens/annotate/stance/internal/reading"
)

// nearEnough is how like the company of two words is that are taken to be about one thing.
const nearEnough = 0.75

// company compares the words of claim and sentence by the company they keep in papers: what is called by a word that no
// list has still shows.
func company(s *Sheet, a Alignment) {
	var all, met, subject, subjectMet, rest, restMet, verbs, verbsMet, same, opposite float32
	least := float32(1)
	for i, w := range a.Claim.Words {
		if w.Weight == 0 {
			continue
		}
		j, how := nearest(a, i)
		all += w.Weight
		met += w.Weight * how
		if w.Weight > rareWord {
			least = min(least, how)
		}
		switch {
		case w.Tag == "VERB":
			verbs += w.Weight
			verbsMet += w.Weight * how
		case under(a.Claim, i, "nsubj"):
			subject += w.Weight
			subjectMet += w.Weight * how
		default:
			rest += w.Weight
			restMet += w.Weight * how
		}
		if how >= nearEnough && !isDirection(w) {
			switch w.Polarity.Sign * a.Sentence.Words[j].Polarity.Sign {
			case 1:
				same += w.Weight * how
			case -1:
				opposite += w.Weight * how
			}
		}
	}
	s.put("company", share(met, all))
	s.put("company.subject", share(subjectMet, subject))
	s.put("company.rest", share(restMet, rest))
	s.put("company.verbs", share(verbsMet, verbs))
	s.put("company.least", least)
	s.put("company.way", share(same-opposite, all))
	s.put("company.whole", cosine(a.Claim, a.Sentence))
}

// rareWord is what a word tells that must be met.
const rareWord = 0.3

// nearest is the word of the sentence whose company is most like that of word i of the claim, -1 where none has any.
func nearest(a Alignment, i int) (int, float32) {
	if a.To[i] >= 0 {
		return a.To[i], a.How[i]
	}
	at, best := -1, float32(0)
	for j, x := range a.Sentence.Words {
		if x.Weight == 0 {
			continue
		}
		if n := a.Claim.Words[i].Near(x); n > best {
			at, best = j, n
		}
	}
	return at, best
}

// cosine is how like the words of two texts are, all together.
func cosine(a, b *reading.Text) float32 {
	x, y := sum(a), sum(b)
	if len(x) == 0 || len(x) != len(y) {
		return 0
	}
	var xx, yy, xy float64
	for k := range x {
		xx += float64(x[k] * x[k])
		yy += float64(y[k] * y[k])
		xy += float64(x[k] * y[k])
	}
	if xx == 0 || yy == 0 {
		return 0
	}
	return float32(xy / math.Sqrt(xx*yy))
}

func sum(t *reading.Text) []float32 {
	var out []float32
	for _, w := range t.Words {
		for k, v := range w.Vector {
			if out == nil {
				out = make([]float32, len(w.Vector))
			}
			out[k] += w.Weight * float32(v)
		}
	}
	return out
}
