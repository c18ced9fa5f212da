package ui

import (
	"net/url"
	"strings"
	"testing"

	"claimlens/annotate"
	"claimlens/annotate/finding"
)

// What is suggested is accepted, rejected with a reason, or corrected; then it is not suggested again.
func TestAnswer(t *testing.T) {
	var asked finding.Question
	s := newSite(t, finds(&asked, "99000901", "99000902", "99000903"))
	s.fill()
	rows, err := s.store.Claims(t.Context(), annotate.Open, annotate.Page{Limit: 1})
	if err != nil || len(rows.Items) == 0 {
		t.Fatal("there is no open claim")
	}
	id := rows.Items[0].Claim.ID
	claim := "/claims/" + id.String()
	suggestion := func(pmid, decision string, more ...string) url.Values {
		v := url.Values{
			"pmid": {pmid}, "suggested": {"disputes"}, "said": {"no patient was cured"},
			"stance": {"disputes"}, "passage": {"no patient was cured"}, "decision": {decision},
		}
		for i := 0; i < len(more); i += 2 {
			v.Set(more[i], more[i+1])
		}
		return v
	}
	for _, tt := range []struct {
		name   string
		form   url.Values
		status int
		want   string
	}{
		{"rejected without a reason", suggestion("99000902", "rejected", "comment", " "), 422, "Say why: a rejection needs a comment."},
		{"neither", suggestion("99000902", "perhaps"), 422, "Choose accept or reject."},
		{"corrected, no stance", suggestion("99000903", "corrected", "stance", "", "passage", "After a year"), 422, "Choose supports, disputes or neutral."},
		{"corrected, misquoted", suggestion("99000903", "corrected", "passage", "After two years no patient was cured."), 422, "Use this passage"},
		{"corrected by a place in the full text alone", suggestion("99000903", "corrected", "passage", "Nothing of the kind is printed.", "fulltext", ""), 422, "say where in the full text it stands"},
		{"accepted, what the machine does not say", suggestion("99000901", "accepted", "suggested", "supports"), 422, "has changed: read it again"},
		{"a paper that is not here", suggestion("99000999", "accepted"), 404, ""},
		{"accepted", suggestion("99000901", "accepted"), 303, ""},
		{"rejected", suggestion("99000902", "rejected", "comment", "It is a notice."), 303, ""},
		{"corrected by the nearest", suggestion("99000903", "corrected", "stance", "neutral", "passage", "After two years", "use", "After a year no patient was cured."), 303, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			resp, body := s.post(claim+"/find", tt.form)
			if resp.StatusCode != tt.status || !strings.Contains(body, tt.want) {
				t.Errorf("got %d, want %d and %q", resp.StatusCode, tt.status, tt.want)
			}
		})
	}
	evidence, _, err := s.server.claimEvidence(t.Context(), id, noTime)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range evidence {
		got = append(got, strings.Join([]string{r.Citation.PMID, r.Evidence.By, string(r.Evidence.Stance), string(r.Evidence.State)}, " "))
	}
	for _, r := range evidence {
		if r.Evidence.By == machine && r.Evidence.Confidence != 0.72 {
			t.Errorf("PMID %s: got a confidence of %v, want the finder's own", r.Citation.PMID, r.Evidence.Confidence)
		}
	}
	want := []string{
		"99000901 claimlens disputes accepted", "99000902 claimlens disputes rejected",
		"99000903 Ada Brandt neutral suggested", "99000903 claimlens disputes rejected",
	}
	for _, w := range want {
		if !strings.Contains(strings.Join(got, "\n"), w) {
			t.Errorf("got %q, want %q among it", got, w)
		}
	}
	if _, body := s.get(claim + "/find"); strings.Contains(body, `class="candidate `) {
		t.Error("what was answered is suggested again")
	}
}

// Where no stance is suggested there is nothing to accept: whoever links the paper says how it speaks to the claim.
func TestAnswerNotJudged(t *testing.T) {
	s := newSite(t, func(c *Config) {
		c.Finder = suggestions{finding.Answer{Candidates: []finding.Candidate{{Citation: examplePaper("99000903"), Passage: "no patient was cured", Stance: annotate.Neutral}}}, &finding.Question{}}
	})
	s.fill()
	id := annotate.ClaimID(women)
	claim := "/claims/" + id.String()
	_, body := s.get(claim + "/find")
	if !strings.Contains(body, "stance not judged") || strings.Contains(body, `value="accepted"`) {
		t.Error("a stance that nobody suggested can be accepted")
	}
	form := url.Values{"pmid": {"99000903"}, "suggested": {""}, "said": {"no patient was cured"}, "stance": {"neutral"}, "passage": {"no patient was cured"}, "decision": {"corrected"}}
	if resp, _ := s.post(claim+"/find", form); resp.StatusCode != 303 {
		t.Fatalf("got %d, want 303", resp.StatusCode)
	}
	rows, _, err := s.server.claimEvidence(t.Context(), id, noTime)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		if r.Evidence.By == machine {
			t.Errorf("the machine is said to have suggested %s", r.Evidence.Stance)
		}
	}
}

// A language model that judges signs what it suggests, and pages say who judged and what is sent where.
func TestAnswerByModel(t *testing.T) {
	s := newSite(t, func(c *Config) {
		c.Judge, c.JudgeHost = "test-model", "model.example"
		c.Finder = suggestions{finding.Answer{Candidates: []finding.Candidate{{
			Citation: examplePaper("99000903"), Passage: "no patient was cured", Where: annotate.InAbstract, Stance: annotate.Disputes, Judged: true, Reasons: []string{"judged by test-model"},
		}}}, &finding.Question{}}
	})
	s.fill()
	id := annotate.ClaimID(women)
	claim := "/claims/" + id.String()
	_, body := s.get(claim + "/find")
	for _, want := range []string{
		"judged by the language model <b>test-model at model.example</b>", "with the abstracts, go to test-model at model.example", "all else stays on this machine",
		"nobody knows how sure", "Nobody has measured how often", `value="accepted"`,
	} {
		if !strings.Contains(body, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	form := url.Values{"pmid": {"99000903"}, "suggested": {"disputes"}, "said": {"no patient was cured"}, "confidence": {"0"}, "decision": {"accepted"}}
	if resp, _ := s.post(claim+"/find", form); resp.StatusCode != 303 {
		t.Fatalf("got %d, want 303", resp.StatusCode)
	}
	rows, _, err := s.server.claimEvidence(t.Context(), id, noTime)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		if r.Evidence.By == "test-model" && r.Evidence.State == annotate.Accepted && r.Evidence.Confidence == 0 {
			return
		}
	}
	t.Errorf("got %+v, want what test-model suggested and was accepted", rows)
}

// A claim's history says what was done with which paper.
func TestDeeds(t *testing.T) {
	s := newSite(t)
	s.fill()
	id := annotate.ClaimID(women)
	made, err := s.desk.Link(t.Context(), "Mina Sato", annotate.Linking{Claim: id, PMID: "99000903", Stance: annotate.Disputes, Passage: "no patient was cured"})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.desk.Decide(t.Context(), "Ada Brandt", made.ID, annotate.Rejected, "It is about nothing."); err != nil {
		t.Fatal(err)
	}
	_, body := s.get("/claims/" + id.String())
	for _, want := range []string{"Mina Sato linked PMID 99000903", "Ada Brandt rejected PMID 99000903"} {
		if !strings.Contains(body, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
}
