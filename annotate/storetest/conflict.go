package storetest

import (
	"github.com/google/uuid"

	"claimlens/annotate"
)

var conflictPromises = []promise{
	{"revision that is not the next", revisionConflict},
	{"version that is not the next", versionConflict},
	{"grade that replaces another than the reviewer's current one", replacesConflict},
	{"identifier of something that differs", identifierConflict},
}

func revisionConflict(b *bench) {
	a := article("https://example.org/a", b.later(), "Zinc helps.")
	a.Revision = 2
	b.refuses("first revision 2", told(a, b.now), annotate.ErrConflict)
	a = b.tells(a.URL, "Zinc helps.")
	for _, revision := range []int{1, 3} {
		other := article(a.URL, b.later(), "Iron helps.")
		other.Revision = revision
		b.refuses("another text as revision", told(other, b.now), annotate.ErrConflict)
	}
	same(b, "article", b.article(a.ID, 0), a)
	_, err := b.store.Claim(b.ctx, annotate.ClaimID("Iron helps."))
	wantKind(b, "a refused article's claim", err, annotate.ErrNotFound)
}

func versionConflict(b *bench) {
	c := paper("11")
	c.Version = 2
	b.refuses("first version 2", cited(b.later(), c), annotate.ErrConflict)
	b.cites(paper("11"))
	for _, version := range []int{1, 3} {
		c.Version, c.Title = version, "Another title"
		b.refuses("another title as version", cited(b.later(), paper("12"), c), annotate.ErrConflict)
	}
	same(b, "paper", b.citation("11"), paper("11"))
}

func replacesConflict(b *bench) {
	zincAndPapers(b)
	iron := annotate.ClaimID("Iron helps.")
	b.refuses("something unknown", graded(b.grade(zinc, "ana", annotate.Mixed, uuid.New())), annotate.ErrConflict)
	ana := b.signs(zinc, "ana", annotate.Supported, zero)
	ben := b.signs(zinc, "ben", annotate.Supported, zero)
	elsewhere := b.signs(iron, "ana", annotate.Supported, zero)
	for _, x := range []struct {
		what     string
		replaces uuid.UUID
	}{{"nothing", zero}, {"another reviewer's", ben.ID}, {"one of another claim", elsewhere.ID}, {"the claim", zinc}} {
		b.refuses(x.what, graded(b.grade(zinc, "ana", annotate.Mixed, x.replaces)), annotate.ErrConflict)
	}
	b.signs(zinc, "ana", annotate.Mixed, ana.ID)
	b.refuses("one replaced already", graded(b.grade(zinc, "ana", annotate.NotSupported, ana.ID)), annotate.ErrConflict)
	same(b, "graders", b.standing(zinc).Graders, 2)
}

func identifierConflict(b *bench) {
	changes := everything(b)
	for _, c := range changes {
		b.record(c)
	}
	a, e, d, g := changes[0], changes[6], changes[7], changes[9]
	mentions := annotate.Change{Actor: "ana", Kind: annotate.ArticleChanged, Time: b.later()}
	mentions.Mentions = append(mentions.Mentions, a.Mentions[0])
	mentions.Mentions[0].Worth = 1
	b.refuses("mention", mentions, annotate.ErrConflict)
	evidence := e.Evidence[0]
	evidence.Stance = annotate.Disputes
	b.refuses("evidence", linked(evidence), annotate.ErrConflict)
	decision := d.Decisions[0]
	decision.Comment = "still no"
	b.refuses("decision", decided(decision, zinc), annotate.ErrConflict)
	grade := g.Grades[0]
	grade.Rationale = "for better reasons"
	b.refuses("grade", graded(grade), annotate.ErrConflict)
}
