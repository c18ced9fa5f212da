package ui

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"

	"claimlens/annotate"
)

// BenchmarkClaimPage shows a claim to which a hundred papers are linked, each with its own abstract, twenty of one trial.
func BenchmarkClaimPage(b *testing.B) {
	s := newSite(b)
	s.fill()
	id := annotate.ClaimID(women)
	var papers []annotate.Citation
	for i := range 100 {
		c := examplePaper(fmt.Sprint(99010001 + i))
		c.Authors[0].Family += fmt.Sprint(i / 20)
		c.Abstract = append(c.Abstract, annotate.Section{Label: "METHODS", Category: "METHODS", Text: fmt.Sprintf("We randomly assigned %d women with migraine to magnesium or placebo for 12 weeks.", 100+i)})
		if i < 20 {
			c.Trials = []string{"NCT99999901"}
		}
		papers = append(papers, c)
	}
	if _, _, err := s.desk.Cite(b.Context(), "Ada Brandt", "papers.xml", papers); err != nil {
		b.Fatal(err)
	}
	for i, c := range papers {
		l := annotate.Linking{Claim: id, PMID: c.PMID, Stance: annotate.Stances[i%3], Passage: "no patient was cured"}
		if _, err := s.desk.Link(b.Context(), "Mina Sato", l); err != nil {
			b.Fatal(err)
		}
	}
	r := httptest.NewRequestWithContext(b.Context(), http.MethodGet, "http://127.0.0.1/claims/"+id.String(), nil)
	for b.Loop() {
		w := httptest.NewRecorder()
		s.server.ServeHTTP(w, r)
		if w.Code != http.StatusOK {
			b.Fatalf("got %d", w.Code)
		}
	}
}
