package ui

import (
	"context"
	"net/http"
	"strings"
	"testing"

	"claimlens/annotate"
	"claimlens/annotate/finding"
)

// suggestions is a finder that has its answers ready.
type suggestions struct {
	answer finding.Answer
	asked  *finding.Question
}

func (s suggestions) Find(_ context.Context, q finding.Question) (finding.Answer, error) {
	*s.asked = q
	a := s.answer
	a.Asked = len(a.Candidates)
	a.Candidates = a.Candidates[:min(q.Top, len(a.Candidates))]
	return a, nil
}

// finds has a site suggest papers for each claim: the two of its papers that it is not retracted.
func finds(asked *finding.Question, pmids ...string) func(*Config) {
	a := finding.Answer{Query: "(migraine*[tiab])"}
	for _, pmid := range pmids {
		c := examplePaper(pmid)
		a.Candidates = append(a.Candidates, finding.Candidate{
			Citation: c, Passage: "no patient was cured", Where: annotate.InAbstract,
			Stance: annotate.Disputes, Judged: true, Confidence: 0.72, Reasons: []string{"“no” denies it"},
		})
	}
	return func(c *Config) { c.Finder = suggestions{a, asked} }
}

func TestFind(t *testing.T) {
	var asked finding.Question
	s := newSite(t, finds(&asked, "99000901", "99000902", "99000903", "99000904", "99000905", "99000906", "99000907"))
	s.fill()
	claim := "/claims/" + annotate.ClaimID(women).String()
	status, body := s.get(claim + "/find")
	if status != http.StatusOK || asked.Claim != women {
		t.Fatalf("got %d for %q, want the papers for %q", status, asked.Claim, women)
	}
	for _, want := range []string{
		"5 of 7 candidates", "Seems to dispute", "fairly sure", "right about 7 times in 10", "“no” denies it", "Results",
		"(migraine*[tiab])", "1 paper found, but linked or rejected already",
	} {
		if !strings.Contains(body, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	if strings.Contains(body, `id="paper-99000901-`) {
		t.Error("a paper that is linked to the claim is suggested for it")
	}
	if _, body = s.get(claim + "/find?top=20"); strings.Count(body, `class="candidate `) != 6 || strings.Contains(body, "Show more") {
		t.Error("the rest of the candidates does not come")
	}
	if _, body = s.get(claim); !strings.Contains(body, `data-load="`+claim+`/find`) || strings.Contains(body, `class="candidate `) {
		t.Error("the claim’s own page waits for what is found, or does not lead to it")
	}
}

// A site without a finder says so, and still has the question for PubMed.
func TestFindSwitchedOff(t *testing.T) {
	s := newSite(t)
	s.fill()
	_, body := s.get("/claims/" + annotate.ClaimID(women).String() + "/find")
	for _, want := range []string{"Finding is switched off", "--offline", women} {
		if !strings.Contains(body, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
}

func TestHeading(t *testing.T) {
	for in, want := range map[string]string{"RESULTS": "Results", "MAIN RESULTS:": "Main results", "What we did": "What we did", "": "", "背景": "背景"} {
		if got := heading(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestSectionOf(t *testing.T) {
	c := annotate.Citation{Abstract: []annotate.Section{{Text: "No label here."}, {Label: "CONCLUSIONS", Text: "It works."}}}
	for _, tt := range []struct {
		passage string
		where   annotate.PassagePlace
		want    string
	}{
		{"It works", annotate.InAbstract, "Conclusions"}, {"No label", annotate.InAbstract, ""}, {"No label", annotate.InBackground, "Background"},
		{"It works?", annotate.InTitle, "Title"}, {"", "", ""},
	} {
		if got := sectionOf(finding.Candidate{Citation: c, Passage: tt.passage, Where: tt.where}); got != tt.want {
			t.Errorf("%q in %q: got %q, want %q", tt.passage, tt.where, got, tt.want)
		}
	}
}
