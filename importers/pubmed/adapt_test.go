package pubmed

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"claimlens/annotate"
)

func TestDateOf(t *testing.T) {
	for words, want := range map[string]string{
		"2024": "2024", "1998 Dec-1999 Jan": "1998-12", "2000-2001": "2000", "Spring 1999": "1999", "1999 Spring": "1999", "2018 Apr 3": "2018-04-03",
		"1975 Jun 15-22": "1975-06-15", "1999 Nov-Dec": "1999-11", "1948/07//": "1948-07", "2020//": "2020", "2021/03/04/": "2021-03-04", "2020/13/77/": "2020",
		"2021 Feb 30": "2021-02", "12 Oct 1987": "1987", "in press": "", "": "", "1399/2020/05": "2020-05", "1999-2000 Winter": "1999", "2020 September 1": "2020-09-01",
	} {
		if got := dateOf(words); got != want {
			t.Errorf("dateOf(%q) = %q, want %q", words, got, want)
		}
	}
}

func TestSourceDate(t *testing.T) {
	for reference, want := range map[string]string{
		"Ex Med. 2020 Jun 25;382(26):2582. doi: 10.99999/2019.": "2020-06-25", "J Ex Physiol (1985). 2020 Jun;1:2": "2020-06", "Ex. 2020;1:2001-4": "2020", "Ex": "", "2019 Jan 2;1": "2019-01-02",
	} {
		if got := sourceDate(reference); got != want {
			t.Errorf("sourceDate(%q) = %q, want %q", reference, got, want)
		}
	}
}

func TestFiner(t *testing.T) {
	for _, tt := range []struct{ printed, electronic, want string }{
		{"2021", "2021-07-03", "2021-07-03"}, {"2021", "2020-12-31", "2021"}, {"2021-09", "2021-07-03", "2021-09"}, {"", "2021-07", "2021-07"}, {"2021", "", "2021"}, {"", "", ""},
	} {
		if got := finer(tt.printed, tt.electronic); got != tt.want {
			t.Errorf("finer(%q, %q) = %q, want %q", tt.printed, tt.electronic, got, tt.want)
		}
	}
}

func TestDaysOf(t *testing.T) {
	for digits, want := range map[string]string{"20180903": "2018-09-03", "20181303": "2018", "20180231": "2018-02", "2018": "", "": "", "20180903 06:00": ""} {
		if got := daysOf(digits); got != want {
			t.Errorf("daysOf(%q) = %q, want %q", digits, got, want)
		}
	}
}

func TestTrialsIn(t *testing.T) {
	for text, want := range map[string]string{
		"NCT99000001":                              "NCT99000001",
		"(nct 99000001, NCT-99000002)":             "NCT99000001 NCT99000002",
		"ISRCTN 99000003; ISRCTN99000003":          "ISRCTN99000003",
		"ACTRN12699000000000p":                     "",
		"ACTRN12699000000000.":                     "ACTRN12699000000000",
		"DRKS-ID: DRKS00099001":                    "DRKS00099001",
		"ChiCTR2099000001, ChiCTR-TRC-99000896":    "CHICTR2099000001 CHICTR-TRC-99000896",
		"UMIN-CTR: UMIN000099001":                  "UMIN000099001",
		"JPRN-UMIN000099001 and JPRN-jRCTs9900001": "UMIN000099001",
		"jRCTs990180217, JapicCTI-990001":          "JAPICCTI-990001 JRCTS990180217",
		"CTRI/2099/01/990001":                      "CTRI/2099/01/990001",
		"IRCT20990101000001N1":                     "IRCT20990101000001N1",
		"EudraCT no. 2099-000446-20":               "2099-000446-20",
		"2099-000446-20":                           "",
		"EU CT 2099-500014-26-00":                  "2099-500014-26",
		"Dutch register NTR9901 and RBR-99abcd":    "RBR-99ABCD NTR9901",
		"NC_99000001, FUNCTION99000001":            "",
		"NCT990000011":                             "",
	} {
		if got := strings.Join(trialsIn(text), " "); got != want {
			t.Errorf("trialsIn(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestRISIdentifiers(t *testing.T) {
	for name, tt := range map[string]struct {
		fields           []field
		pmid, doi, pmcid string
	}{
		"number of PubMed's":            {[]field{{"AN", "99000001"}, {"DB", "PubMed"}}, "99000001", "", ""},
		"number of NLM's":               {[]field{{"AN", "99000001"}, {"DP", "NLM"}}, "99000001", "", ""},
		"number of Ovid's MEDLINE":      {[]field{{"ID", "99000001"}, {"DB", "Ovid MEDLINE(R) <1946 to Present>"}}, "99000001", "", ""},
		"number of another's":           {[]field{{"AN", "2006713"}, {"ID", "5"}, {"DB", "Embase"}}, "", "", ""},
		"number of nobody's":            {[]field{{"AN", "99000001"}}, "", "", ""},
		"named as one":                  {[]field{{"AN", "PMID: 99000001"}}, "99000001", "", ""},
		"PubMed's address":              {[]field{{"UR", "https://www.ncbi.nlm.nih.gov/pubmed/99000001"}}, "99000001", "", ""},
		"Entrez's address":              {[]field{{"L2", "http://www.ncbi.nlm.nih.gov/entrez/query.fcgi?cmd=Retrieve&db=PubMed&list_uids=99000001"}}, "99000001", "", ""},
		"Europe PMC's address":          {[]field{{"UR", "https://europepmc.org/article/MED/99000001"}}, "99000001", "", ""},
		"an address in a text":          {[]field{{"AB", "see https://pubmed.ncbi.nlm.nih.gov/99000001"}}, "", "", ""},
		"note":                          {[]field{{"N1", "PMID: 99000001"}}, "99000001", "", ""},
		"note among others":             {[]field{{"M1", "Cited by: 3; PMID: 99000001"}}, "99000001", "", ""},
		"note about another":            {[]field{{"N1", "Comment in: Ex. 2022. PMID: 99000001"}}, "", "", ""},
		"two notes":                     {[]field{{"N1", "PMID: 99000001; PMID: 99000002"}}, "", "", ""},
		"number too long":               {[]field{{"AN", "PMID: 990000011"}}, "", "", ""},
		"DOI with a resolver":           {[]field{{"DO", "https://doi.org/10.99999/A"}}, "", "10.99999/a", ""},
		"DOI in an address":             {[]field{{"UR", "http://dx.doi.org/10.99999/A;https://example.org"}}, "", "10.99999/a", ""},
		"DOI where there is other else": {[]field{{"M3", "10.99999/A"}}, "", "10.99999/a", ""},
		"DOI in a note":                 {[]field{{"N1", "Ex. doi: 10.99999/A."}}, "", "10.99999/a", ""},
		"PMC's address":                 {[]field{{"L1", "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC990001/pdf"}}, "", "", "PMC990001"},
		"PMCID":                         {[]field{{"C2", "PMC990001"}, {"N1", "PMCID: PMC990002"}}, "", "", "PMC990002"},
	} {
		c := adaptRIS(tt.fields)
		if c.PMID != tt.pmid || c.DOI != tt.doi || c.PMCID != tt.pmcid {
			t.Errorf("%s: got %q, %q, %q; want %q, %q, %q", name, c.PMID, c.DOI, c.PMCID, tt.pmid, tt.doi, tt.pmcid)
		}
	}
}

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
		want.Kind, want.Date = "RetractionIn", sourceDate(s)
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
