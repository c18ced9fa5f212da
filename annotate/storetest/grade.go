package storetest

import (
	"time"

	"github.com/google/uuid"

	"claimlens/annotate"
)

var gradePromises = []promise{
	{"comes back with all fields", gradeRoundTrip},
	{"is listed newest first, replaced ones too", gradeOrder},
	{"replaces the same reviewer's only", gradeReplaces},
}

func gradeRoundTrip(b *bench) {
	zincAndPapers(b)
	replaces := zero
	for i, v := range annotate.Verdicts {
		want := b.grade(zinc, "Ana Ñandú – 安", v, replaces)
		want.Rationale = "„Because“\n– 锌 👩‍⚕️"
		if v.Weighed() {
			want.Certainty = annotate.Certainties[i%4]
		}
		b.record(graded(want))
		same(b, string(v), walk(b, b.gradesOf(zinc, time.Time{}), 0)[0], want)
		replaces = want.ID
	}
}

func gradeOrder(b *bench) {
	zincAndPapers(b)
	var want []uuid.UUID
	last := map[string]uuid.UUID{}
	for i := range 12 {
		by := []string{"ana", "ben", "eve"}[i%3]
		g := b.signs(zinc, by, annotate.Verdicts[i%7], last[by])
		last[by] = g.ID
		want = append([]uuid.UUID{g.ID}, want...)
	}
	same(b, "grades", gradeIDs(walk(b, b.gradesOf(zinc, time.Time{}), 5)), want)
	same(b, "of another claim", len(walk(b, b.gradesOf(annotate.ClaimID("Iron helps."), time.Time{}), 0)), 0)
}

func gradeIDs(grades []annotate.Grade) []uuid.UUID {
	out := make([]uuid.UUID, len(grades))
	for i, g := range grades {
		out[i] = g.ID
	}
	return out
}

func gradeReplaces(b *bench) {
	zincAndPapers(b)
	b.signs(zinc, "ana", annotate.Supported, zero)
	ben := b.signs(zinc, "ben", annotate.Mixed, zero)
	same(b, "state", b.standing(zinc).State, annotate.Conflict)
	b.signs(zinc, "ben", annotate.Supported, ben.ID)
	s := b.standing(zinc)
	same(b, "state after ben came round", s.State, annotate.Agreed)
	same(b, "graders", s.Graders, 2)
	same(b, "grades", b.counts().Grades, 3)
}
