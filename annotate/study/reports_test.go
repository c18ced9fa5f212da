package study

import (
	"reflect"
	"strings"
	"testing"

	"claimlens/annotate"
)

func people5(first, last string) []annotate.Author {
	return []annotate.Author{{Family: first, Given: "Ann"}, {Family: "Berg", Given: "B"}, {Family: "Costa", Given: "C"}, {Family: last, Given: "Zoe"}}
}

func trialPaper(pmid, title string, year int, abstract string) annotate.Citation {
	return annotate.Citation{PMID: pmid, Title: title, Year: year, Authors: people5("Adams", "Zorn"), Types: terms("D016449 Randomized Controlled Trial"),
		Abstract: []annotate.Section{{Text: abstract}}}
}

const randomised83 = "We randomised 83 adults to zinc or placebo."

func TestReports(t *testing.T) {
	first := trialPaper("99000001", "Zinc lozenges for colds in adults", 2015, randomised83)
	with := func(c annotate.Citation, change func(*annotate.Citation)) annotate.Citation {
		change(&c)
		return c
	}
	for _, tt := range []struct {
		name   string
		second annotate.Citation
		why    string // "": independent
	}{
		{"registered alike", with(trialPaper("99000002", "Sleep of adults", 2020, "Registered as NCT01234567."), func(c *annotate.Citation) { c.Authors = people5("Olsen", "Pratt") }), "both name the trial NCT01234567"},
		{"a meta-analysis that names it", annotate.Citation{PMID: "99000003", Title: "Zinc: a meta-analysis", Trials: []string{"NCT01234567"}, Types: terms("D017418 x")}, ""},
		{"a paper that names many", with(first, func(c *annotate.Citation) {
			c.PMID, c.Authors, c.Title, c.Trials = "99000004", people5("Olsen", "Pratt"), "Trials", []string{"NCT01234567", "NCT01234568", "NCT01234569"}
		}), ""},
		{"linked", annotate.Citation{PMID: "99000005", Title: "Erratum", Notices: []annotate.Notice{{Kind: "ErratumFor", PMID: "99000001"}}}, "PubMed links them: an erratum"},
		{"comment", annotate.Citation{PMID: "99000006", Title: "Comment", Notices: []annotate.Notice{{Kind: "CommentOn", PMID: "99000001"}}}, ""},
		{"update", annotate.Citation{PMID: "99000007", Title: "Zinc", Notices: []annotate.Notice{{Kind: "UpdateOf", PMID: "99000001"}}}, "PubMed links them: an update"},
		{"preprint", annotate.Citation{PMID: "99000008", Title: "Zinc lozenges for colds in adults.", Authors: people5("Adams", "Zorn"), Types: terms("D000076942 Preprint")}, "preprint and journal, with one title and first author"},
		{"one title, no preprint", annotate.Citation{PMID: "99000009", Title: "Zinc lozenges for colds in adults", Authors: people5("Adams", "Zorn")}, ""},
		{"alike in all", trialPaper("99000010", "Zinc lozenges and the length of colds in adults", 2016, randomised83), "share authors, design, subject and 83 people"},
		{"another number", trialPaper("99000011", "Zinc lozenges and the length of colds in adults", 2016, "We randomised 120 adults to zinc or placebo."), ""},
		{"number not told", trialPaper("99000012", "Zinc lozenges and the length of colds in adults", 2016, "We randomised adults."), ""},
		{"other authors", with(trialPaper("99000013", "Zinc lozenges and the length of colds in adults", 2016, randomised83), func(c *annotate.Citation) { c.Authors = people5("Olsen", "Pratt") }), ""},
		{"another subject", trialPaper("99000014", "Copper bracelets against arthritis of the knee", 2016, randomised83), ""},
		{"years later", trialPaper("99000015", "Zinc lozenges and the length of colds in adults", 2024, randomised83), ""},
		{"years later, and says so", trialPaper("99000016", "Zinc lozenges and sleep in adults: secondary analysis of a randomised trial", 2024, randomised83), "share authors, design, subject and 83 people"},
		{"another design", with(trialPaper("99000017", "Zinc lozenges and the length of colds in adults", 2016, randomised83), func(c *annotate.Citation) { c.Types = terms("D064888 x") }), ""},
		{"one DOI", annotate.Citation{PMID: "99000018", DOI: "10.9999/zinc/v2", Title: "Zinc"}, "have one DOI"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a := first
			a.DOI = "10.9999/zinc"
			if strings.Contains(tt.name, "name") || strings.Contains(tt.name, "registered") {
				a.Trials = []string{"NCT01234567"}
			}
			got := Reports([]annotate.Citation{a, tt.second})
			want := []Group{{Papers: []int{0}}, {Papers: []int{1}}}
			if tt.why != "" {
				want = []Group{{Papers: []int{0, 1}, Why: []string{tt.why}}}
			}
			if !reflect.DeepEqual(got, want) {
				t.Errorf("got %+v, want %+v", got, want)
			}
		})
	}
}

func TestReportsChain(t *testing.T) {
	papers := []annotate.Citation{
		{PMID: "1", Title: "a", Trials: []string{"NCT00000001"}},
		{PMID: "2", Title: "b"},
		{PMID: "3", Title: "c", Trials: []string{"NCT00000002"}},
		{PMID: "4", Title: "d", Trials: []string{"nct00000001", "NCT00000002"}},
	}
	want := []Group{{Papers: []int{0, 2, 3}, Why: []string{"both name the trial NCT00000001", "both name the trial NCT00000002"}}, {Papers: []int{1}}}
	if got := Reports(papers); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if got := Independent(papers); got != 2 {
		t.Errorf("got %d, want 2", got)
	}
	if got := Reports(nil); len(got) != 0 {
		t.Errorf("got %+v", got)
	}
}
