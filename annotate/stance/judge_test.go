package stance_test

import (
	"context"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"claimlens/annotate"
	"claimlens/annotate/stance"
)

const claim = "Salt raises blood pressure."

var abstract = []string{
	"We recruited 212 adults from two towns.",
	"Blood pressure was measured every week.",
	"A high intake of salt raised blood pressure by 5 mmHg.",
}

func judged(t *testing.T, q stance.Question) stance.Answer {
	t.Helper()
	a, err := stance.New().Judge(context.Background(), q)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestJudge(t *testing.T) {
	a := judged(t, stance.Question{Claim: claim, Passages: abstract})
	if a.Stance != annotate.Supports || len(a.Passages) == 0 || a.Passages[0] != 2 || a.Best != 2 || a.Confidence <= 0 || a.Confidence > 1 || len(a.Reasons) == 0 {
		t.Errorf("got %+v, want the third passage to support it", a)
	}
}

// Where nothing speaks to the claim there is no passage, and the answer says why.
func TestJudgeNothing(t *testing.T) {
	for name, q := range map[string]stance.Question{
		"no passages": {Claim: claim},
		"empty":       {Claim: claim, Passages: []string{"", " \n"}},
		"other":       {Claim: claim, Passages: []string{"Owls hunt at night."}},
		"no claim":    {Passages: abstract},
		"title alone": {Claim: claim, Title: "Salt raises blood pressure"},
	} {
		if a := judged(t, q); a.Stance != annotate.Neutral || len(a.Passages) > 0 || len(a.Reasons) == 0 {
			t.Errorf("%s: got %+v, want neutral with a reason", name, a)
		}
	}
}

// Many may ask one judge at once, and get what each would get alone.
func TestJudgeAtOnce(t *testing.T) {
	j := stance.New()
	want := judged(t, stance.Question{Claim: claim, Passages: abstract})
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 5 {
				got, err := j.Judge(context.Background(), stance.Question{Claim: claim, Passages: abstract})
				if err != nil || !cmp.Equal(got, want) {
					t.Errorf("got %+v, want %+v: %v", got, want, err)
				}
			}
		})
	}
	group.Wait()
}

func TestJudgeStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := stance.New().Judge(ctx, stance.Question{Claim: claim, Passages: abstract}); err != context.Canceled {
		t.Errorf("got %v, want that it was cancelled", err)
	}
}

func FuzzJudge(f *testing.F) {
	f.Add(claim, "Salt", strings.Join(abstract, "\n"))
	f.Add("", "", "")
	f.Add("\x00\xff", "- - '' --", "p < 0.05 (95% CI 1.1 -")
	f.Add(strings.Repeat("salt ", 20_000), strings.Repeat("a", 100_000), strings.Repeat("salt raises pressure, ", 5_000))
	f.Add("salt", "", strings.Repeat("Salt.\n", 10_000))
	f.Add("αβ salt-free ‐ ’", "", strings.Repeat("(", 1000)+"salt"+strings.Repeat("-", 1000))
	j := stance.New()
	f.Fuzz(func(t *testing.T, claim, title, text string) {
		q := stance.Question{Claim: claim, Title: title, Passages: strings.Split(text, "\n")}
		a, err := j.Judge(context.Background(), q)
		if err != nil {
			t.Fatal(err)
		}
		if (a.Stance == annotate.Neutral) != (len(a.Passages) == 0) || a.Confidence < 0 || a.Confidence > 1 || a.Best < -1 || a.Best >= len(q.Passages) {
			t.Errorf("got %+v", a)
		}
		for _, i := range a.Passages {
			if i < 0 || i >= len(q.Passages) {
				t.Errorf("passage %d of %d", i, len(q.Passages))
			}
		}
	})
}
