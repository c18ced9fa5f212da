package storetest

import (
	"errors"
	"fmt"
	"sync"
	"sync/atomic"

	"github.com/google/uuid"

	"claimlens/annotate"
)

var concurrencyPromises = []promise{
	{"all that is recorded at once is there", recordAtOnce},
	{"a reader never sees half a change", readWhileRecording},
	{"one revision wins", raceRevision},
	{"one grade of a reviewer wins", raceGrade},
	{"the grades of all reviewers count", gradeAtOnce},
	{"the same thing said at once is said once", sameAtOnce},
}

// crowd is how many goroutines do something at once.
const crowd = 32

// together runs do(0) to do(n-1) at once and waits for all. do may report errors, but not end the test.
func together(n int, do func(i int)) {
	var all sync.WaitGroup
	start := make(chan struct{})
	for i := range n {
		all.Go(func() {
			<-start
			do(i)
		})
	}
	close(start)
	all.Wait()
}

func recordAtOnce(b *bench) {
	const each = 4
	together(crowd, func(i int) {
		for j := range each {
			a := article(fmt.Sprintf("https://example.org/%d/%d", i, j), b.now, fmt.Sprintf("One %d %d.", i, j), fmt.Sprintf("Two %d %d.", i, j))
			e, err := b.store.Record(b.ctx, told(a, b.now))
			if err != nil || e.Seq == 0 {
				b.Errorf("got event %d, %v", e.Seq, err)
			}
			if row, err := b.store.ArticleRow(b.ctx, a.ID); err != nil || row.Claims != 2 {
				b.Errorf("read back: got %d claims, %v; want 2", row.Claims, err)
			}
		}
	})
	const n = crowd * each
	same(b, "counts", b.counts(), annotate.Counts{Events: n, Articles: n, Claims: 2 * n, Mentions: 2 * n})
	all := walk(b, b.events(zero), 0)
	for i, e := range all {
		same(b, "number", e.Seq, uint64(n-i))
	}
	checkChain(b, all)
	same(b, "articles", len(walk(b, b.articles, 0)), n)
	same(b, "claims", len(walk(b, b.claims(annotate.Open), 0)), 2*n)
}

func readWhileRecording(b *bench) {
	const articles, perArticle = 24, 5
	address := func(i int) string { return fmt.Sprintf("https://example.org/%d", i) }
	var written atomic.Int32
	together(crowd, func(i int) {
		if i%4 == 0 { // eight writers
			for j := i / 4; j < articles; j += crowd / 4 {
				a := article(address(j), b.now, numbered(perArticle, address(j))...)
				if _, err := b.store.Record(b.ctx, told(a, b.now)); err != nil {
					b.Error(err)
				}
				written.Add(1)
			}
			return
		}
		for n := 0; written.Load() < articles && !b.Failed(); n++ {
			b.readWhole(annotate.ArticleID(address((i+n)%articles)), perArticle)
		}
	})
	b.readWhole(annotate.ArticleID(address(0)), perArticle)
}

// readWhole checks that an article is there with all of its mentions and claims, or not at all.
func (b *bench) readWhole(id uuid.UUID, claims int) {
	c, err := b.store.Counts(b.ctx)
	if err != nil || c.Articles != c.Events || c.Claims != claims*c.Articles || c.Mentions != c.Claims {
		b.Errorf("half a change in %+v, %v", c, err)
	}
	row, err := b.store.ArticleRow(b.ctx, id)
	if errors.Is(err, annotate.ErrNotFound) {
		return
	}
	l, err2 := b.store.Mentions(b.ctx, id, 0, annotate.Page{})
	if err != nil || err2 != nil || row.Claims != claims || len(l.Items) != claims {
		b.Errorf("got %d claims and %d mentions, %v, %v; want %d", row.Claims, len(l.Items), err, err2, claims)
	}
	for _, m := range l.Items {
		if m.Claim.Text == "" || m.Standing.State != annotate.Open || m.Standing.Articles != 1 {
			b.Errorf("half a mention: %+v", m)
		}
	}
}

// race runs do at once and checks that one ended well and all others in a conflict.
func (b *bench) race(n int, do func(i int) error) {
	b.Helper()
	var won atomic.Int32
	together(n, func(i int) {
		err := do(i)
		switch {
		case err == nil:
			won.Add(1)
		case !errors.Is(err, annotate.ErrConflict):
			b.Errorf("got error %v, want one that is %q", err, annotate.ErrConflict)
		}
	})
	same(b, "winners", won.Load(), int32(1))
}

func raceRevision(b *bench) {
	a := b.tells("https://example.org/a", "Zinc helps.")
	b.race(8, func(i int) error {
		next := article(a.URL, b.now, fmt.Sprintf("Text %d.", i))
		next.Revision = 2
		_, err := b.store.Record(b.ctx, told(next, b.now))
		return err
	})
	same(b, "revision", b.row(a.ID).Revision, 2)
	same(b, "mentions", len(walk(b, b.mentions(a.ID, 2), 0)), 1)
	same(b, "events", b.counts().Events, 2)
}

func raceGrade(b *bench) {
	zincAndPapers(b)
	var grades []annotate.Grade
	for i := range 8 {
		grades = append(grades, b.grade(zinc, "ana", annotate.Verdicts[i%5], zero))
	}
	b.race(8, func(i int) error {
		_, err := b.store.Record(b.ctx, graded(grades[i]))
		return err
	})
	same(b, "graders", b.standing(zinc).Graders, 1)
	same(b, "grades", b.counts().Grades, 1)
}

func gradeAtOnce(b *bench) {
	zincAndPapers(b)
	var grades []annotate.Grade
	for i := range crowd {
		grades = append(grades, b.grade(zinc, fmt.Sprintf("reviewer %d", i), annotate.Supported, zero))
	}
	together(crowd, func(i int) {
		if _, err := b.store.Record(b.ctx, graded(grades[i])); err != nil {
			b.Error(err)
		}
	})
	s := b.standing(zinc)
	same(b, "graders", s.Graders, crowd)
	same(b, "state", s.State, annotate.Agreed)
	same(b, "agreed", len(walk(b, b.claims(annotate.Agreed), 0)), 1)
}

func sameAtOnce(b *bench) {
	change := told(article("https://example.org/a", b.now, "Zinc helps."), b.now)
	var made atomic.Int32
	together(crowd, func(int) {
		e, err := b.store.Record(b.ctx, change)
		if err != nil {
			b.Error(err)
		}
		if e.Seq != 0 {
			made.Add(1)
		}
	})
	same(b, "events made", made.Load(), int32(1))
	same(b, "counts", b.counts(), annotate.Counts{Events: 1, Articles: 1, Claims: 1, Mentions: 1})
}
