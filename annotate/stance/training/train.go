package training

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"claimlens/annotate/stance/internal/compare"
	"claimlens/annotate/stance/internal/forest"
	"claimlens/annotate/stance/internal/model"
	"claimlens/annotate/stance/internal/reading"
	"claimlens/annotate/syntax"
)

// Config says what to learn from. SciFact is needed, the others may be missing.
type Config struct {
	SciFactClaims, SciFactCorpus string
	PubMedQA, EvidenceInference  string
	// Measure are files of questions that are judged once all is learned, by the model and by the baseline, and never
	// learned from: an object {"claim", "title", "passages", "stance"} a line.
	Measure []string
	// Say is told how far the training has come, and the figures; it may be nil.
	Say func(format string, args ...any)
}

// Train learns a model and returns it as a file. The same data give the same file.
func Train(c Config) ([]byte, error) {
	if c.Say == nil {
		c.Say = func(string, ...any) {}
	}
	examples, err := c.examples()
	if err != nil {
		return nil, err
	}
	weights, err := c.weights(examples)
	if err != nil {
		return nil, err
	}
	if err := c.company(examples, weights); err != nil {
		return nil, err
	}
	c.Say("%d examples", len(examples))
	t := &trainer{examples: examples, papers: look(examples, weights), fold: folds(examples, nFolds)}
	c.Say("read")
	t.cross()
	lone := t.lone()
	t.weigh(lone)
	c.Say("where there are few sentences, shares are multiplied by %v", lone)
	c.report("the model", t.examples, t.held)
	trust := trustOf(t)
	c.Say("reliability of the confidence, held out:")
	for _, line := range reliability(t, trust) {
		c.Say("  %s", line)
	}
	m := &model.Model{Weights: weights, Sentences: t.sentences(all), Papers: t.documents(t.pooled(t.single), all), Lone: lone, Trust: trust}
	c.Say("asked for most: %s", strings.Join(favourites(m.Sentences), ", "))
	base := crossBaseline(examples, t.fold)
	c.report("the baseline", t.examples, base)
	return m.Encode(), c.measure(m, examples)
}

// examples reads the sets.
func (c Config) examples() ([]example, error) {
	out, err := scifact(c.SciFactClaims, c.SciFactCorpus)
	if err != nil {
		return nil, err
	}
	if len(out) == 0 {
		return nil, errors.New("SciFact's claims cite nothing in its corpus")
	}
	for _, set := range []struct {
		name string
		read func(string) ([]example, error)
	}{{c.PubMedQA, pubmedqa}, {c.EvidenceInference, inference}} {
		if set.name == "" {
			continue
		}
		more, err := set.read(set.name)
		if err != nil {
			return nil, err
		}
		out = append(out, more...)
	}
	return out, nil
}

// report says how good the held-out answers are, set by set.
func (c Config) report(what string, examples []example, answers [][]float64) {
	sets := map[string]*tally{}
	for i, e := range examples {
		if sets[e.set] == nil {
			sets[e.set] = &tally{}
		}
		sets[e.set].add(class(e.gold), top(answers[i]))
	}
	for _, name := range sortedKeys(sets) {
		c.Say("%s, held out, %s: %s", what, name, sets[name])
	}
}

// weights counts in how many papers each stem is.
func (c Config) weights(examples []example) (*model.Weights, error) {
	counts := map[string]int{}
	n := 0
	add := func(text []string) {
		in := map[string]bool{}
		for _, p := range text {
			for _, w := range syntax.Words(p) {
				in[reading.Stem(w.Form)] = true
			}
		}
		for s := range in {
			counts[s]++
		}
		n++
	}
	if err := eachLine(c.SciFactCorpus, func(p scifactPaper) { add(append([]string{p.Title}, p.Abstract...)) }); err != nil {
		return nil, err
	}
	seen := map[string]bool{}
	for _, e := range examples {
		if e.set == "pubmedqa" && !seen[e.paper] {
			seen[e.paper] = true
			add(e.passages)
		}
	}
	return model.NewWeights(counts, n), nil
}

// company learns the company of words from the same papers, and from the texts of the trials.
func (c Config) company(examples []example, w *model.Weights) error {
	words := newCompany()
	if err := eachLine(c.SciFactCorpus, func(p scifactPaper) { words.add(p.Title + "\n" + strings.Join(p.Abstract, " ")) }); err != nil {
		return err
	}
	for _, e := range examples {
		if e.set == "pubmedqa" {
			words.add(strings.Join(e.passages, " "))
		}
	}
	if c.EvidenceInference != "" {
		if err := eachLine(c.EvidenceInference, func(t struct{ Text string }) { words.add(t.Text) }); err != nil {
			return err
		}
	}
	of := words.vectors()
	w.SetVectors(vectorDims, of)
	c.Say("the company of %d words", len(of))
	return nil
}

// top is the place of the highest of figures.
func top[T cmp.Ordered](x []T) int {
	best := 0
	for i := range x {
		if x[i] > x[best] {
			best = i
		}
	}
	return best
}

// favourites are the figures that the trees for sentences ask for most.
func favourites(f *forest.Forest) []string {
	names := compare.PairNames()
	asked := map[string]int{}
	for _, t := range f.Trees {
		for _, n := range t {
			if n.Feature != forest.Leaf {
				asked[names[n.Feature]]++
			}
		}
	}
	slices.SortStableFunc(names, func(a, b string) int { return cmp.Compare(asked[b], asked[a]) })
	return names[:20]
}
