package storetest

import (
	"fmt"
	"math"
	"slices"

	"claimlens/annotate"
)

var paperPromises = []promise{
	{"finds the papers that hold a term, wherever it stands", paperTerms},
	{"puts first what holds more, rarer and weightier terms", paperOrder},
	{"finds terms that belong together only together", paperRows},
	{"gives at most as many as asked for, the best", paperLimit},
	{"finds a paper by its latest version, with what others say of it", paperLatest},
	{"finds nothing that PubMed took back, and nothing for nothing", paperNothing},
	{"that is widened finds what the first papers have in common", paperWidened},
	{"counts in how many papers terms stand", paperCounts},
	{"that asks for too much, or weighs by nothing, is invalid", paperInvalid},
}

// asking asks for papers by terms that weigh alike.
func asking(terms ...string) annotate.PaperQuery {
	q := annotate.PaperQuery{Limit: 100}
	for _, t := range terms {
		q.Terms = append(q.Terms, annotate.PaperTerm{Text: t, Weight: 1})
	}
	return q
}

// about is a paper with a title and an abstract.
func about(pmid, title, abstract string) annotate.Citation {
	c := paper(pmid)
	c.Title = title
	if abstract != "" {
		c.Abstract = []annotate.Section{{Text: abstract}}
	}
	return c
}

// findsPapers checks which papers a query finds, in any order, and is what it found.
func (b *bench) findsPapers(q annotate.PaperQuery, pmids ...string) []annotate.PaperHit {
	b.Helper()
	var hits []annotate.PaperHit
	slices.Sort(pmids)
	b.eventually(fmt.Sprintf("%v finds PMID %v", q.Terms, pmids), func() bool {
		var err error
		if hits, err = b.store.SearchPapers(b.ctx, q); err != nil {
			b.Fatal(err)
		}
		return slices.Equal(slices.Sorted(slices.Values(pmidsOf(hits))), pmids)
	})
	for i := range hits[min(1, len(hits)):] {
		if hits[i].Score < hits[i+1].Score {
			b.Errorf("%v: the score %g before %g", q.Terms, hits[i].Score, hits[i+1].Score)
		}
	}
	return hits
}

func pmidsOf(hits []annotate.PaperHit) []string {
	var out []string
	for _, h := range hits {
		out = append(out, h.Citation.PMID)
	}
	return out
}

// first checks which paper comes first of those found.
func (b *bench) first(hits []annotate.PaperHit, pmid string) {
	b.Helper()
	if len(hits) == 0 || hits[0].Citation.PMID != pmid {
		b.Errorf("got %v, want %s first", pmidsOf(hits), pmid)
	}
}

func paperTerms(b *bench) {
	headed := about("14", "Metals", "")
	headed.Mesh, headed.Keywords = []annotate.Term{{Name: "Zinc"}}, []string{"gold"}
	told := about("15", "Trial", "")
	told.Summary, told.Original = "Zinc was seen.", "Spurenelemente"
	b.cites(about("11", "Zinc and colds", ""), about("12", "Metals", "Some took zinc."), about("13", "Iron", "None."), headed, told)
	b.findsPapers(asking("zinc"), "11", "12", "14", "15")
	b.findsPapers(asking("cold"), "11") // as package terms makes it of colds
	b.findsPapers(asking("gold", "iron"), "13", "14")
	b.findsPapers(asking("copper"))
}

func paperOrder(b *bench) {
	b.cites(about("11", "Zinc iron", ""), about("12", "Zinc copper", ""), about("13", "Zinc gold", ""), about("14", "Copper nickel", ""))
	b.first(b.findsPapers(asking("zinc", "iron"), "11", "12", "13"), "11")
	b.first(b.findsPapers(asking("gold", "copper"), "12", "13", "14"), "13") // gold is rarer
	weighty := asking("gold", "nickel")
	weighty.Terms[1].Weight = 3
	b.first(b.findsPapers(weighty, "13", "14"), "14")
}

func paperRows(b *bench) {
	b.cites(about("11", "Heart attack", ""), about("12", "Heart", "An attack of gout."), about("13", "Heart", ""), about("14", "Attack", ""))
	b.findsPapers(asking("heart attack"), "11", "12")
	b.findsPapers(asking("heart attack", "gout"), "11", "12")
}

func paperLimit(b *bench) {
	for i := range 9 {
		b.cites(about(fmt.Sprint(11+i), "Zinc", ""))
	}
	b.cites(about("30", "Zinc iron", ""))
	b.findsPapers(asking("zinc"), "11", "12", "13", "14", "15", "16", "17", "18", "19", "30")
	few := asking("zinc", "iron")
	few.Limit = 3
	hits, err := b.store.SearchPapers(b.ctx, few)
	if err != nil || len(hits) != 3 {
		b.Errorf("got %v, %v; want three", pmidsOf(hits), err)
	}
	b.first(hits, "30")
}

func paperLatest(b *bench) {
	b.cites(about("11", "Zinc", ""))
	b.findsPapers(asking("zinc"), "11")
	next := about("11", "Iron", "")
	next.Version = 2
	b.cites(next)
	b.findsPapers(asking("zinc"))
	b.findsPapers(asking("iron"), "11")
	b.hears("11", annotate.RetractionWatch, "RetractionIn")
	same(b, "paper", b.findsPapers(asking("iron"), "11")[0].Citation, b.citation("11"))
}

func paperNothing(b *bench) {
	b.cites(about("11", "Zinc", ""), about("12", "Zinc", ""))
	b.findsPapers(asking("zinc"), "11", "12")
	b.cites(annotate.Citation{ID: annotate.CitationID("11"), Version: 2, PMID: "11", Deleted: true})
	b.findsPapers(asking("zinc"), "12")
	b.findsPapers(asking())
	b.findsPapers(asking("", " "))
}

func paperWidened(b *bench) {
	b.cites(about("11", "Aspirin", "Thrombosis was seen."), about("12", "Aspirin", "Thrombosis again."), about("13", "Heparin", "Thrombosis."), about("14", "Iron", "None."))
	b.findsPapers(asking("aspirin"), "11", "12")
	wide := asking("aspirin")
	wide.Widen = 0.3
	hits := b.findsPapers(wide, "11", "12", "13")
	if last := hits[len(hits)-1].Citation.PMID; last != "13" {
		b.Errorf("got %v, want what does not hold the term last", pmidsOf(hits))
	}
}

func paperCounts(b *bench) {
	same(b, "of none", b.count("zinc"), annotate.PaperCounts{With: []int{0}})
	b.cites(about("11", "Zinc", ""), about("12", "Zinc, iron", ""), about("13", "Gold", ""))
	b.findsPapers(asking("zinc", "gold"), "11", "12", "13")
	same(b, "counts", b.count("zinc", "iron", "copper"), annotate.PaperCounts{Papers: 3, With: []int{2, 1, 0}})
}

func (b *bench) count(terms ...string) annotate.PaperCounts {
	b.Helper()
	counts, err := b.store.CountPapers(b.ctx, terms)
	return one(b, counts, err)
}

func paperInvalid(b *bench) {
	b.cites(about("11", "Zinc", ""))
	many := asking(slices.Repeat([]string{"zinc"}, 501)...)
	for what, spoil := range map[string]func(*annotate.PaperQuery){
		"no limit":          func(q *annotate.PaperQuery) { q.Limit = 0 },
		"too high a limit":  func(q *annotate.PaperQuery) { q.Limit = 1001 },
		"no weight":         func(q *annotate.PaperQuery) { q.Terms[0].Weight = 0 },
		"less than nothing": func(q *annotate.PaperQuery) { q.Terms[0].Weight = -1 },
		"no number":         func(q *annotate.PaperQuery) { q.Terms[0].Weight = math.NaN() },
		"narrowed":          func(q *annotate.PaperQuery) { q.Widen = -0.1 },
		"nothing but wide":  func(q *annotate.PaperQuery) { q.Widen = 1.1 },
		"too many terms":    func(q *annotate.PaperQuery) { q.Terms = many.Terms },
	} {
		q := asking("zinc")
		spoil(&q)
		_, err := b.store.SearchPapers(b.ctx, q)
		wantKind(b, what, err, annotate.ErrInvalid)
	}
}
