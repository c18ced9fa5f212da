package storetest

import (
	"time"

	"github.com/google/uuid"

	"claimlens/annotate"
)

var recordPromises = []promise{
	{"twice is once", recordTwice},
	{"of nothing is nothing", recordNothing},
	{"leaves out what is held already", recordPart},
	{"leaves a claim as it was first met", recordMet},
	{"takes evidence for the same whatever was decided since", recordDecided},
	{"takes times for the same that are the same to the millisecond", recordTime},
}

// everything is one change of each kind, in the order in which they can be recorded.
func everything(b *bench) []annotate.Change {
	first := article("https://example.org/a", b.later(), "Zinc helps.", "Iron helps.")
	next := article("https://example.org/a", b.later(), "Copper helps.")
	next.Revision = 2
	second := fullCitation()
	second.Version, second.Title = 2, "Corrected"
	e := b.evidence(zinc, "11", annotate.Supports)
	d := annotate.Decision{ID: b.newID(), Evidence: e.ID, State: annotate.Rejected, Comment: "no", By: "ben", Created: b.later()}
	g := b.grade(zinc, "ana", annotate.Supported, zero)
	return []annotate.Change{
		told(first, b.now), told(next, b.now), b.dropsFirst(next), cited(b.now, paper("11"), fullCitation()), cited(b.now, second),
		heard(b.check("11", annotate.Crossref, "ErratumIn")), linked(e), decided(d, zinc), sought(b.lookup(zinc)), graded(g), graded(b.grade(zinc, "ana", annotate.Mixed, g.ID)),
	}
}

// dropsFirst is the change that drops the first mention of an article.
func (b *bench) dropsFirst(a annotate.Article) annotate.Change {
	return edited(b.edit(a, annotate.Dropped, []uuid.UUID{mention(a, 0, annotate.ClaimID(sentences(a)[0])).ID}, nil))
}

func recordTwice(b *bench) {
	changes := everything(b)
	for _, c := range changes {
		b.record(c)
		b.recordsNothing("at once", c)
	}
	for _, c := range changes {
		b.recordsNothing("later", c)
	}
	all := annotate.Change{Actor: "ana", Kind: annotate.CitationsImported, Time: b.later()}
	for _, c := range changes {
		all.Articles = append(all.Articles, c.Articles...)
		all.Claims = append(all.Claims, c.Claims...)
		all.Mentions = append(all.Mentions, c.Mentions...)
		all.Edits = append(all.Edits, c.Edits...)
		all.Checks = append(all.Checks, c.Checks...)
		all.Searches = append(all.Searches, c.Searches...)
		all.Evidence = append(all.Evidence, c.Evidence...)
		all.Decisions = append(all.Decisions, c.Decisions...)
	}
	b.recordsNothing("all in one", all)
}

// recordsNothing records a change of which the store holds everything.
func (b *bench) recordsNothing(what string, c annotate.Change) {
	b.Helper()
	before, standing := b.counts(), b.standing(zinc)
	c.Actor, c.Note, c.Time = "somebody else", "again", b.later()
	e, err := b.store.Record(b.ctx, c)
	if err != nil || e.Seq != 0 {
		b.Errorf("%s %s: got event %d, %v; want none", c.Kind, what, e.Seq, err)
	}
	same(b, what+": counts", b.counts(), before)
	same(b, what+": standing", b.standing(zinc), standing)
}

func recordNothing(b *bench) {
	for range 2 {
		e, err := b.store.Record(b.ctx, annotate.Change{Actor: "ana", Kind: annotate.CitationsImported, Time: b.later()})
		if err != nil || e.Seq != 0 {
			b.Errorf("got event %d, %v; want none", e.Seq, err)
		}
		same(b, "counts", b.counts(), annotate.Counts{})
	}
}

func recordPart(b *bench) {
	b.cites(paper("11"))
	c := cited(b.later(), paper("11"), paper("12"))
	e := b.record(c)
	same(b, "papers", b.counts().Citations, 2)
	fresh := b.another()
	fresh.cites(paper("11"))
	same(b, "what the event made", e.Content, fresh.record(cited(b.now, paper("12"))).Content)
	a := b.tells("https://example.org/a", "Zinc helps.")
	whole := told(a, a.Read)
	whole.Citations = []annotate.Citation{paper("13"), paper("12")}
	b.record(whole)
	same(b, "counts", b.counts(), annotate.Counts{Events: 4, Articles: 1, Claims: 1, Mentions: 1, Citations: 3})
	same(b, "revision", b.row(a.ID).Revision, 1)
}

func recordMet(b *bench) {
	zincAndPapers(b)
	first := b.claim(zinc).Claim
	c := annotate.Change{Actor: "ana", Kind: annotate.ArticleImported, Time: b.later()}
	c.Claims = []annotate.Claim{{ID: zinc, Text: "ZINC  helps", Kind: annotate.Safety, Polarity: annotate.Negated, Created: b.now}}
	b.recordsNothing("a claim in other words", c)
	b.record(told(article("https://example.org/b", b.now, "ZINC  helps", "Copper helps."), b.now))
	same(b, "claim", b.claim(zinc).Claim, first)
	same(b, "articles", b.standing(zinc).Articles, 2)
}

func recordDecided(b *bench) {
	zincAndPapers(b)
	e := b.links(zinc, "11", annotate.Supports)
	b.decides(e, annotate.Accepted)
	for _, state := range []annotate.EvidenceState{annotate.Suggested, annotate.Accepted, ""} {
		e.State = state
		b.recordsNothing("evidence that was decided on, given as "+string(state), linked(e))
	}
}

func recordTime(b *bench) {
	b.now = b.now.Add(123_456_789 * time.Nanosecond).In(time.FixedZone("east", 3600))
	a := article("https://example.org/a", b.now, "Zinc helps.")
	a.Read = b.now
	c := told(a, b.now)
	c.Claims[0].Created = b.now
	b.record(c)
	b.cites(paper("11"))
	e := b.evidence(zinc, "11", annotate.Supports)
	g := b.grade(zinc, "ana", annotate.Mixed, zero)
	for _, x := range []annotate.Change{linked(e), graded(g)} {
		b.record(x)
		b.recordsNothing("with a finer time", x)
	}
	b.recordsNothing("with a finer time", c)
	same(b, "claim", b.claim(zinc).Claim.Created, annotate.Moment(c.Claims[0].Created))
	same(b, "evidence", b.evidenceRow(e.ID).Evidence.Created, annotate.Moment(e.Created))
	same(b, "grade", walk(b, b.gradesOf(zinc, time.Time{}), 0)[0].Created, annotate.Moment(g.Created))
}
