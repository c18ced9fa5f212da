package finding

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync/atomic"
	"testing"

	"claimlens/annotate"
	"claimlens/annotate/stance"
)

// shelf holds papers that all have the claim's words.
type shelf []annotate.Citation

func (s shelf) SearchPapers(context.Context, annotate.PaperQuery) ([]annotate.PaperHit, error) {
	var hits []annotate.PaperHit
	for _, c := range s {
		hits = append(hits, annotate.PaperHit{Citation: c, Score: 1})
	}
	return hits, nil
}

func (shelf) CountPapers(_ context.Context, terms []string) (annotate.PaperCounts, error) {
	return annotate.PaperCounts{Papers: 1000, With: make([]int, len(terms))}, nil
}

func papers(n int) shelf {
	var s shelf
	for i := range n {
		s = append(s, annotate.Citation{
			PMID: fmt.Sprint(99000900 + i), Title: "Zinc and the heart.",
			Abstract: []annotate.Section{{Text: "Adults took part. Zinc did not prevent heart attacks."}},
		})
	}
	return s
}

// judgeFunc is a judge.
type judgeFunc func(stance.Question) (stance.Answer, error)

func (f judgeFunc) Judge(_ context.Context, q stance.Question) (stance.Answer, error) { return f(q) }

// The first candidates are judged, and their order and passages are those of the papers, though several are judged at once.
func TestJudged(t *testing.T) {
	f := New(Config{Papers: papers(Judged + 3), Judge: judgeFunc(func(q stance.Question) (stance.Answer, error) {
		return stance.Answer{Stance: annotate.Disputes, Best: len(q.Passages) - 1, Passages: []int{len(q.Passages) - 1}, Reasons: []string{"so"}}, nil
	})})
	a, err := f.Find(t.Context(), Question{Claim: "Zinc prevents heart attacks.", Top: 20})
	if err != nil || len(a.Candidates) != Judged+3 {
		t.Fatalf("got %d candidates: %v", len(a.Candidates), err)
	}
	for i, c := range a.Candidates {
		want := annotate.Neutral
		if i < Judged {
			want = annotate.Disputes
		}
		if c.Citation.PMID != fmt.Sprint(99000900+i) || c.Judged != (i < Judged) || c.Stance != want || c.Judged && c.Passage != "Zinc did not prevent heart attacks" {
			t.Errorf("candidate %d: got PMID %s, judged %v, %s, %q", i, c.Citation.PMID, c.Judged, c.Stance, c.Passage)
		}
	}
}

// A judge that fails leaves its paper not judged, and one that fails again and again is not asked for ever.
func TestJudgeFails(t *testing.T) {
	var asked atomic.Int32
	f := New(Config{Papers: papers(Judged), Judge: judgeFunc(func(stance.Question) (stance.Answer, error) {
		asked.Add(1)
		return stance.Answer{}, errors.New("no such server")
	})})
	a, err := f.Find(t.Context(), Question{Claim: "Zinc prevents heart attacks."})
	if err != nil || len(a.Candidates) != Judged {
		t.Fatalf("got %d candidates: %v", len(a.Candidates), err)
	}
	for _, c := range a.Candidates {
		if c.Judged || c.Stance != annotate.Neutral || len(c.Reasons) != 1 || !strings.HasPrefix(c.Reasons[0], "not judged") || c.Passage == "" {
			t.Errorf("got %+v", c)
		}
	}
	if n := asked.Load(); n < mostFailures || n >= mostFailures+judgedAtOnce {
		t.Errorf("it was asked %d times", n)
	}
}
