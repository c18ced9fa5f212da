package europepmc

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"claimlens/annotate"
)

// whole is an answer with one paper that says everything.
const whole = `{"version":"6.9","hitCount":1,"nextCursorMark":"AoI=","resultList":{"result":[{
 "id":"99000001","source":"MED","pmid":"99000001","pmcid":"PMC9900001","doi":"10.99999/Examples.1",
 "title":"Vitamin D<sub>3</sub> &amp; fractures: an <i>invented</i> trial.",
 "authorString":"Doe J, Examples Group.",
 "authorList":{"author":[{"fullName":"Doe J","firstName":"Jane","lastName":"Doe","initials":"J","authorId":{"type":"ORCID","value":"0"}},
  {"collectiveName":"Examples Group"},{"fullName":"Roe R","lastName":"Roe","initials":"R"},{}]},
 "journalInfo":{"issue":"3","volume":"8","journalIssueId":1,"dateOfPublication":"2024 Sep","monthOfPublication":9,"yearOfPublication":2024,
  "printPublicationDate":"2024-09-01","journal":{"title":"Examples of Medicine","ISOAbbreviation":"Ex. Med.","medlineAbbreviation":"Ex Med"}},
 "pubYear":"2024","pageInfo":"201-12",
 "abstractText":"<h4>Background</h4>Vitamin&#160;D is taken widely.<h4>Main results: </h4><p>Fractures in 381 v 393 (<i>P</i> = 0.67; P<0.05 for none).</p><h4>Funding</h4>None.",
 "language":"eng","pubTypeList":{"pubType":["Randomized Controlled Trial","research-article"]},
 "keywordList":{"keyword":["bone","vitamin D"]},
 "meshHeadingList":{"meshHeading":[{"majorTopic_YN":"N","descriptorName":"Humans"},{"majorTopic_YN":"Y","descriptorName":"Vitamin D","meshQualifierList":{"meshQualifier":[{"abbreviation":"TU"}]}}]},
 "commentCorrectionList":{"commentCorrection":[
  {"id":"99000009","source":"MED","reference":"Examples. 2025 Jan;9(1):1. doi: 10.99999/examples.9.","type":"Retraction in","note":null,"orderIn":1},
  {"id":"99000010","source":"MED","reference":"Examples. 2025","type":"Expression of concern in"},
  {"id":"PPR1","source":"PPR","reference":"","type":"Preprint in"},{"id":"99000011","source":"MED","type":"Corrected and republished from"},{"type":"Cites","id":"1","source":"MED"}]},
 "dateOfRevision":"2025-03-02","electronicPublicationDate":"2024-08-20","firstPublicationDate":"2024-08-20","citedByCount":3}]}}`

func TestCitation(t *testing.T) {
	a, err := readAnswer("host", []byte(whole))
	if err != nil || len(a.found) != 1 || a.found[0].Err != nil || a.next != "AoI=" || a.count != 1 {
		t.Fatalf("got %+v, %v", a, err)
	}
	want := annotate.Citation{
		ID: annotate.CitationID("99000001"), PMID: "99000001", DOI: "10.99999/examples.1", PMCID: "PMC9900001",
		Title:   "Vitamin D3 & fractures: an invented trial.",
		Authors: []annotate.Author{{Family: "Doe", Given: "Jane"}, {Collective: "Examples Group"}, {Family: "Roe", Given: "R"}},
		Journal: "Ex Med", Year: 2024, Date: "2024-09", Volume: "8", Issue: "3", Pages: "201-12", Language: "eng",
		Types:    []annotate.Term{{Name: "Randomized Controlled Trial"}, {Name: "Research Article"}},
		Mesh:     []annotate.Term{{Name: "Humans"}, {Name: "Vitamin D"}},
		Keywords: []string{"bone", "vitamin D"},
		Notices: []annotate.Notice{
			{Kind: "RetractionIn", PMID: "99000009", DOI: "10.99999/examples.9", Source: "Examples. 2025 Jan;9(1):1. doi: 10.99999/examples.9."},
			{Kind: "ExpressionOfConcernIn", PMID: "99000010", Source: "Examples. 2025"},
			{Kind: "CorrectedandRepublishedFrom", PMID: "99000011"},
		},
		Abstract: []annotate.Section{
			{Label: "Background", Category: "BACKGROUND", Text: "Vitamin D is taken widely."},
			{Label: "Main results:", Category: "RESULTS", Text: "Fractures in 381 v 393 (P = 0.67; P<0.05 for none)."},
			{Label: "Funding", Text: "None."},
		},
		Revised: "2025-03-02",
	}
	if diff := cmp.Diff(want, a.found[0].Citation); diff != "" {
		t.Error("(-want +got):\n", diff)
	}
	if n, yes := a.found[0].Citation.Retracted(); !yes || n.PMID != "99000009" {
		t.Error("the paper is not taken for retracted")
	}
}

// Whatever an abstract holds, its sections are texts that can be kept.
func FuzzSections(f *testing.F) {
	for _, s := range []string{"<h4>A</h4>b", "<h4>A<h4>B</h4></h4>x<p>y</p>", "P<0.05 & <b>x", "&#0;\x00\x1b", "<h1></h1><!-- x --><script>y</script>", "\u2028<br/>"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "?") // as JSON is
		for _, x := range sections(s) {
			if x.Text == "" || x.Text != folded(x.Text) || x.Label != folded(x.Label) || !utf8.ValidString(x.Text+x.Label) {
				t.Errorf("%q: %+v", s, x)
			}
		}
		if p := plain(s); p != folded(p) {
			t.Errorf("%q: %q", s, p)
		}
	})
}

func TestDate(t *testing.T) {
	for _, tt := range []struct {
		issue, electronic, pubYear string
		year                       int
		date                       string
	}{
		{"2024 Sep", "2024-08-20", "2024", 2024, "2024-09"},
		{"2024 Sep 5", "", "", 2024, "2024-09-05"},
		{"2024 Sep 99", "", "", 2024, "2024-09"},
		{"2024", "", "", 2024, "2024"},
		{"2023-2024", "", "", 2023, "2023"},
		{"2024 Sep-Oct", "", "", 2024, "2024"},
		{"2024 Winter", "", "", 2024, "2024"},
		{"", "2024-08-20", "2025", 2024, "2024-08-20"},
		{"", "nonsense", "2025", 2025, "2025"},
		{"", "", "", 0, ""},
		{"", "", "0000", 0, ""},
	} {
		r := record{PubYear: tt.pubYear, Electronic: tt.electronic, Journal: journal{Date: tt.issue}}
		if year, date := r.date(); year != tt.year || date != tt.date {
			t.Errorf("%+v: got %d, %q", tt, year, date)
		}
	}
}
