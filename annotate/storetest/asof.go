package storetest

import (
	"time"

	"github.com/google/uuid"

	"claimlens/annotate"
)

var asOfPromises = []promise{
	{"shows the grades that there were", gradesAsOf},
	{"shows the evidence and the decisions that there were", evidenceAsOf},
	{"shows the standing that there was", standingAsOf},
	{"shows no retraction before it was known", retractedAsOf},
	{"knows no claim before it was met", asOfBefore},
}

// before is the last moment before t that the record can tell from it.
func before(t time.Time) time.Time { return t.Add(-time.Millisecond) }

func gradesAsOf(b *bench) {
	zincAndPapers(b)
	ana := b.signs(zinc, "ana", annotate.Supported, zero)
	ben := b.signs(zinc, "ben", annotate.Mixed, zero)
	again := b.signs(zinc, "ana", annotate.Mixed, ana.ID)
	for _, x := range []struct {
		what string
		asOf time.Time
		want []uuid.UUID
	}{
		{"before the first", before(ana.Created), nil},
		{"at the first", ana.Created, []uuid.UUID{ana.ID}},
		{"before the second", before(ben.Created), []uuid.UUID{ana.ID}},
		{"before the third", before(again.Created), []uuid.UUID{ben.ID, ana.ID}},
		{"long after", b.now.AddDate(1, 0, 0), []uuid.UUID{again.ID, ben.ID, ana.ID}},
		{"now", time.Time{}, []uuid.UUID{again.ID, ben.ID, ana.ID}},
	} {
		got := gradeIDs(walk(b, b.gradesOf(zinc, x.asOf), 2))
		same(b, x.what, got, x.want)
	}
}

func evidenceAsOf(b *bench) {
	zincAndPapers(b)
	first := b.links(zinc, "11", annotate.Supports)
	accepted := b.decides(first, annotate.Accepted)
	second := b.links(zinc, "12", annotate.Disputes)
	rejected := b.decides(first, annotate.Rejected)
	for _, x := range []struct {
		what  string
		asOf  time.Time
		count int
		state annotate.EvidenceState
		said  *annotate.Decision
	}{
		{"before any", before(first.Created), 0, "", nil},
		{"once suggested", first.Created, 1, annotate.Suggested, nil},
		{"before it was accepted", before(accepted.Created), 1, annotate.Suggested, nil},
		{"once accepted", accepted.Created, 1, annotate.Accepted, &accepted},
		{"before it was rejected", before(rejected.Created), 2, annotate.Accepted, &accepted},
		{"once rejected", rejected.Created, 2, annotate.Rejected, &rejected},
		{"now", time.Time{}, 2, annotate.Rejected, &rejected},
	} {
		rows := walk(b, b.claimEvidence(zinc, x.asOf), 1)
		if len(rows) != x.count {
			b.Errorf("%s: got %d, want %d", x.what, len(rows), x.count)
		} else if x.count > 0 {
			same(b, x.what+": state", rows[0].Evidence.State, x.state)
			same(b, x.what+": decision", rows[0].Decision, x.said)
		}
	}
	same(b, "the second's state", b.evidenceRow(second.ID).Evidence.State, annotate.Suggested)
}

func standingAsOf(b *bench) {
	zincAndPapers(b)
	e := b.links(zinc, "11", annotate.Supports)
	ana := b.signs(zinc, "ana", annotate.Supported, zero)
	d := b.decides(e, annotate.Rejected)
	ben := b.signs(zinc, "ben", annotate.Mixed, zero)
	again := b.signs(zinc, "ben", annotate.Supported, ben.ID)
	judged := annotate.Standing{State: annotate.InReview, Verdict: annotate.Supported, Certainty: annotate.Low, Graders: 1, Articles: 1, Graded: ana.Created}
	suggested, rejected, agreed := judged, judged, judged
	suggested.Supports, suggested.Suggested = 1, 1
	agreed.State, agreed.Graders, agreed.Graded = annotate.Agreed, 2, again.Created
	for _, x := range []struct {
		what string
		asOf time.Time
		want annotate.Standing
	}{
		{"once met", before(e.Created), annotate.Standing{State: annotate.Open, Articles: 1}},
		{"once linked", e.Created, annotate.Standing{State: annotate.Open, Articles: 1, Supports: 1, Suggested: 1}},
		{"before it was rejected", before(d.Created), suggested},
		{"once rejected", d.Created, rejected},
		{"before it was graded again", before(again.Created), annotate.Standing{State: annotate.Conflict, Graders: 2, Articles: 1, Graded: ben.Created}},
		{"once graded again", again.Created, agreed},
		{"now", time.Time{}, agreed},
	} {
		same(b, x.what, b.standingAt(zinc, x.asOf), x.want)
	}
}

func retractedAsOf(b *bench) {
	zincAndPapers(b)
	b.links(zinc, "11", annotate.Supports)
	b.later()
	b.retract("11")
	same(b, "before it was known", b.standingAt(zinc, before(b.now)).Retracted, 0)
	same(b, "once known", b.standingAt(zinc, b.now).Retracted, 1)
	rows := walk(b, b.claimEvidence(zinc, before(b.now)), 0)
	if _, retracted := rows[0].Citation.Retracted(); retracted || rows[0].Weight.None() {
		b.Error("the evidence's paper is retracted before that was known")
	}
}

func asOfBefore(b *bench) {
	zincAndPapers(b)
	met := b.claim(zinc).Claim.Created
	b.links(zinc, "11", annotate.Supports)
	b.signs(zinc, "ana", annotate.Supported, zero)
	same(b, "when it was met", b.standingAt(zinc, met).State, annotate.Open)
	_, err := b.store.Standing(b.ctx, zinc, before(met))
	wantKind(b, "before that", err, annotate.ErrNotFound)
	same(b, "evidence", len(walk(b, b.claimEvidence(zinc, before(met)), 0)), 0)
	same(b, "grades", len(walk(b, b.gradesOf(zinc, before(met)), 0)), 0)
}
