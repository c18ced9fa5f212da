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
		{"not a PMID", "12x", "supports", "", 422, "is not a PMID"},
		{"no stance", "99000903", "", "", 422, "Choose supports, disputes or neutral."},
		{"a DOI", "10.99999/examples.2019", "neutral", "", 422, `value="10.99999/examples.2019"`},
		{"a paper that is not here, and where to get it", "PMID 12345678", "neutral", "", 422, `href="/citations/12345678"`},
		{"a paper that is not here", "12345678", "neutral", "", 422, "No paper with this PMID is here yet"},
		{"a passage elsewhere", "99000903", "disputes", "Nowhere to be found.", 422, "nor anything like it"},
		{"an address", "https://pubmed.ncbi.nlm.nih.gov/99000903/", "disputes", "", 303, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			resp, body := s.post(claim+"/evidence", url.Values{"pmid": {tt.pmid}, "stance": {tt.stance}, "passage": {tt.passage}})
			if resp.StatusCode != tt.status || !strings.Contains(body, tt.want) {
				t.Errorf("got %d, want %d and %q", resp.StatusCode, tt.status, tt.want)
			}
		})
	}
	_, body := s.get(claim)
	for _, want := range []string{"CONCERN", "RETRACTED", "1 rejected", "RCT", "mice"} {
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

func TestReadPMID(t *testing.T) {
	for in, want := range map[string]string{
		" 31452104 ": "31452104", "PMID: 31452104": "31452104", "pmid31452104": "31452104",
		"https://pubmed.ncbi.nlm.nih.gov/31452104/": "31452104", "https://pubmed.ncbi.nlm.nih.gov/31452104": "31452104", "": "", "PMID": "PMID",
		"https://pubmed.ncbi.nlm.nih.gov/31452104/?from_term=a%2Fb&from_pos=1#abstract": "31452104", "pubmed.ncbi.nlm.nih.gov/31452104": "31452104",
		"https://www.ncbi.nlm.nih.gov/pubmed/31452104": "31452104", "10.99999/314521": "10.99999/314521", "https://doi.org/10.99999/314521": "https://doi.org/10.99999/314521",
	} {
		if got := readPMID(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}
