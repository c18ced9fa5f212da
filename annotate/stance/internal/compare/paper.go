package compare

import (
	"cmp"
	"slices"
	"strings"

	"claimlens/annotate/stance/internal/reading"
	"claimlens/annotate/syntax"
)

// Unit is a sentence of a paper beside the claim.
type Unit struct {
	Passage int // which passage it is a sentence of; -1: the title
	Text    string
	Alignment
	Figures []float32 // what Pair says of it
}

// Paper is a claim beside a paper.
type Paper struct {
	Units []Unit  // those that have most of the claim, best first, parsed
	Of    int     // how many sentences there are
	Whole float32 // the share of the claim's weight that the paper has anywhere
}

// Bounds on what is read of one paper.
const (
	MostParsed   = 5     // sentences that are parsed
	mostUnits    = 2000  // sentences that are looked at: a long article has as many
	longestPiece = 10000 // bytes of one passage that are cut into sentences; abstracts have a quarter of that
)

// Look reads a paper beside a claim.
func Look(claim *reading.Text, title string, passages []string, weights reading.Weights) Paper {
	p := Paper{}
	found := make([]float32, len(claim.Words))
	for _, u := range cut(title, passages) {
		t := reading.Read(u.Text, weights)
		u.Alignment = Align(claim, &t)
		p.Units = append(p.Units, u)
		for i, how := range u.How {
			found[i] = max(found[i], how)
		}
		p.Of++
	}
	var all, met float32
	for i, w := range claim.Words {
		all += w.Weight
		met += w.Weight * found[i]
	}
	if all > 0 {
		p.Whole = met / all
	}
	p.rank(weights)
	return p
}

// rank leaves the best units, and compares those in full.
func (p *Paper) rank(weights reading.Weights) {
	type ranked struct {
		Unit
		at int
	}
	all := make([]ranked, len(p.Units))
	for i, u := range p.Units {
		all[i] = ranked{u, i}
	}
	slices.SortStableFunc(all, func(a, b ranked) int { return cmp.Compare(b.Covered, a.Covered) })
	p.Units = p.Units[:0]
	for n, u := range all[:min(len(all), MostParsed)] {
		if u.Covered == 0 && n > 0 {
			break
		}
		t := reading.Parse(u.Text, weights)
		u.Alignment = Align(u.Claim, &t)
		s := Sheet{}
		Pair(&s, u.Alignment, Place{Title: u.Passage < 0, At: u.at, Of: p.Of, Rank: n, Whole: p.Whole})
		u.Figures = s.Values
		p.Units = append(p.Units, u.Unit)
	}
}

// cut cuts a paper into its sentences.
func cut(title string, passages []string) []Unit {
	var out []Unit
	add := func(passage int, text string) {
		if len(text) > longestPiece {
			text = strings.ToValidUTF8(text[:longestPiece], "")
		}
		for _, s := range syntax.Sentences(text) {
			if len(out) < mostUnits {
				out = append(out, Unit{Passage: passage, Text: text[s.Start:s.End]})
			}
		}
	}
	add(-1, title)
	for i, p := range passages {
		if len(out) == mostUnits {
			break
		}
		add(i, p)
	}
	return out
}
