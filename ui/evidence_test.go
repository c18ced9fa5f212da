package ui

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"claimlens/annotate"
)

func TestLinkForm(t *testing.T) {
	s := newSite(t)
	s.fill()
	claim := "/claims/" + annotate.ClaimID(women).String()
	for _, tt := range []struct {
		name, pmid, stance, passage string
		status                      int
		want                        string
	}{
		{"no PMID", "", "supports", "kept as typed", 422, "kept as typed"},
		{"no identifier", "12x", "supports", "kept as typed", 422, "That is no PMID, DOI or PMCID"},
		{"no stance", "99000903", "", "", 422, "Choose supports, disputes or neutral."},
		{"a DOI", "https://doi.org/10.99999/examples.2019", "neutral", "", 422, "No paper with 10.99999/examples.2019 is here yet"},
		{"a paper that is not here, and where to get it", "PMID 12345678", "neutral", "", 422, `href="/citations/12345678"`},
		{"a paper that is not here", "12345678", "neutral", "", 422, "No paper with 12345678 is here yet"},
		{"an address, a passage elsewhere", "https://pubmed.ncbi.nlm.nih.gov/99000903/", "disputes", "Nowhere to be found.", 422, "nor anything like it"},
		{"a passage of the paper", "99000903", "disputes", "After a year no patient was cured.", 303, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			resp, body := s.post(claim+"/evidence", url.Values{"pmid": {tt.pmid}, "stance": {tt.stance}, "passage": {tt.passage}})
			if resp.StatusCode != tt.status || !strings.Contains(body, tt.want) {
				t.Errorf("got %d, want %d and %q", resp.StatusCode, tt.status, tt.want)
			}
		})
	}
	_, body := s.get(claim)
	for _, want := range []string{"After a year no patient was cured", "in the abstract", "CONCERN", "RETRACTED", "1 rejected", "RCT", "mice"} {
		if !strings.Contains(body, want) {
			t.Errorf("the claim’s page lacks %q", want)
		}
	}
	if resp, _ := s.post("/claims/"+annotate.ClaimID("No such claim.").String()+"/evidence", url.Values{"pmid": {"99000903"}, "stance": {"neutral"}}); resp.StatusCode != http.StatusNotFound {
		t.Errorf("a claim that is not here: got %d, want 404", resp.StatusCode)
	}
}

func TestDecide(t *testing.T) {
	s := newSite(t)
	s.fill()
	claim := annotate.ClaimID(common)
	rows, err := s.store.ClaimEvidence(t.Context(), claim, noTime, annotate.Page{})
	if err != nil {
		t.Fatal(err)
	}
	address := map[string]string{}
	for _, r := range rows.Items {
		address[r.Evidence.By] = "/evidence/" + r.Evidence.ID.String()
	}
	for _, tt := range []struct {
		name, by, decision, comment string
		status                      int
		want                        string
	}{
		{"one’s own", "Ada Brandt", "accepted", "", 403, "somebody else has to accept or reject it"},
		{"no reason", "Mina Sato", "rejected", " ", 422, "a rejection needs a comment"},
		{"neither", "Mina Sato", "perhaps", "kept", 422, `value="kept"`},
		{"accepted", "Mina Sato", "accepted", "", 303, ""},
		{"rejected after all", "Mina Sato", "rejected", "It was retracted.", 303, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			resp, body := s.post(address[tt.by], url.Values{"decision": {tt.decision}, "comment": {tt.comment}})
			if resp.StatusCode != tt.status || !strings.Contains(body, tt.want) {
				t.Errorf("got %d, want %d and %q", resp.StatusCode, tt.status, tt.want)
			}
		})
	}
	if _, body := s.get("/claims/" + claim.String()); !strings.Contains(body, "It was retracted.") {
		t.Error("the claim’s page does not say why the evidence was rejected")
	}
	if _, body := s.get(address["Ada Brandt"]); strings.Contains(body, `class="decide"`) {
		t.Error("one’s own evidence comes with a form to decide on it")
	}
}
