package ui

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"claimlens/annotate"
)

// library is literature of three papers, on a good day or not.
type library struct {
	down  bool
	asked *[]string
}

func (l library) Fetch(_ context.Context, id string) (annotate.Citation, error) {
	*l.asked = append(*l.asked, id)
	if l.down {
		return annotate.Citation{}, fmt.Errorf("PubMed did not answer in time: %w", annotate.ErrUnavailable)
	}
	for _, pmid := range []string{"99000951", "99000952", "99000953"} {
		if c := examplePaper(pmid); c.PMID == id || c.DOI == id || c.PMCID == id {
			return c, nil
		}
	}
	return annotate.Citation{}, fmt.Errorf("%s: %w", id, annotate.ErrNotFound)
}

func (l library) Search(_ context.Context, where, query string, limit int) (LiteratureHits, error) {
	*l.asked = append(*l.asked, where+": "+query)
	if l.down {
		return LiteratureHits{}, fmt.Errorf("PubMed did not answer in time: %w", annotate.ErrUnavailable)
	}
	hits := LiteratureHits{Where: where, Total: 143}
	for _, pmid := range []string{"99000901", "99000951"} {
		hits.Citations = append(hits.Citations, examplePaper(pmid))
	}
	return hits, nil
}

func reads(l library) func(*Config) { return func(c *Config) { c.Literature = l } }

// A paper that isn't here comes by any of its identifiers, once, and what was fetched stays.
func TestFetch(t *testing.T) {
	var asked []string
	s := newSite(t, reads(library{asked: &asked}))
	for _, tt := range []struct {
		id     string
		status int
		want   string
	}{
		{"PMID: 99000951", 303, "/citations/99000951"},
		{"https://doi.org/10.99999/EXAMPLES.99000952", 303, "/citations/99000952"},
		{"PMC99000953", 303, "/citations/99000953"},
		{"https://pubmed.ncbi.nlm.nih.gov/99000951/", 303, "/citations/99000951"},
		{"12345678", 404, "neither the papers here nor PubMed"},
		{"ninety", 422, "That is no PMID, DOI or PMCID"},
	} {
		resp, body := s.post("/citations/fetch", url.Values{"id": {tt.id}})
		if resp.StatusCode != tt.status || !strings.Contains(resp.Header.Get("Location")+body, tt.want) {
			t.Errorf("%s: got %d to %q, want %d and %q", tt.id, resp.StatusCode, resp.Header.Get("Location"), tt.status, tt.want)
		}
	}
	if len(asked) != 4 {
		t.Errorf("%d papers were asked for (%q), want 4: one is here already, one is no paper", len(asked), asked)
	}
	if resp, _ := s.post("/citations/fetch", url.Values{"id": {"99000951"}, "back": {"/claims?state=open"}}); resp.Header.Get("Location") != "/claims?state=open" {
		t.Errorf("got to %q, want back to where the form was", resp.Header.Get("Location"))
	}
}

// Whoever can't ask says so in words, and what to do instead; nothing is lost.
func TestNobodyToAsk(t *testing.T) {
	var asked []string
	for _, tt := range []struct {
		name, want string
		change     func(*Config)
	}{
		{"offline", "started with --offline", func(*Config) {}},
		{"down", "PubMed did not answer in time", reads(library{down: true, asked: &asked})},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := newSite(t, tt.change)
			s.fill()
			claim := "/claims/" + annotate.ClaimID(women).String()
			for _, address := range []string{"/citations/fetch", claim + "/evidence"} {
				resp, body := s.post(address, url.Values{"id": {"99000951"}, "pmid": {"99000951"}, "stance": {"supports"}, "passage": {"kept"}})
				if resp.StatusCode < 400 || resp.StatusCode >= 500 || !strings.Contains(body, tt.want) {
					t.Errorf("%s: got %d without %q", address, resp.StatusCode, tt.want)
				}
			}
			status, body := s.get(claim + "/look?where=PubMed&q=migraine")
			if status != http.StatusOK || !strings.Contains(body, tt.want) || !strings.Contains(body, "https://pubmed.ncbi.nlm.nih.gov/?term=migraine") {
				t.Errorf("the search: got %d without %q and the way to PubMed", status, tt.want)
			}
		})
	}
}

func TestLook(t *testing.T) {
	var asked []string
	s := newSite(t, reads(library{asked: &asked}))
	s.fill()
	claim := "/claims/" + annotate.ClaimID(women).String()
	if _, body := s.get(claim + "/look?q=migraine"); len(asked) > 0 || !strings.Contains(body, ">migraine</textarea>") {
		t.Errorf("somebody was asked (%q) before a button was pressed", asked)
	}
	if s.get(claim + "/look?where=Elsewhere&q=migraine"); len(asked) > 0 {
		t.Errorf("somebody was asked (%q) at a place that there is not", asked)
	}
	_, body := s.get(claim + "/look?where=PubMed&q=migraine+AND+women")
	if len(asked) != 1 || asked[0] != "PubMed: migraine AND women" {
		t.Errorf("asked %q", asked)
	}
	for _, want := range []string{"PubMed has 143 papers", "2 of 143", "linked or rejected already", "Keep", "None of these is relevant"} {
		if !strings.Contains(body, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, s.web.URL+claim+"/look?where=PubMed&q=spying", nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Sec-Fetch-Site", "cross-site")
	resp, err := s.client.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	if body := read(t, resp); len(asked) != 1 || !strings.Contains(body, ">spying</textarea>") {
		t.Errorf("another site’s page had PubMed asked: %q", asked)
	}
}

// A search is recorded with what came of it, and stands on the claim's page; one that says what can't be is refused.
func TestRecordSearch(t *testing.T) {
	s := newSite(t)
	s.fill()
	claim := "/claims/" + annotate.ClaimID(women).String()
	for _, tt := range []struct {
		name, where, query, hits, looked, outcome string
		status                                    int
		want                                      string
	}{
		{"none relevant", "PubMed", "migraine AND women", "143", "20", "none relevant", 303, ""},
		{"nothing found", "Europe PMC", "migraine AND left-handed", "0", "0", "none relevant", 303, ""},
		{"some relevant", "the papers here", women, "3", "3", "some relevant", 303, ""},
		{"no number", "PubMed", "kept as typed", "many", "20", "none relevant", 422, "is no number of papers"},
		{"more than there were", "PubMed", "kept as typed", "3", "20", "none relevant", 422, "20 of 3 papers"},
		{"nothing looked at", "PubMed", "kept as typed", "3", "0", "none relevant", 422, "kept as typed"},
		{"no place", "", "kept as typed", "3", "3", "none relevant", 422, "kept as typed"},
		{"no outcome", "PubMed", "kept as typed", "3", "3", "", 422, "Choose none relevant or some relevant."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			resp, body := s.post(claim+"/searches", url.Values{"where": {tt.where}, "query": {tt.query}, "hits": {tt.hits}, "looked": {tt.looked}, "outcome": {tt.outcome}})
			if resp.StatusCode != tt.status || !strings.Contains(body, tt.want) {
				t.Errorf("got %d, want %d and %q", resp.StatusCode, tt.status, tt.want)
			}
		})
	}
	_, body := s.get(claim)
	for _, want := range []string{"3 searches", "143 papers, 20 looked at, none relevant.", "migraine AND women", "no paper found.", "3 papers, some relevant."} {
		if !strings.Contains(body, want) {
			t.Errorf("the claim’s page lacks %q", want)
		}
	}
}

// A paper that is retracted after a claim was graded re-opens the claim, and its page said so beforehand.
func TestFall(t *testing.T) {
	s := newSite(t)
	s.fill()
	rows, err := s.store.Claims(t.Context(), annotate.Open, annotate.Page{Limit: 1})
	if err != nil {
		t.Fatal(err)
	}
	claim := rows.Items[0].Claim.ID
	if _, err := s.desk.Link(t.Context(), "Mina Sato", claim, "99000902", annotate.Supports, "no patient was cured"); err != nil {
		t.Fatal(err)
	}
	s.grade(rows.Items[0].Claim.Text, "Mina Sato", annotate.Supported, annotate.Low)
	_, body := s.get("/citations/99000902")
	if !strings.Contains(body, "If this paper falls") || !strings.Contains(body, "1 grade changes") {
		t.Error("the paper’s page does not say what its fall would change")
	}
	fallen := examplePaper("99000902")
	fallen.Notices = []annotate.Notice{{Kind: "RetractionIn", Date: "2026-05"}}
	if _, _, err := s.desk.Cite(t.Context(), "Ada Brandt", "later.nbib", []annotate.Citation{fallen}); err != nil {
		t.Fatal(err)
	}
	for address, want := range map[string]string{
		"/claims/" + claim.String():  "NEEDS RE-REVIEW",
		"/claims?state=needs-review": rows.Items[0].Claim.Text,
		"/":                          "1 claim to review again",
	} {
		if _, body := s.get(address); !strings.Contains(strings.ReplaceAll(body, "&#39;", "'"), want) {
			t.Errorf("%s lacks %q", address, want)
		}
	}
}
