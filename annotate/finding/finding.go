// Package finding goes from a claim to the papers that may speak to it: it asks for them in the claim's weighted words,
// ranks what comes, and picks from each paper the passage that speaks to the claim and the stance that it seems to take.
//
// A claim's words are its terms; beside them stand, for less, the other names of the things that it names: those of its
// article's abbreviations and of a list of our own (package synonyms). The search is widened by what the first papers have in
// common. The first papers are then measured beside the claim – which of its words stand in the title, in one sentence,
// side by side – and ranked by a linear model of these features (RANKING.md says what it was learned from, and how good it
// is).
//
// Relevance is no finer than it can be measured. Papers that hardly differ in it (alike) are ordered by what else matters
// to an editor: those that have lost their weight last, then by the strength of their design, then the newer first. What
// holds no findings is not offered (notices of retraction, errata) or comes after all others (comments, editorials and news
// without an abstract).
package finding

import (
	"cmp"
	"context"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"claimlens/annotate"
	"claimlens/annotate/stance"
	"claimlens/annotate/study"
	"claimlens/annotate/terms"
)

// Question asks for the papers that may speak to a claim.
type Question struct {
	Claim         string
	Abbreviations map[string]string // of the article that makes it: "MSCs" → "mesenchymal stem cells"
	Top           int               // how many candidates at most; 0: ten
}

// Candidate is a paper that may speak to a claim. It is derived and never kept: what a reviewer makes of it is.
type Candidate struct {
	Citation   annotate.Citation
	Score      float64 // relevance: more is better, within one answer
	Study      study.Study
	Passage    string // the sentence of title or abstract that speaks to the claim, in its own characters
	Where      annotate.PassagePlace
	Stance     annotate.Stance // suggested
	Judged     bool            // the stance was suggested by the judge; one that was not is neutral
	Confidence float64         // of the stance, 0..1; 0: none is known
	Reasons    []string        // for the stance, or why there is none, in words
}

// Answer is the candidates, best first, and the same question for PubMed.
type Answer struct {
	Candidates []Candidate
	Asked      int    // papers that were ranked; notices of other papers are none once they are met
	Query      string // in PubMed's syntax
}

// Papers finds papers by terms; annotate.Reader is one.
type Papers interface {
	SearchPapers(ctx context.Context, q annotate.PaperQuery) ([]annotate.PaperHit, error)
	CountPapers(ctx context.Context, terms []string) (annotate.PaperCounts, error)
}

// Judge suggests a stance.
type Judge interface {
	Judge(ctx context.Context, q stance.Question) (stance.Answer, error)
}

// Config is what a Finder works with.
type Config struct {
	Papers Papers
	Judge  Judge // nil: every stance is neutral, and none is judged
}

// Finder finds papers. It is safe for concurrent use.
type Finder struct{ c Config }

// New is a Finder.
func New(c Config) *Finder { return &Finder{c} }

const (
	defaultTop = 10
	mostTop    = 1000
	// widen is how much the words of the first papers count.
	widen = 0.3
	// Judged is how many candidates are judged, the first ones: a judgement parses every sentence of a paper. The others
	// are neutral, and not judged.
	Judged = 10
	// judgedAtOnce is how many are judged at the same time: a language model is waited for.
	judgedAtOnce = 4
	// mostFailures is after how many judgements that failed the other candidates are left: the judge is not there.
	mostFailures = 3
)

// Find finds the papers that may speak to a claim. No claim is an error: one without words finds nothing. A judge that fails
// leaves its paper without a suggested stance, and with the reason.
func (f *Finder) Find(ctx context.Context, q Question) (Answer, error) {
	top := min(cmp.Or(max(q.Top, 0), defaultTop), mostTop)
	c := readClaim(q)
	answer := Answer{Query: PubMedQuery(q.Claim)}
	if len(c.terms) == 0 {
		return answer, ctx.Err()
	}
	if err := f.rarities(ctx, &c); err != nil {
		return answer, fmt.Errorf("papers for a claim: %w", err)
	}
	hits, err := f.c.Papers.SearchPapers(ctx, annotate.PaperQuery{Terms: c.terms, Widen: widen, Limit: depth(top)})
	if err != nil {
		return answer, fmt.Errorf("papers for a claim: %w", err)
	}
	hits = slices.DeleteFunc(hits, func(h annotate.PaperHit) bool { return notice(h.Citation) })
	answer.Asked = len(hits)
	shown := order(c.rank(hits), top)
	shown = shown[:min(top, len(shown))]
	answer.Candidates = make([]Candidate, len(shown))
	var failures atomic.Int32
	var g errgroup.Group
	g.SetLimit(judgedAtOnce)
	for i, r := range shown {
		g.Go(func() error {
			answer.Candidates[i] = f.candidate(ctx, q.Claim, r, i < Judged, &failures)
			return nil
		})
	}
	_ = g.Wait() // none fails
	return answer, ctx.Err()
}

// rarities learns how rare the claim's words are among the papers here.
func (f *Finder) rarities(ctx context.Context, c *claimed) error {
	list := make([]string, len(c.words))
	for i, w := range c.words {
		list[i] = w.term
	}
	counts, err := f.c.Papers.CountPapers(ctx, list)
	if err != nil {
		return err
	}
	for i := range c.words {
		c.words[i].rarity = counts.Rarity(i)
	}
	return nil
}

// ranked is a paper with its rank's reasons.
type ranked struct {
	hit      annotate.PaperHit
	paper    *paper
	features features
	score    float64
	best     int // its best sentence
	study    study.Study
}

// atOnce does a work in some parts at once: part from of so many.
func atOnce(work func(from, parts int)) {
	parts := min(runtime.GOMAXPROCS(0), 4)
	var g sync.WaitGroup
	for from := range parts {
		g.Go(func() { work(from, parts) })
	}
	g.Wait()
}

// rank measures papers, in the order in which they come.
func (c *claimed) rank(hits []annotate.PaperHit) []ranked {
	c.distinct() // made before several goroutines ask for it
	out := make([]ranked, len(hits))
	atOnce(func(from, step int) {
		reader := terms.NewReader()
		for i := from; i < len(hits); i += step {
			p := readPaper(reader, hits[i].Citation)
			f, best := c.measure(p, hits[i].Score)
			out[i] = ranked{hit: hits[i], paper: p, features: f, score: f.relevance(), best: best}
		}
	})
	return out
}

// candidate is a ranked paper as it is shown.
func (f *Finder) candidate(ctx context.Context, claim string, r ranked, judge bool, failures *atomic.Int32) Candidate {
	c := Candidate{Citation: r.hit.Citation, Score: r.score, Study: r.study, Stance: annotate.Neutral}
	best := r.best
	if judge && f.c.Judge != nil && len(r.paper.texts) > 1 {
		if said := f.judge(ctx, &c, stance.Question{Claim: claim, Title: r.paper.texts[0], Passages: r.paper.texts[1:]}, failures); said >= 0 {
			best = said + 1
		}
	}
	if best >= 0 && strings.TrimSpace(r.paper.texts[best]) != "" {
		c.Passage, c.Where = annotate.FindPassage(r.hit.Citation, r.paper.texts[best])
	}
	return c
}

// judge has a candidate judged, and gives the passage that speaks to the claim most; -1: none is known.
func (f *Finder) judge(ctx context.Context, c *Candidate, q stance.Question, failures *atomic.Int32) int {
	if failures.Load() >= mostFailures {
		c.Reasons = []string{"not judged, because the judge failed on others"}
		return -1
	}
	a, err := f.c.Judge.Judge(ctx, q)
	if err != nil {
		failures.Add(1)
		c.Reasons = []string{"not judged: " + err.Error()}
		return -1
	}
	c.Judged, c.Stance, c.Confidence, c.Reasons = true, a.Stance, a.Confidence, a.Reasons
	if a.Best >= len(q.Passages) {
		return -1
	}
	return a.Best
}
