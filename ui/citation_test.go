package ui

import (
	"net/http"
	"strings"
	"testing"

	"claimlens/annotate"
)

// A PMID that is typed leads to its paper's page; what is no PMID is said to be none, and kept in its field.
func TestLookUp(t *testing.T) {
	s := newSite(t)
	for _, tt := range []struct{ asked, want string }{
		{"99000901", "/citations/99000901"},
		{"+PMID:+99000901", "/citations/99000901"},
		{"https://pubmed.ncbi.nlm.nih.gov/99000901/", "/citations/99000901"},
		{"ninety", ""},
		{"0", ""},
	} {
		resp, err := s.client.Get(s.web.URL + "/citations?pmid=" + tt.asked)
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		if got := resp.Header.Get("Location"); got != tt.want {
			t.Errorf("%s: got %d to %q, want %q", tt.asked, resp.StatusCode, got, tt.want)
		}
	}
	status, body := s.get("/citations?pmid=ninety")
	if status != http.StatusUnprocessableEntity || !strings.Contains(body, `value="ninety"`) || !strings.Contains(body, "That is no PMID, DOI or PMCID") {
		t.Errorf("got %d without the problem or what was typed, want 422 with both", status)
	}
}

// What was rejected does not rest on the paper; a list of authors without end is folded; nobody asked is said.
func TestCitationPage(t *testing.T) {
	s := newSite(t)
	s.fill()
	c := examplePaper("99000904")
	for range 30 {
		c.Authors = append(c.Authors, annotate.Author{Family: "Sample", Given: "Ann"})
	}
	if _, _, err := s.desk.Cite(t.Context(), "Ada Brandt", "papers.nbib", []annotate.Citation{c}); err != nil {
		t.Fatal(err)
	}
	made, err := s.desk.Link(t.Context(), "Mina Sato", annotate.Linking{Claim: annotate.ClaimID(women), PMID: c.PMID, Stance: annotate.Disputes})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.desk.Decide(t.Context(), "Ada Brandt", made.ID, annotate.Rejected, "It is about nothing."); err != nil {
		t.Fatal(err)
	}
	_, body := s.get("/citations/" + c.PMID)
	for _, want := range []string{"and 17 more authors", "Not checked yet", "No claim rests on it", "Rejected for 1 claim"} {
		if !strings.Contains(body, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
}
