package ui

import (
	"net/http"
	"strings"
	"testing"
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
