package ui

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/google/uuid"

	"claimlens/annotate"
)

func TestGradeForm(t *testing.T) {
	s := newSite(t)
	s.fill()
	claim := "/claims/" + annotate.ClaimID(common).String()

	resp, body := s.post(claim+"/grade", url.Values{"verdict": {"mixed"}, "rationale": {"I typed <this>."}})
	if resp.StatusCode != http.StatusUnprocessableEntity {
		t.Fatalf("without a certainty: got %d, want 422", resp.StatusCode)
	}
	for _, want := range []string{"I typed &lt;this&gt;.", `value="mixed" required checked`, "Choose how sure you are"} {
		if !strings.Contains(body, want) {
			t.Errorf("the form that comes back lacks %q", want)
		}
	}

	good := url.Values{"verdict": {"mixed"}, "certainty": {"low"}, "rationale": {"Two small trials."}, "back": {"/articles?x=1#y"}}
	resp, _ = s.post(claim+"/grade", good)
	if got := resp.Header.Get("Location"); resp.StatusCode != http.StatusSeeOther || got != "/articles?x=1#y" {
		t.Fatalf("got %d to %q, want 303 to where the form came from", resp.StatusCode, got)
	}
	_, body = s.get(claim)
	if !strings.Contains(body, "Two small trials.") || !strings.Contains(body, "Reviewers differ") {
		t.Error("the claim’s page does not show the grade")
	}
}

// A grade that was signed since the form was read is shown, and what was typed is kept; sent again, it takes its place.
func TestGradeConflict(t *testing.T) {
	s := newSite(t)
	s.fill()
	claim := annotate.ClaimID(common)
	s.grade(common, "Ada Brandt", annotate.Supported, annotate.High)

	form := url.Values{"verdict": {"contradicted"}, "certainty": {"moderate"}, "rationale": {"Typed in another window."}}
	resp, body := s.post("/claims/"+claim.String()+"/grade", form)
	if resp.StatusCode != http.StatusConflict {
		t.Fatalf("got %d, want 409", resp.StatusCode)
	}
	for _, want := range []string{"Because of the trial.", "Typed in another window.", "what you wrote is kept"} {
		if !strings.Contains(body, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	_, after, _ := strings.Cut(body, `name="seen" value="`)
	seen, _, _ := strings.Cut(after, `"`)
	if id, err := uuid.Parse(seen); err != nil || id == uuid.Nil {
		t.Fatalf("the form holds %q as the grade that was seen", seen)
	}
	form.Set("seen", seen)
	if resp, _ := s.post("/claims/"+claim.String()+"/grade", form); resp.StatusCode != http.StatusSeeOther {
		t.Errorf("sent again: got %d, want 303", resp.StatusCode)
	}
	grades, err := s.store.ClaimGrades(t.Context(), claim, noTime, annotate.Page{})
	if err != nil || len(grades.Items) != 3 {
		t.Errorf("got %d grades, %v, want all three kept", len(grades.Items), err)
	}
}

func TestPlainly(t *testing.T) {
	for _, v := range annotate.Verdicts {
		met := map[string]bool{}
		for _, c := range append([]annotate.Certainty{""}, annotate.Certainties...) {
			got := plainly(annotate.Standing{State: annotate.InReview, Verdict: v, Certainty: c})
			if got == "" || !strings.HasSuffix(got, ".") {
				t.Errorf("%s, %s: got %q, want a sentence", v, c, got)
			}
			if met[got] && v.Weighed() {
				t.Errorf("%s: two certainties say the same: %q", v, got)
			}
			met[got] = true
		}
		if s := signOf(v); s.Glyph == "" || s.Word == "" {
			t.Errorf("%s has the sign %+v", v, s)
		}
	}
}
