package compare

import (
	"strings"

	"claimlens/annotate/stance/internal/reading"
)

// Place is where a sentence stands in its paper.
type Place struct {
	Title  bool
	At, Of int     // the sentence's number among all of them
	Rank   int     // among the sentences by how much of the claim they have
	Whole  float32 // how much of the claim the paper has
}

// Few is how many sentences are too few for an abstract: somebody chose them.
const Few = 3

// Pair puts what a claim and a sentence that was parsed have to do with one another on the sheet.
func Pair(s *Sheet, a Alignment, p Place) {
	overlap(s, a)
	arguments(s, a)
	directions(s, a)
	relations(s, a)
	around(s, a)
	figures(s, a)
	company(s, a)
	arms(s, a)
	place(s, a, p)
}

// overlap is how much of each the other has.
func overlap(s *Sheet, a Alignment) {
	var exact, nouns, nounsMet, verbs, verbsMet, names, namesMet, missing, all float32
	longest, run := 0, 0
	used := map[int]bool{}
	bigrams, bigramsMet := float32(0), float32(0)
	last := -1
	for i, w := range a.Claim.Words {
		if w.Weight == 0 {
			continue
		}
		all += w.Weight
		if a.How[i] == sameStem {
			exact += w.Weight
		}
		if a.To[i] < 0 {
			missing = max(missing, w.Weight)
			run = 0
		} else {
			used[a.To[i]] = true
			run++
			longest = max(longest, run)
		}
		if last >= 0 {
			bigrams++
			if a.To[i] >= 0 && a.To[last] >= 0 && abs(a.To[i]-a.To[last]) <= i-last+1 {
				bigramsMet++
			}
		}
		last = i
		switch {
		case w.Name:
			names += w.Weight
			namesMet += w.Weight * a.How[i]
		case w.Tag == "VERB":
			verbs += w.Weight
			verbsMet += w.Weight * a.How[i]
		default:
			nouns += w.Weight
			nounsMet += w.Weight * a.How[i]
		}
	}
	var weight, back float32
	for j, w := range a.Sentence.Words {
		weight += w.Weight
		if used[j] {
			back += w.Weight
		}
	}
	s.put("covered", a.Covered)
	s.put("covered.exact", share(exact, all))
	s.put("covered.nouns", share(nounsMet, nouns))
	s.put("covered.verbs", share(verbsMet, verbs))
	s.put("covered.names", share(namesMet, names))
	s.put("covered.back", share(back, weight))
	s.put("covered.pairs", share(bigramsMet, bigrams))
	s.put("missing.most", missing)
	s.put("run", float32(longest))
}

func share(a, b float32) float32 {
	if b == 0 {
		return -1 // nothing of that sort: neither much nor little of it
	}
	return a / b
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// arguments is whether the claim's predicate, and what stands before and behind it, are met, and by what.
func arguments(s *Sheet, a Alignment) {
	var subject, subjectMet, rest, restMet float32
	root := -1
	for i, w := range a.Claim.Words {
		if w.Head < 0 && a.Claim.Parsed {
			root = i
		}
	}
	for i, w := range a.Claim.Words {
		if w.Weight == 0 || i == root {
			continue
		}
		if under(a.Claim, i, "nsubj") {
			subject += w.Weight
			subjectMet += w.Weight * a.How[i]
		} else {
			rest += w.Weight
			restMet += w.Weight * a.How[i]
		}
	}
	s.put("subject", share(subjectMet, subject))
	s.put("rest", share(restMet, rest))
	met := float32(-1)
	same := float32(-1)
	if root >= 0 && a.Claim.Words[root].Weight > 0 {
		met = a.How[root]
		if a.To[root] >= 0 {
			same = 0
			if a.Sentence.Words[a.To[root]].Tag == a.Claim.Words[root].Tag {
				same = 1
			}
		}
	}
	s.put("predicate", met)
	s.put("predicate.tag", same)
	s.put("least.argument", min(max(share(subjectMet, subject), 0), max(share(restMet, rest), 0)))
}

// under says whether a word hangs, through any others, by the relation.
func under(t *reading.Text, i int, relation string) bool {
	for n := 0; n < 20 && i >= 0; n++ {
		if strings.HasPrefix(t.Words[i].Rel, relation) {
			return true
		}
		i = t.Words[i].Head
	}
	return false
}

// directions is whether the words that both have go the same way in both.
func directions(s *Sheet, a Alignment) {
	var same, opposite, onlyClaim, onlySentence, neither, deniedOne, sameOne, doubt, all float32
	var best, bestOpposite float32
	for i, w := range a.Claim.Words {
		j := a.To[i]
		if j < 0 || w.Sense&(reading.Up|reading.Down) != 0 {
			continue
		}
		x := a.Sentence.Words[j]
		v := w.Weight * a.How[i]
		all += v
		p, q := w.Polarity, x.Polarity
		switch {
		case p.Sign != 0 && p.Sign == q.Sign:
			same += v
			best = max(best, v)
		case p.Sign != 0 && p.Sign == -q.Sign:
			opposite += v
			bestOpposite = max(bestOpposite, v)
		case p.Sign != 0:
			onlyClaim += v
		case q.Sign != 0:
			onlySentence += v
		default:
			neither += v
		}
		if p.Denied != q.Denied {
			deniedOne += v
		}
		if p.Same != q.Same {
			sameOne += v
		}
		if q.Doubt {
			doubt += v
		}
	}
	s.put("way.same", share(same, all))
	s.put("way.opposite", share(opposite, all))
	s.put("way.claim", share(onlyClaim, all))
	s.put("way.sentence", share(onlySentence, all))
	s.put("way.neither", share(neither, all))
	s.put("way.balance", same-opposite)
	s.put("way.best", best-bestOpposite)
	s.put("denied.one", share(deniedOne, all))
	s.put("same.one", share(sameOne, all))
	s.put("doubt", share(doubt, all))
	c, x := Tally(a.Claim), Tally(a.Sentence)
	near := nearby(a)
	for _, t := range []struct {
		name string
		of   Senses
	}{{"claim.", c}, {"sentence.", x}, {"near.", near}} {
		s.put(t.name+"up", t.of.Up)
		s.put(t.name+"down", t.of.Down)
		s.put(t.name+"denials", t.of.Denials)
		s.put(t.name+"same", t.of.Same)
		s.put(t.name+"doubt", t.of.Doubt)
		s.put(t.name+"unclear", t.of.Unclear)
	}
	s.put("net", sign(c.Up-c.Down)*sign(x.Up-x.Down))
	s.put("net.near", sign(c.Up-c.Down)*sign(near.Up-near.Down))
	s.put("parity", parity(c)*parity(near))
	s.flag("claim.denies", c.Denials > 0)
	s.flag("claim.null", c.Denials > 0 || c.Same > 0)
	s.flag("near.null", near.Denials > 0 || near.Same > 0)
	s.flag("null.one", (c.Denials > 0 || c.Same > 0) != (near.Denials > 0 || near.Same > 0))
	s.put("bad.good", c.Good-c.Bad)
	s.put("bad.good.sentence", x.Good-x.Bad)
}

func sign(x float32) float32 {
	switch {
	case x > 0:
		return 1
	case x < 0:
		return -1
	}
	return 0
}

// parity is whether what goes down and what is denied cancel out.
func parity(t Senses) float32 {
	if int(t.Down+t.Denials)%2 == 0 {
		return 1
	}
	return -1
}

// Senses counts the words of each sense.
type Senses struct{ Up, Down, Denials, Same, Doubt, Unclear, Good, Bad, Aims, Finds, Beats, Relates float32 }

// Tally counts the senses of a text.
func Tally(t *reading.Text) Senses {
	var n Senses
	for _, w := range t.Words {
		n.add(w.Sense)
	}
	return n
}

func (n *Senses) add(s reading.Sense) {
	for _, x := range []struct {
		sense reading.Sense
		to    *float32
	}{
		{reading.Up, &n.Up}, {reading.Down, &n.Down}, {reading.Denial, &n.Denials}, {reading.Same, &n.Same}, {reading.Doubt, &n.Doubt},
		{reading.Unclear, &n.Unclear}, {reading.Good, &n.Good}, {reading.Bad, &n.Bad}, {reading.Aims, &n.Aims}, {reading.Finds, &n.Finds},
		{reading.Beats, &n.Beats}, {reading.Relates, &n.Relates},
	} {
		if s&x.sense != 0 {
			*x.to++
		}
	}
}

// reach is how many words about an aligned one count as near it.
const reach = 4

// nearby counts the senses of the sentence's words that stand near, or hang next to, a word that the claim has too.
func nearby(a Alignment) Senses {
	close := make([]bool, len(a.Sentence.Words))
	for i, j := range a.To {
		if j < 0 || a.Claim.Words[i].Sense&(reading.Up|reading.Down) != 0 {
			continue
		}
		for k := max(0, j-reach); k <= min(len(close)-1, j+reach); k++ {
			close[k] = true
		}
		for k, up := j, 0; k >= 0 && up < 3; k, up = a.Sentence.Words[k].Head, up+1 {
			close[k] = true
			for c, w := range a.Sentence.Words {
				if w.Head == k && w.Sense&(reading.Denial|reading.Same) != 0 {
					close[c] = true
				}
			}
		}
	}
	var n Senses
	for k, w := range a.Sentence.Words {
		if close[k] {
			n.add(w.Sense)
		}
	}
	return n
}

// around is what the words about the aligned ones say of them: a word and its opposite beside the same third.
func around(s *Sheet, a Alignment) {
	opposites, clashes := float32(0), float32(0)
	for i, w := range a.Claim.Words {
		if w.Weight == 0 && w.Sense == 0 {
			continue
		}
		for j, x := range a.Sentence.Words {
			if reading.Opposite(w.Stem, x.Stem) {
				opposites++
				if shared(a, i, j) {
					clashes++
				}
			}
		}
	}
	s.put("opposites", min(opposites, 3))
	s.put("opposites.close", min(clashes, 3))
	var same, other float32
	for i, w := range a.Claim.Words {
		d := w.Sense & (reading.Up | reading.Down)
		if d == 0 || d == reading.Up|reading.Down {
			continue
		}
		for j, x := range a.Sentence.Words {
			e := x.Sense & (reading.Up | reading.Down)
			if e == 0 || e == reading.Up|reading.Down || !shared(a, i, j) {
				continue
			}
			if d == e {
				same++
			} else {
				other++
			}
		}
	}
	s.put("beside.same", min(same, 4))
	s.put("beside.other", min(other, 4))
	s.put("beside", sign(same-other))
}

// shared says whether words i and j, of the claim and of the sentence, stand or hang next to words that are aligned.
func shared(a Alignment, i, j int) bool {
	for k, to := range a.To {
		if to < 0 || k == i || to == j {
			continue
		}
		if (abs(k-i) <= reach || bound(a.Claim, k, i)) && (abs(to-j) <= reach || bound(a.Sentence, to, j)) {
			return true
		}
	}
	return false
}

func bound(t *reading.Text, i, j int) bool { return t.Words[i].Head == j || t.Words[j].Head == i }

// figures is what the numbers say.
func figures(s *Sheet, a Alignment) {
	var claimed, met, found float32
	for i, w := range a.Claim.Words {
		if w.Number {
			claimed++
			if a.How[i] == sameStem {
				met++
			}
		}
	}
	for _, w := range a.Sentence.Words {
		if w.Number {
			found++
		}
	}
	s.put("numbers.claim", min(claimed, 3))
	s.put("numbers.met", share(met, claimed))
	s.put("numbers.sentence", min(found, 6))
	st := statistics(a.Sentence)
	s.put("interval", float32(st.interval))
	s.put("ratio", float32(st.ratio))
	s.put("p", float32(st.p))
}

// place is where the sentence stands and what it is there for.
func place(s *Sheet, a Alignment, p Place) {
	x := Tally(a.Sentence)
	s.flag("title", p.Title)
	at := float32(-1)
	if p.Of > Few {
		at = float32(p.At) / float32(p.Of)
	}
	s.put("at", at)
	s.put("rank", float32(min(p.Rank, 5)))
	s.flag("few", p.Of <= Few)
	s.put("whole", p.Whole)
	s.put("whole.less", p.Whole-a.Covered)
	s.put("aims", x.Aims)
	s.put("finds", x.Finds)
	s.put("beats", x.Beats)
	s.put("relates", x.Relates)
	s.flag("to", len(a.Sentence.Words) > 0 && a.Sentence.Words[0].Lower == "to")
	s.put("claim.beats", Tally(a.Claim).Beats)
	s.put("claim.relates", Tally(a.Claim).Relates)
}
