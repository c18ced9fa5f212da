package training

import (
	"fmt"
	"strconv"

	"claimlens/annotate"
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
					e.carry[n] = true
				}
			}
			out = append(out, e)
		}
	})
	return out, err
}
