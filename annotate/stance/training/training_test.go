package training

import (
	"testing"

	"claimlens/annotate"
	"claimlens/annotate/stance/internal/forest"
	"claimlens/annotate/stance/internal/model"
	"claimlens/annotate/stance/internal/reading"
)

func TestStatement(t *testing.T) {
	for question, want := range map[string]string{
		"Does rest help back pain?":            "rest help back pain",
		"Stroke units: do they save lives?":    "they save lives",
		"Why do owls hunt at night?":           "",
		"":                                     "",
		"Is":                                   "",
		"Statins and stroke: a matter of dose": "",
	} {
		if got := statement(question); got != want {
			t.Errorf("%q: got %q, want %q", question, got, want)
		}
	}
}

// What shares a paper or a claim, through others too, is held out together.
func TestFolds(t *testing.T) {
	for range 3 {
		got := folds([]example{{claim: "a", paper: "1"}, {claim: "b", paper: "1"}, {claim: "b", paper: "2"}, {claim: "c", paper: "2"}}, 100)
		if got[0] != got[1] || got[1] != got[2] || got[2] != got[3] {
			t.Errorf("got folds %v, want one", got)
		}
	}
}

// A claim is turned about where one word of it gives the direction, and what is said of it with it.
func TestTurned(t *testing.T) {
	for claim, want := range map[string]string{
		"Salt increases blood pressure.":                "Salt decreases blood pressure.",
		"Higher doses are used.":                        "Lower doses are used.",
		"Salt raises blood pressure and lowers weight.": "",
		"Owls hunt at night.":                           "",
		"":                                              "",
	} {
		got, ok := example{claim: claim, gold: annotate.Supports}.turned()
		if got.claim != want || ok != (want != "") || ok && got.gold != annotate.Disputes {
			t.Errorf("%q: got %q, which is %s, want %q", claim, got.claim, got.gold, want)
		}
	}
}

// Words of one company have vectors that point one way.
func TestCompany(t *testing.T) {
	c := newCompany()
	for i := range 400 {
		c.add([]string{"owl hunt night forest", "eagle hunt night forest", "salt raise blood pressure", "sodium raise blood pressure"}[i%4])
	}
	w := model.NewWeights(nil, 0)
	w.SetVectors(vectorDims, c.vectors())
	like := func(a, b string) float32 {
		return reading.Word{Vector: w.Vector(a)}.Near(reading.Word{Vector: w.Vector(b)})
	}
	if salt, owl := like("salt", "sodium"), like("salt", "owl"); salt < 0.9 || owl > 0.5 {
		t.Errorf("salt is like sodium by %v and like an owl by %v", salt, owl)
	}
}

// The trees learn what no single question tells, and the same every time.
func TestBoosted(t *testing.T) {
	var xs [][]float32
	var ys []int
	var ws []float64
	for i := range 400 {
		a, b := float32(i%2), float32(i/2%2)
		xs, ys, ws = append(xs, []float32{a, b, float32(i % 7)}), append(ys, int(a)^int(b)), append(ws, 1+float64(i%3))
	}
	o := boosting{rounds: 30, depth: 3, rate: 0.3, ridge: 1, least: 1, rows: 0.7, columns: 1}
	f, again := boosted(xs, ys, ws, 2, o), boosted(xs, ys, ws, 2, o)
	for i, x := range xs {
		if top(f.Scores(x)) != ys[i] {
			t.Errorf("%v: got %d, want %d", x, top(f.Scores(x)), ys[i])
		}
	}
	if string(f.Append(nil)) != string(again.Append(nil)) {
		t.Error("the same examples gave other trees")
	}
	if g, rest, err := forest.Cut(f.Append(nil), 3); err != nil || len(rest) > 0 || string(g.Append(nil)) != string(f.Append(nil)) {
		t.Errorf("what is read is not what was written: %v", err)
	}
}
