package pubmed

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"claimlens/annotate"
	"claimlens/fixtures"
)

// The fixtures with rare shapes, as far as those are concerned.
func TestRareFixtures(t *testing.T) {
	papers := map[string]annotate.Citation{}
	for _, name := range []string{"rare.xml", "library.ris"} {
		f, err := fixtures.Papers().Open(name)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		if err := Read(t.Context(), name, f, func(r Record) bool {
			if r.Err != nil {
				t.Error(r.Err)
			}
			papers[r.PMID] = r.Citation
			return true
		}); err != nil {
			t.Fatal(err)
		}
	}
	for _, tt := range []struct{ what, pmid, got, want string }{
		{"title", "99000201", papers["99000201"].Title, "[Low-protein diet in chronic kidney failure: a controlled trial]."},
		{"its original", "99000201", papers["99000201"].Original, "Eiweißarme Kost bei chronischem Nierenversagen: eine kontrollierte Studie."},
		{"date of two years", "99000201", papers["99000201"].Date, "1998-12"},
		{"title with markup", "99000202", papers["99000202"].Title, "Vitamin D3 and falls in people over seventy: the INVENT randomised trial & its two-year follow-up."},
		{"date", "99000202", papers["99000202"].Date, "2024-05-17"},
		{"revised", "99000202", papers["99000202"].Revised, "2025-06-30"},
		{"summary", "99000202", papers["99000202"].Summary, "Older people often take vitamin D so that they fall less. In this study they fell just as often with it as without."},
		{"book", "99000204", papers["99000204"].Journal, "Examples of Food Supplements"},
		{"its editor", "99000204", papers["99000204"].Authors[0].Family, "Halvorsen"},
		{"its date", "99000204", papers["99000204"].Date, "2023"},
		{"RIS", "99000205", papers["99000205"].DOI, "10.99999/examples.2022.0205"},
		{"its section", "99000205", papers["99000205"].Abstract[3].Text, "Magnesium did not reduce leg cramps."},
	} {
		if tt.got != tt.want {
			t.Errorf("%s of %s: got %q, want %q", tt.what, tt.pmid, tt.got, tt.want)
		}
	}
	for pmid, want := range map[string][]string{"99000202": {"NCT99000202", "2099-000202-20"}, "99000205": {"ISRCTN99000205"}, "99000201": nil} {
		if diff := cmp.Diff(want, papers[pmid].Trials); diff != "" {
			t.Errorf("trials of %s (-want +got):\n%s", pmid, diff)
		}
	}
	in, of := papers["99000202"].Notices, papers["99000203"].Notices
	want := annotate.Notice{Kind: "RetractionIn", PMID: "99000203", DOI: "10.99999/examples.2025.0203", Source: "Examples. 2025 Jun 2;9:203. doi: 10.99999/examples.2025.0203.", Date: "2025-06-02"}
	if len(in) != 1 || in[0] != want {
		t.Errorf("of the paper: got %+v, want %+v", in, want)
	}
	if len(of) != 1 || of[0].Kind != "RetractionOf" || of[0].PMID != "99000202" {
		t.Errorf("of the notice: got %+v", of)
	}
}
