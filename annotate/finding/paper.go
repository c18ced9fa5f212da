package finding

import (
	"claimlens/annotate"
	"claimlens/annotate/syntax"
	"claimlens/annotate/terms"
)

// mostSentences bounds how much of a paper is read: more than any abstract has.
const mostSentences = 200

// paper is a paper, read: its sentences, the title first.
type paper struct {
	texts     []string
	sentences [][]terms.Term
	length    int // terms of the abstract
}

func readPaper(reader *terms.Reader, c annotate.Citation) *paper {
	p := &paper{}
	p.add(reader, c.Title)
	for _, s := range c.Abstract {
		for _, span := range syntax.Sentences(s.Text) {
			if len(p.texts) >= mostSentences {
				return p
			}
			p.add(reader, s.Text[span.Start:span.End])
			p.length += len(p.sentences[len(p.sentences)-1])
		}
	}
	return p
}

func (p *paper) add(reader *terms.Reader, text string) {
	p.texts = append(p.texts, text)
	p.sentences = append(p.sentences, reader.Of(text))
}

// standing is where the words of a claim stand in a paper.
type standing struct {
	index map[string]int // of terms in the lists below
	at    [][]spot
}

// spot is a sentence, and the place of a word in it.
type spot struct{ sentence, place int }

// find looks for all that the claim's words may stand as.
func (c *claimed) find(p *paper) standing {
	s := standing{index: map[string]int{}}
	want := func(term string) {
		if _, ok := s.index[term]; !ok {
			s.index[term] = len(s.index)
		}
	}
	for _, w := range c.words {
		want(w.term)
		for _, alt := range w.alts {
			for _, term := range alt {
				want(term)
			}
		}
	}
	s.at = make([][]spot, len(s.index))
	for i, sentence := range p.sentences {
		for _, t := range sentence {
			if k, ok := s.index[t.Text]; ok {
				s.at[k] = append(s.at[k], spot{i, t.Place})
			}
		}
	}
	return s
}

func (s standing) of(term string) []spot { return s.at[s.index[term]] }

// altCredit is how much a word counts as said where only another name for its thing is.
const altCredit = 0.5

// counts is how often a word stands in each sentence; another name for its thing counts where all of its words are.
func (s standing) counts(w word, n int) []float64 {
	out := make([]float64, n)
	for _, x := range s.of(w.term) {
		out[x.sentence]++
	}
	for _, alt := range w.alts {
		for i := range out {
			if out[i] == 0 && s.all(alt, i) {
				out[i] = altCredit
			}
		}
	}
	return out
}

// all says whether a sentence has all of a row of terms.
func (s standing) all(row []string, sentence int) bool {
	for _, term := range row {
		found := false
		for _, x := range s.of(term) {
			found = found || x.sentence == sentence
		}
		if !found {
			return false
		}
	}
	return true
}

// besides says whether two terms stand side by side, in their order.
func (s standing) besides(a, b string) bool {
	for _, x := range s.of(a) {
		for _, y := range s.of(b) {
			if x.sentence == y.sentence && y.place == x.place+1 {
				return true
			}
		}
	}
	return false
}
