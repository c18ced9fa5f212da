package storetest

import (
	"errors"
	"slices"
	"sync"

	"github.com/google/uuid"

	"claimlens/annotate"
)

var linkPromises = []promise{
	{"suggests evidence", linkNew},
	{"says where the passage stands", linkWhere},
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
	r, err := b.desk().Link(b.ctx, "ana", zinc, " 21\n", annotate.Supports, "")
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
		{"zinc shortened colds by 1.5 days (95% CI 0.5-2.5)", "Zinc shortened colds by 1.5 days (95% CI 0.5–2.5", annotate.InAbstract},
		{"Zinc shortened colds by 1.5 days (95% CI 0.5-2.5)", "Zinc shortened colds by 1.5 days (95% CI 0.5–2.5", annotate.InAbstract},
		{"  colds by 1.5 days ", "colds by 1.5 days", annotate.InAbstract},
		{"colds by 15 days", "", annotate.NotInRecord},
		{"zinc cures everything", "zinc cures everything", annotate.InBackground},
		{"whether zinc helps", "whether zinc helps", annotate.InBackground},
		{"Zinc for the common cold", "Zinc for the common cold", annotate.InTitle},
		{"Zinc has no effect at all.", "", annotate.NotInRecord},
		{"", "", ""},
	} {
		r, err := b.desk().Link(b.ctx, "ana", zinc, "21", annotate.Supports, x.passage)
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

func linkTwice(b *bench) {
	zincTrial(b)
	d := b.desk()
	r, err := d.Link(b.ctx, "ana", zinc, "21", annotate.Supports, "zinc helps.")
	first := one(b, r, err)
	before := b.counts()
	r, err = d.Link(b.ctx, "ana", zinc, "21", annotate.Supports, " zinc  helps. ")
	same(b, "again", one(b, r, err), first)
	dec := b.decides(first, annotate.Accepted)
	r, err = d.Link(b.ctx, "ana", zinc, "21", annotate.Supports, "zinc helps.")
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
		_, err := d.Link(b.ctx, x.by, zinc, x.pmid, x.stance, x.passage)
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
		_, err := b.desk().Link(b.ctx, "", zinc, pmid, "likes", "x")
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
	_, err := b.desk().Link(b.ctx, "ana", zinc, "22", annotate.Supports, "")
	wantKind(b, "an unknown paper", err, annotate.ErrNotFound)
	_, err = b.desk().Link(b.ctx, "ana", uuid.New(), "21", annotate.Supports, "")
	wantKind(b, "an unknown claim", err, annotate.ErrNotFound)
	same(b, "evidence", b.counts().Evidence, 0)
}

func linkAtOnce(b *bench) {
	zincTrial(b)
	d := b.freeDesk()
	var lock sync.Mutex
	met := map[uuid.UUID]bool{}
	together(8, func(int) {
		e, err := d.Link(b.ctx, "ana", zinc, "21", annotate.Supports, "zinc helps")
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
