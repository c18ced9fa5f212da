package training

import (
	"fmt"
	"strconv"

	"claimlens/annotate"
	"claimlens/annotate/stance/internal/reading"
	"claimlens/annotate/syntax"
)

type scifactClaim struct {
	Claim    string
	Cited    []int `json:"cited_doc_ids"`
	Evidence map[string][]struct {
		Sentences []int
		Label     string
	}
}

type scifactPaper struct {
	ID       int `json:"doc_id"`
	Title    string
	Abstract []string
}

// scifact reads SciFact: expert-written claims beside the abstracts that they cite.
func scifact(claims, corpus string) ([]example, error) {
	papers := map[int]scifactPaper{}
	if err := eachLine(corpus, func(p scifactPaper) { papers[p.ID] = p }); err != nil {
		return nil, err
	}
	var out []example
	err := eachLine(claims, func(c scifactClaim) {
		for _, id := range c.Cited {
			p, ok := papers[id]
			if !ok {
				continue
			}
			e := example{set: "scifact", paper: fmt.Sprintf("scifact %d", id), gold: annotate.Neutral, carry: map[int]bool{}, weight: 1}
			e.claim, e.title, e.passages = c.Claim, p.Title, p.Abstract
			for _, r := range c.Evidence[strconv.Itoa(id)] {
				e.gold = annotate.Supports
				if r.Label == "CONTRADICT" {
					e.gold = annotate.Disputes
				}
				for _, n := range r.Sentences {
					e.carry[n] = n < len(p.Abstract)
				}
			}
			out = append(out, e)
			out = append(out, e.alone()...)
			if f, ok := e.turned(); ok {
				out = append(out, f)
				out = append(out, f.alone()...)
			}
		}
	})
	return out, err
}

// aloneWeight is how much an example of few sentences counts that was cut from one of a whole abstract.
const aloneWeight = 0.5

// alone cuts an abstract into what carries its stance and some of what does not, without the title, for passages are judged
// that stand alone.
func (e example) alone() []example {
	var out []example
	add := func(gold annotate.Stance, of []int) {
		x := example{set: e.set + " alone", paper: e.paper, claim: e.claim, gold: gold, carry: map[int]bool{}, weight: aloneWeight}
		for i, n := range of {
			x.passages = append(x.passages, e.passages[n])
			x.carry[i] = gold != annotate.Neutral
		}
		if len(of) > 0 {
			out = append(out, x)
		}
	}
	var rest []int
	for i := range e.passages {
		if !e.carry[i] {
			rest = append(rest, i)
		} else {
			add(e.gold, []int{i})
		}
	}
	if len(rest) > 2 { // one near the end, where there are results
		add(annotate.Neutral, rest[len(rest)-2:len(rest)-1])
	}
	if e.gold == annotate.Neutral { // and the nearest, which is what a reader would have chosen
		add(annotate.Neutral, []int{closest(e.claim, e.passages)})
	}
	return out
}

// closest is the passage that has most of the claim's stems.
func closest(claim string, passages []string) int {
	stems := map[string]bool{}
	for _, w := range syntax.Words(claim) {
		if reading.Tells(w.Form) {
			stems[reading.Stem(w.Form)] = true
		}
	}
	best, most := 0, -1
	for i, p := range passages {
		met := map[string]bool{}
		for _, w := range syntax.Words(p) {
			if s := reading.Stem(w.Form); stems[s] {
				met[s] = true
			}
		}
		if len(met) > most {
			best, most = i, len(met)
		}
	}
	return best
}
