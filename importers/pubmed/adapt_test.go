package pubmed

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"claimlens/annotate"
)

func TestYearOf(t *testing.T) {
	for date, want := range map[string]int{
		"2024": 2024, "1998 Dec-1999 Jan": 1998, "2000-2001": 2000, "Spring 1999": 1999, "1865": 1865, "2018 Apr 3": 2018, "12 Oct 1987": 1987,
		"": 0, "Spring": 0, "12345": 0, "0999": 0, "2105": 0, "199": 0, "No. 20245": 0, "1399/2020": 2020,
	} {
		if got := yearOf(date); got != want {
			t.Errorf("yearOf(%q) = %d, want %d", date, got, want)
		}
	}
}

func TestDOIOf(t *testing.T) {
	for s, want := range map[string]string{
		"10.99999/ABC": "10.99999/abc", " 10.1/x ": "10.1/x", "https://doi.org/10.1/X": "10.1/x", "http://dx.doi.org/10.1/x": "10.1/x", "https://www.doi.org/10.1/x": "10.1/x",
		"doi: 10.1/x": "10.1/x", "DOI:10.1/x": "10.1/x", "10.1/a(b)<c>;d": "10.1/a(b)<c>;d", "": "", "11.1/x": "", "S0000(24)1": "", "https://example.org/10.1/x": "",
	} {
		if got := doiOf(s); got != want {
			t.Errorf("doiOf(%q) = %q, want %q", s, got, want)
		}
	}
}

func TestDOIIn(t *testing.T) {
	for s, want := range map[string]string{
		"Ex. 2024;1:2. doi: 10.99999/A.1.": "10.99999/a.1", "Ex. doi:10.99999/a;": "10.99999/a", "Ex. DOI 10.99999/a(1) and so": "10.99999/a(1)", "Ex. 2024;1:2": "", "10.99999/a": "", "doi: none": "",
	} {
		if got := doiIn(s); got != want {
			t.Errorf("doiIn(%q) = %q, want %q", s, got, want)
		}
	}
}

func TestPMCOf(t *testing.T) {
	for s, want := range map[string]string{
		"PMC123": "PMC123", "pmc123": "PMC123", " 123 ": "PMC123", "PMC123.1": "PMC123", "": "", "PMC": "", "PMCX": "", "PMC123 [Available on 01/01/30]": "",
	} {
		if got := pmcOf(s); got != want {
			t.Errorf("pmcOf(%q) = %q, want %q", s, got, want)
		}
	}
}

func TestShortAuthor(t *testing.T) {
	for s, want := range map[string]annotate.Author{
		"Casbon JA": {Family: "Casbon", Given: "JA"}, "van der Zink A": {Family: "van der Zink", Given: "A"}, "Zink AB Jr": {Family: "Zink", Given: "AB Jr"},
		"Ñandú Á": {Family: "Ñandú", Given: "Á"}, "Mononym": {Family: "Mononym"}, "Zink Anna": {Family: "Zink Anna"}, "NASA": {Family: "NASA"},
	} {
		if got := shortAuthor(s); got != want {
			t.Errorf("shortAuthor(%q) = %+v, want %+v", s, got, want)
		}
	}
}

func TestReferenceOf(t *testing.T) {
	for s, want := range map[string]annotate.Notice{
		"Ex. 2022;6(1):60. PMID: 99000102":                        {PMID: "99000102", Source: "Ex. 2022;6(1):60."},
		"Ex. 2022;6(1):60. doi: 10.99999/A. PMID: 99000102.":      {PMID: "99000102", DOI: "10.99999/a", Source: "Ex. 2022;6(1):60. doi: 10.99999/A."},
		"Ex. 2022;6(1):60":                                        {Source: "Ex. 2022;6(1):60"},
		"PMID: 99000102":                                          {PMID: "99000102"},
		"Ex. 2022. PMID: 99000102 [corrected and republished in]": {PMID: "99000102", Source: "Ex. 2022. [corrected and republished in]"},
	} {
		want.Kind = "RetractionIn"
		if got := referenceOf("RetractionIn", s); got != want {
			t.Errorf("referenceOf(%q) = %+v, want %+v", s, got, want)
		}
	}
}

func TestRefTypes(t *testing.T) {
	for tag, kind := range refTypes {
		c := adaptMedline([]field{{"PMID", "99100301"}, {tag, "Ex. PMID: 99100302"}})
		if len(c.Notices) != 1 || c.Notices[0].Kind != kind || c.Notices[0].PMID != "99100302" {
			t.Errorf("%s: got %+v, want %s", tag, c.Notices, kind)
		}
	}
	c := adaptMedline([]field{{"RIN", "Ex."}, {"ROF", "Ex."}})
	if _, retracted := c.Retracted(); !retracted || c.Notices[1].Kind != "RetractionOf" {
		t.Errorf("got %+v", c.Notices)
	}
	if c := adaptMedline([]field{{"ROF", "Ex."}, {"PT", "Retraction of Publication"}}); len(c.Notices) != 1 {
		t.Errorf("got %+v", c.Notices)
	} else if _, retracted := c.Retracted(); retracted {
		t.Error("the notice of a retraction is taken for a retracted paper")
	}
}

func TestSectionsOf(t *testing.T) {
	whole := func(text string) []annotate.Section { return []annotate.Section{{Text: text}} }
	for name, tt := range map[string]struct {
		text string
		want []annotate.Section
	}{
		"none":                     {"Zinc helps. So it does.", whole("Zinc helps. So it does.")},
		"one heading":              {"BACKGROUND: Zinc helps.", whole("BACKGROUND: Zinc helps.")},
		"not from the beginning":   {"Zinc. METHODS: We. RESULTS: It.", whole("Zinc. METHODS: We. RESULTS: It.")},
		"not in capitals":          {"Background: Zinc. Methods: We.", whole("Background: Zinc. Methods: We.")},
		"capitals that are others": {"HIV: a virus. AIDS: its disease.", whole("HIV: a virus. AIDS: its disease.")},
		"headings":                 {"AIM: To see. RESULTS: Seen.", []annotate.Section{{Label: "AIM", Category: "OBJECTIVE", Text: "To see."}, {Label: "RESULTS", Category: "RESULTS", Text: "Seen."}}},
		"other capitals between": {"METHODS: HIV: a virus. AIDS: its disease. CONCLUSION: So.",
			[]annotate.Section{{Label: "METHODS", Category: "METHODS", Text: "HIV: a virus. AIDS: its disease."}, {Label: "CONCLUSION", Category: "CONCLUSIONS", Text: "So."}}},
		"several words": {"BACKGROUND AND PURPOSE: To see. MAIN OUTCOME MEASURES: Pain (VAS). METHODS AND RESULTS: Seen.",
			[]annotate.Section{{Label: "BACKGROUND AND PURPOSE", Category: "OBJECTIVE", Text: "To see."}, {Label: "MAIN OUTCOME MEASURES", Category: "METHODS", Text: "Pain (VAS)."}, {Label: "METHODS AND RESULTS", Category: "RESULTS", Text: "Seen."}}},
		"empty section": {"AIM: RESULTS: Seen.", whole("AIM: RESULTS: Seen.")},
	} {
		if diff := cmp.Diff(tt.want, sectionsOf(tt.text)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// What the table of shape leads to, the table of adapters takes; nothing is decoded in vain.
func TestTablesAgree(t *testing.T) {
	for path, of := range shape {
		_, adapted := adapters[path]
		if deleted := path == "DeleteCitation/PMID" || path == "DeleteDocument/PMID"; of == taken && !adapted && !deleted {
			t.Errorf("%s is decoded and not adapted", path)
		}
	}
	for path := range adapters {
		if of := shape[path]; of != taken && of != group {
			t.Errorf("%s is adapted and not decoded", path)
		}
	}
}
