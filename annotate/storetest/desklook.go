package storetest

import (
	"fmt"
	"time"

	"github.com/google/uuid"

	"claimlens/annotate"
)

var lookPromises = []promise{
	{"keeps where somebody looked", lookKept},
	{"lists all that is wrong", lookInvalid},
}

func lookKept(b *bench) {
	zincTrial(b)
	s := b.lookup(zinc)
	s.ID, s.By, s.Where = zero, "somebody", " PubMed "
	r, err := b.desk().Look(b.ctx, "ana", s)
	want := one(b, r, err)
	same(b, "search", [2]string{want.By, want.Where}, [2]string{"ana", "PubMed"})
	same(b, "stored", walk(b, b.searches(zinc, time.Time{}), 0), []annotate.Search{want})
	same(b, "standing", b.standing(zinc).Searched, want.Created)
}

func lookInvalid(b *bench) {
	zincTrial(b)
	_, err := b.desk().Look(b.ctx, "", annotate.Search{Claim: zinc, Looked: 3})
	wantFields(b, "nothing", err, "where", "query", "looked", "outcome", "by")
	s := b.lookup(uuid.New())
	_, err = b.desk().Look(b.ctx, "ana", s)
	wantKind(b, "no such claim", err, annotate.ErrNotFound)
}

var hearPromises = []promise{
	{"keeps what is new, as one event", hearNew},
	{"keeps the same again after a week", hearAfresh},
	{"refuses what no source says, and all with it", hearInvalid},
}

func (b *bench) hear(checks ...annotate.NoticeCheck) []annotate.NoticeCheck {
	b.Helper()
	changed, err := b.desk().Hear(b.ctx, "ana", checks)
	return one(b, changed, err)
}

// said is what a source says about a paper, as a desk is told it.
func said(pmid string, from annotate.NoticeSource, kinds ...string) annotate.NoticeCheck {
	c := annotate.NoticeCheck{Citation: annotate.CitationID(pmid), From: from}
	for _, kind := range kinds {
		c.Notices = append(c.Notices, annotate.Notice{Kind: kind})
	}
	return c
}

func hearNew(b *bench) {
	zincAndPapers(b)
	all := []annotate.NoticeCheck{said("11", annotate.Crossref, "RetractionIn"), said("12", annotate.Crossref), said("11", annotate.RetractionWatch, "RetractionIn")}
	changed := b.hear(all...)
	same(b, "changed", len(changed), 2)
	same(b, "checks", b.counts().Checks, 3)
	same(b, "events", b.counts().Events, 3)
	same(b, "heard", b.citation("11").Heard, []annotate.Notice{{Kind: "RetractionIn", From: annotate.Crossref}, {Kind: "RetractionIn", From: annotate.RetractionWatch}})
	same(b, "changed, the same again", len(b.hear(all...)), 0)
	same(b, "events, the same again", b.counts().Events, 3)
	same(b, "taken back", len(b.hear(said("11", annotate.Crossref), all[1], all[2])), 1)
	same(b, "checks, taken back", b.counts().Checks, 4)
}

func hearAfresh(b *bench) {
	zincAndPapers(b)
	b.hear(said("11", annotate.Crossref, "ErratumIn"))
	for _, x := range []struct {
		days, checks int
	}{{6, 1}, {2, 2}, {1, 2}, {7, 3}} {
		b.now = b.now.AddDate(0, 0, x.days)
		same(b, "changed", len(b.hear(said("11", annotate.Crossref, "ErratumIn"))), 0)
		same(b, fmt.Sprint("checks after another ", x.days, " days"), b.counts().Checks, x.checks)
	}
}

func hearInvalid(b *bench) {
	zincAndPapers(b)
	_, err := b.desk().Hear(b.ctx, "ana", []annotate.NoticeCheck{said("11", annotate.Crossref), said("12", "hearsay", "RetractionIn")})
	wantKind(b, "no source", err, annotate.ErrInvalid)
	_, err = b.desk().Hear(b.ctx, "ana", []annotate.NoticeCheck{said("11", annotate.Crossref), said("99", annotate.Crossref)})
	wantKind(b, "no paper", err, annotate.ErrNotFound)
	same(b, "checks", b.counts().Checks, 0)
}

var fallPromises = []promise{
	{"is what happens when the paper is retracted", fallHappens},
	{"of a paper on which nothing rests, or that fell already, changes nothing", fallNothing},
}

func fallHappens(b *bench) {
	zincAndPapers(b)
	iron := annotate.ClaimID("Iron helps.")
	b.links(zinc, "11", annotate.Supports)
	b.links(iron, "11", annotate.Disputes)
	b.decides(b.links(annotate.ClaimID("Zinc helps."), "12", annotate.Supports), annotate.Accepted)
	b.signs(zinc, "ana", annotate.Supported, zero)
	b.signs(zinc, "ben", annotate.Mixed, zero)
	b.looks(zinc)
	falls, err := b.desk().IfFallen(b.ctx, annotate.CitationID("11"))
	one(b, falls, err)
	same(b, "claims, looked at, grades, changed", [4]int{falls.Claims, falls.Looked, falls.Grades, len(falls.Changed)}, [4]int{2, 2, 2, 2})
	b.retract("11")
	for _, f := range falls.Changed {
		now := b.standing(f.Claim.ID)
		for i := range now.Reopened {
			now.Reopened[i].Since = f.Then.Reopened[i].Since
		}
		same(b, f.Claim.Text, f.Then, now)
	}
}

func fallNothing(b *bench) {
	zincAndPapers(b)
	b.decides(b.links(zinc, "12", annotate.Supports), annotate.Rejected)
	b.links(zinc, "13", annotate.Supports)
	b.retract("13")
	for pmid, claims := range map[string]int{"11": 0, "12": 0, "13": 1, "99": 0} {
		falls, err := b.desk().IfFallen(b.ctx, annotate.CitationID(pmid))
		same(b, pmid, one(b, falls, err), annotate.Falls{Claims: claims, Looked: claims})
	}
}
