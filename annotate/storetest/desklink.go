package storetest

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"

	"github.com/google/uuid"

	"claimlens/annotate"
)

var linkPromises = []promise{
	{"suggests evidence", linkNew},
	{"says where the passage stands", linkWhere},
	{"refuses a passage that stands nowhere, with what is nearest", linkNowhere},
	{"refuses a passage of another paper, and names it", linkMisattributed},
	{"keeps a passage of the full text, where somebody says so", linkFullText},
	{"twice is once", linkTwice},
	{"by another person is another suggestion", linkAnother},
	{"lists all that is wrong", linkInvalid},
	{"of what is not there is not found", linkMissing},
	{"at once is once", linkAtOnce},
}

// zincTrial has a paper with an abstract beside the claim about zinc.
func zincTrial(b *bench) {
	b.Helper()
	zincAndPapers(b)
	c := paper("21")
	c.Title = "Zinc for the common cold: a trial"
	c.Abstract = []annotate.Section{
		{Label: "BACKGROUND", Category: "BACKGROUND", Text: "Others found that zinc cures everything."},
		{Label: "AIM", Category: "OBJECTIVE", Text: "We asked whether zinc helps."},
		{Label: "RESULTS", Category: "RESULTS", Text: "Zinc shortened colds by 1.5 days (95% CI 0.5–2.5)."},
	}
	b.cites(c)
}

func linkNew(b *bench) {
	zincTrial(b)
	r, err := b.desk().Link(b.ctx, "ana", annotate.Linking{Claim: zinc, PMID: " 21\n", Stance: annotate.Supports})
	e := one(b, r, err)
	same(b, "state", e.State, annotate.Suggested)
	same(b, "stored", b.evidenceRow(e.ID).Evidence, e)
	want := annotate.Evidence{ID: e.ID, Claim: zinc, Citation: annotate.CitationID("21"), Stance: annotate.Supports, By: "ana", Created: e.Created, State: annotate.Suggested}
	same(b, "evidence", e, want)
	same(b, "event", walk(b, b.events(zinc), 0)[0].Kind, annotate.EvidenceLinked)
}

func linkWhere(b *bench) {
	zincTrial(b)
	for _, x := range []struct {
		passage, want string
		where         annotate.PassagePlace
	}{
		{"zinc shortened colds by 1.5 days (95% CI 0.5-2.5)", "Zinc shortened colds by 1.5 days (95% CI 0.5–2.5)", annotate.InAbstract},
		{"Zinc shortened colds by 1.5 days (95% CI 0.5-2.5)", "Zinc shortened colds by 1.5 days (95% CI 0.5–2.5)", annotate.InAbstract},
		{"  colds by 1.5 days ", "colds by 1.5 days", annotate.InAbstract},
		{"zinc cures everything", "zinc cures everything", annotate.InBackground},
		{"whether zinc helps", "whether zinc helps", annotate.InBackground},
		{"Zinc for the common cold", "Zinc for the common cold", annotate.InTitle},
		{"", "", ""},
	} {
		r, err := b.desk().Link(b.ctx, "ana", annotate.Linking{Claim: zinc, PMID: "21", Stance: annotate.Supports, Passage: x.passage})
		e := one(b, r, err)
		want := x.want
		if want == "" {
			want = x.passage
		}
		if e.Where != x.where || e.Passage != want {
			b.Errorf("%q: got %q, %q; want %q, %q", x.passage, e.Where, e.Passage, x.where, want)
		}
		same(b, "stored", b.evidenceRow(e.ID).Evidence, e)
	}
}

func linkNowhere(b *bench) {
	zincTrial(b)
	for passage, nearest := range map[string]string{
		"Zinc shortened colds by 2.5 days (95% CI 0.5–2.5).": "“Zinc shortened colds by 1.5 days (95% CI 0.5–2.5).”",
		"Elephants never forget anything they have seen.":    "nor anything like it",
	} {
		_, err := b.desk().Link(b.ctx, "ana", annotate.Linking{Claim: zinc, PMID: "21", Stance: annotate.Supports, Passage: passage})
		wantFields(b, passage, err, "passage")
		if !strings.Contains(err.Error(), nearest) {
			b.Errorf("%s: got %v, want one that says %s", passage, err, nearest)
		}
	}
	same(b, "evidence", b.counts().Evidence, 0)
}

// finder is a store that finds these papers, whatever it is asked.
type finder struct {
	annotate.Store
	papers []annotate.Citation
}

// SearchPapers finds all papers.
func (f finder) SearchPapers(context.Context, annotate.PaperQuery) ([]annotate.PaperHit, error) {
	var hits []annotate.PaperHit
	for _, c := range f.papers {
		hits = append(hits, annotate.PaperHit{Citation: c, Score: 1})
	}
	return hits, nil
}

func linkMisattributed(b *bench) {
	zincTrial(b)
	other := paper("22")
	other.Abstract = []annotate.Section{{Text: "Iron shortened colds in sheep by no more than an hour."}}
	d := b.deskWith(finder{b.store, []annotate.Citation{b.citation("21"), other}}, talker())
	_, err := d.Link(b.ctx, "ana", annotate.Linking{Claim: zinc, PMID: "21", Stance: annotate.Supports, Passage: "Iron shortened colds in sheep by no more than an hour"})
	wantFields(b, "another paper's passage", err, "passage")
	if !strings.Contains(err.Error(), "PMID 22") {
		b.Errorf("got %v, want one that names PMID 22", err)
	}
}

func linkFullText(b *bench) {
	zincTrial(b)
	l := annotate.Linking{Claim: zinc, PMID: "21", Stance: annotate.Supports, Passage: "Zinc did nothing in 3 of 40.", FullText: " Table  2 "}
	r, err := b.desk().Link(b.ctx, "ana", l)
	e := one(b, r, err)
	same(b, "place", e.Where, annotate.PassagePlace("full text: Table 2"))
	same(b, "passage", e.Passage, l.Passage)
	same(b, "stored", b.evidenceRow(e.ID).Evidence, e)
	l.Passage = ""
	_, err = b.desk().Link(b.ctx, "ana", l)
	wantFields(b, "no passage", err, "passage")
}

func linkTwice(b *bench) {
	zincTrial(b)
	d := b.desk()
	r, err := d.Link(b.ctx, "ana", annotate.Linking{Claim: zinc, PMID: "21", Stance: annotate.Supports, Passage: "zinc helps."})
	first := one(b, r, err)
	before := b.counts()
	r, err = d.Link(b.ctx, "ana", annotate.Linking{Claim: zinc, PMID: "21", Stance: annotate.Supports, Passage: " zinc  helps. "})
	same(b, "again", one(b, r, err), first)
	dec := b.decides(first, annotate.Accepted)
	r, err = d.Link(b.ctx, "ana", annotate.Linking{Claim: zinc, PMID: "21", Stance: annotate.Supports, Passage: "zinc helps."})
	same(b, "state when it was accepted since", one(b, r, err).State, dec.State)
	before.Events++
	same(b, "counts", b.counts(), before)
}

func linkAnother(b *bench) {
	zincTrial(b)
	d := b.desk()
	for _, x := range []struct {
		by, pmid, passage string
		stance            annotate.Stance
	}{{"ana", "21", "", annotate.Supports}, {"ben", "21", "", annotate.Supports}, {"ana", "11", "", annotate.Supports}, {"ana", "21", "colds", annotate.Supports}, {"ana", "21", "", annotate.Neutral}} {
		_, err := d.Link(b.ctx, x.by, annotate.Linking{Claim: zinc, PMID: x.pmid, Stance: x.stance, Passage: x.passage})
		one(b, 0, err)
	}
	same(b, "evidence", b.counts().Evidence, 5)
}

func linkInvalid(b *bench) {
	zincTrial(b)
	for pmid, want := range map[string][]string{
		"PMC123":    {"PMID", "stance", "by"},
		"012":       {"PMID", "stance", "by"},
		"123456789": {"PMID", "stance", "by"},
		"":          {"PMID", "stance", "by"},
		"21":        {"stance", "by"},
	} {
		_, err := b.desk().Link(b.ctx, "", annotate.Linking{Claim: zinc, PMID: pmid, Stance: "likes", Passage: "x"})
		wantFields(b, "PMID "+pmid, err, want...)
	}
	same(b, "evidence", b.counts().Evidence, 0)
}

// wantFields checks that an error lists problems of the fields, in their order.
func wantFields(b *bench, what string, err error, fields ...string) {
	b.Helper()
	wantKind(b, what, err, annotate.ErrInvalid)
	var problems annotate.Problems
	errors.As(err, &problems)
	var got []string
	for _, p := range problems {
		got = append(got, p.Field)
	}
	if !slices.Equal(got, fields) {
		b.Errorf("%s: got problems %v, want of %v", what, problems, fields)
	}
}

func linkMissing(b *bench) {
	zincTrial(b)
	_, err := b.desk().Link(b.ctx, "ana", annotate.Linking{Claim: zinc, PMID: "22", Stance: annotate.Supports})
	wantKind(b, "an unknown paper", err, annotate.ErrNotFound)
	_, err = b.desk().Link(b.ctx, "ana", annotate.Linking{Claim: uuid.New(), PMID: "21", Stance: annotate.Supports})
	wantKind(b, "an unknown claim", err, annotate.ErrNotFound)
	same(b, "evidence", b.counts().Evidence, 0)
}

func linkAtOnce(b *bench) {
	zincTrial(b)
	d := b.freeDesk()
	var lock sync.Mutex
	met := map[uuid.UUID]bool{}
	together(8, func(int) {
		e, err := d.Link(b.ctx, "ana", annotate.Linking{Claim: zinc, PMID: "21", Stance: annotate.Supports, Passage: "zinc helps"})
		if err != nil {
			b.Error(err)
		}
		lock.Lock()
		defer lock.Unlock()
		met[e.ID] = true
	})
	same(b, "identifiers", len(met), 1)
	same(b, "evidence", b.counts().Evidence, 1)
}
