package stance

import (
	"cmp"
	"context"
	_ "embed"
	"slices"
	"sync"

	"claimlens/annotate"
	"claimlens/annotate/stance/internal/model"
	"claimlens/annotate/stance/internal/reading"
)

//go:embed stance.model
var file []byte

//go:embed MODEL.md
var card string

// Card says what the built-in model was learned from, under which licences, and how good it is, in Markdown.
func Card() string { return card }

// embedded is the model, which is read when it is first asked for: most commands never do.
var embedded = sync.OnceValue(func() *model.Model {
	m, err := model.Decode(file)
	if err != nil {
		panic(err) // it was built in, and a test reads it
	}
	return m
})

// Judge suggests stances by grammar and the built-in model, on this machine. It is safe for concurrent use, and the same
// question always gets the same answer.
type Judge struct {
	mu     sync.Mutex
	claims map[string]*reading.Text
}

// New makes a judge.
func New() *Judge { return &Judge{claims: map[string]*reading.Text{}} }

// mostClaims is how many claims a judge remembers: the papers of one are usually asked about in a row.
const mostClaims = 64

// claim reads a claim, or remembers it.
func (j *Judge) claim(text string) *reading.Text {
	j.mu.Lock()
	defer j.mu.Unlock()
	if c, ok := j.claims[text]; ok {
		return c
	}
	c := reading.Parse(text, embedded().Weights)
	if len(j.claims) >= mostClaims {
		clear(j.claims)
	}
	j.claims[text] = &c
	return &c
}

// Judge suggests a stance. It reads the first two thousand sentences of the passages, and fails only when ctx ends. A paper
// that has no word of the claim is neutral to it.
func (j *Judge) Judge(ctx context.Context, q Question) (Answer, error) {
	if err := ctx.Err(); err != nil {
		return Answer{}, err
	}
	judged := embedded().Judge(j.claim(q.Claim), q.Title, q.Passages)
	at := 0
	for c, share := range judged.Whole {
		if share > judged.Whole[at] {
			at = c
		}
	}
	a := Answer{Stance: annotate.Stances[at], Confidence: embedded().Trust.Of(judged.Whole[at]), Best: -1}
	order := byShare(judged, func(s []float64) float64 { return 1 - s[model.Classes-1] })
	if len(order) > 0 {
		a.Best = judged.Units[order[0]].Passage
	}
	if a.Stance == annotate.Neutral {
		a.Reasons = neutralReasons(judged)
		return a, nil
	}
	a.Passages = carrying(judged, at)
	if len(a.Passages) == 0 { // it was the title alone, and that is no passage
		a.Stance = annotate.Neutral
		a.Reasons = []string{"only the title speaks to it"}
		return a, nil
	}
	a.Best = a.Passages[0]
	a.Reasons = reasons(judged, a)
	return a, nil
}

// byShare are the units of passages, those with the highest figure first.
func byShare(j model.Judged, figure func(shares []float64) float64) []int {
	var order []int
	for i, u := range j.Units {
		if u.Passage >= 0 && u.Covered > 0 {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(figure(j.Shares[b]), figure(j.Shares[a])) })
	return order
}

// Bounds on the passages that are said to carry a stance.
const (
	mostCarrying = 3
	nearlyBest   = 0.6 // of the best one's share
)

// carrying are the passages that carry the stance of a class, the strongest first.
func carrying(j model.Judged, class int) []int {
	var out []int
	best := 0.0
	for _, i := range byShare(j, func(s []float64) float64 { return s[class] }) {
		share, passage := j.Shares[i][class], j.Units[i].Passage
		if best == 0 {
			best = share
		}
		if share >= best*nearlyBest && len(out) < mostCarrying && !slices.Contains(out, passage) {
			out = append(out, passage)
		}
	}
	return out
}
