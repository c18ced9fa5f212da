package finding

import (
	"context"
	"slices"
	"strconv"
	"testing"

	"claimlens/annotate"
)

// asListed finds all of its papers, in their order.
type asListed []annotate.Citation

func (s asListed) SearchPapers(_ context.Context, q annotate.PaperQuery) ([]annotate.PaperHit, error) {
	var hits []annotate.PaperHit
	for _, c := range s[:min(len(s), q.Limit)] {
		hits = append(hits, annotate.PaperHit{Citation: c, Score: 1})
	}
	return hits, nil
}

func (s asListed) CountPapers(_ context.Context, terms []string) (annotate.PaperCounts, error) {
	return annotate.PaperCounts{Papers: len(s), With: make([]int, len(terms))}, nil
}

func headed(year int, types ...string) annotate.Citation {
	c := annotate.Citation{Title: "Zinc and colds", Year: year, Abstract: []annotate.Section{{Text: "Zinc was given for colds."}}}
	for _, t := range types {
		c.Types = append(c.Types, annotate.Term{Name: t})
	}
	return c
}

// Papers that are alike in relevance are in order of weight, design and date; relevance comes before all that.
func TestOrder(t *testing.T) {
	retracted := headed(2025, "Meta-Analysis")
	retracted.Notices = []annotate.Notice{{Kind: "RetractionIn"}}
	heard := headed(2025, "Meta-Analysis")
	heard.Heard = []annotate.Notice{{Kind: "ExpressionOfConcernIn", From: annotate.Crossref}}
	bare := headed(2025, "Editorial")
	bare.Abstract = nil
	for _, test := range []struct {
		name   string
		papers []annotate.Citation
		scores []float64
		want   []int
	}{
		{"stronger design first", []annotate.Citation{headed(2020, "Case Reports"), headed(2010, "Randomized Controlled Trial"), headed(2000, "Meta-Analysis")}, []float64{1.05, 1.02, 1}, []int{2, 1, 0}},
		{"then the newer", []annotate.Citation{headed(2001, "Meta-Analysis"), headed(2009, "Meta-Analysis")}, []float64{1.05, 1}, []int{1, 0}},
		{"retracted last among its like", []annotate.Citation{retracted, headed(1990, "Case Reports")}, []float64{1.05, 1}, []int{1, 0}},
		{"under concern by what was heard", []annotate.Citation{heard, headed(1990, "Case Reports")}, []float64{1.05, 1}, []int{1, 0}},
		{"relevance before all", []annotate.Citation{headed(2020, "Case Reports"), headed(2024, "Meta-Analysis")}, []float64{2, 1}, []int{0, 1}},
		{"a band does not creep", []annotate.Citation{headed(2020, "Case Reports"), headed(2020, "Randomized Controlled Trial"), headed(2020, "Meta-Analysis")}, []float64{1.1, 1.04, 0.99}, []int{1, 0, 2}},
		{"opinions after all", []annotate.Citation{bare, headed(1990, "Case Reports")}, []float64{9, 1}, []int{1, 0}},
	} {
		var all []ranked
		for i, c := range test.papers {
			c.PMID = strconv.Itoa(i)
			all = append(all, ranked{hit: annotate.PaperHit{Citation: c}, score: test.scores[i]})
		}
		var got []int
		for _, r := range order(all, 10) {
			n, _ := strconv.Atoi(r.hit.Citation.PMID)
			got = append(got, n)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: got %v, want %v", test.name, got, test.want)
		}
	}
}

// Candidates carry their study, and notices are none.
func TestFindLeavesOutNotices(t *testing.T) {
	typed, untyped, letter := headed(2020, "Retraction of Publication"), headed(2020), headed(2020, "Letter")
	untyped.Abstract, untyped.Notices = nil, []annotate.Notice{{Kind: "ErratumFor", PMID: "99000901"}}
	trial := headed(2020, "Randomized Controlled Trial")
	for i, c := range []*annotate.Citation{&typed, &untyped, &letter, &trial} {
		c.PMID = strconv.Itoa(99000901 + i)
		c.ID = annotate.CitationID(c.PMID)
	}
	a, err := New(Config{Papers: asListed{typed, untyped, letter, trial}}).Find(t.Context(), Question{Claim: "Zinc shortens colds."})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, c := range a.Candidates {
		got = append(got, c.Citation.PMID+" "+string(c.Study.Design))
	}
	if want := []string{"99000904 randomized controlled trial", "99000903 letter"}; a.Asked != 2 || !slices.Equal(got, want) {
		t.Errorf("got %q of %d, want %q of 2", got, a.Asked, want)
	}
}

// The file of weights has one for each feature, and no other.
func TestWeights(t *testing.T) {
	w := weights()
	if w[sumAbstract] == 0 || slices.Contains(names[:], "") {
		t.Errorf("got %v of %q", w, names)
	}
	for _, bad := range []string{"", "sumTitle 1\n", weightsFile + "sumTitle 1\n", weightsFile + "other 1\n", "sumTitle x\n"} {
		if _, err := readWeights(bad); err == nil {
			t.Errorf("%q was read", annotate.Shorten(bad, 40))
		}
	}
}
