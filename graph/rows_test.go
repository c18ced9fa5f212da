package graph

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/google/uuid"
	"pgregory.net/rapid"

	"claimlens/annotate"
)

// What the rows say is what can be counted in all that was recorded, now and as of any time, and what a rebuild makes of
// it. After a rebuild the record goes on.
func TestRowsAreTheRecord(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		s := newStore(t)
		defer s.Close()
		world := newScene()
		var times []time.Time
		for range rapid.IntRange(1, 15).Draw(r, "changes") {
			c := world.change(r)
			if _, err := s.Record(t.Context(), c); err != nil {
				r.Fatal(err)
			}
			times = append(times, c.Time)
		}
		checkCounts(r, s, world)
		for _, a := range world.made.Articles {
			row, err := s.ArticleRow(t.Context(), a.ID)
			if err != nil {
				r.Fatal(err)
			}
			checkMentions(r, s, world, a)
			checkEqual(r, "article "+a.Title, [3]int{row.Revision, row.Claims, row.Graded}, world.countArticle(a.ID))
		}
		for _, c := range world.made.Claims {
			checkStandings(r, s, world, c, append(times, time.Time{}))
			checkMadeIn(r, s, world, c.ID)
			if row, err := s.Claim(t.Context(), c.ID); err != nil || row.Claim != c {
				r.Fatalf("claim: got %+v, %v; want %+v", row.Claim, err, c)
			}
		}
		for id, p := range world.papers {
			got, err := s.Citation(t.Context(), p.known.PMID)
			if err != nil {
				r.Fatal(err)
			}
			checkEqual(r, "paper "+id.String(), got, p.known)
		}
		checkRebuild(r, s, len(times))
		if _, err := s.Record(t.Context(), world.change(r)); err != nil {
			r.Fatal(err)
		}
		mustVerify(r, s, VerifyOptions{})
	})
}

func checkEqual[T any](t *rapid.T, what string, got, want T) {
	t.Helper()
	if diff := gocmp.Diff(want, got); diff != "" {
		t.Fatalf("%s (-want +got):\n%s", what, diff)
	}
}

func checkCounts(t *rapid.T, s *Store, world *scene) {
	got, err := s.Counts(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	m := world.made
	want := annotate.Counts{
		Events: got.Events, Articles: distinct(m.Articles, func(a annotate.Article) uuid.UUID { return a.ID }), Claims: len(m.Claims),
		Graded: distinct(m.Grades, func(g annotate.Grade) uuid.UUID { return g.Claim }), Mentions: len(m.Mentions),
		Citations: distinct(m.Citations, func(c annotate.Citation) uuid.UUID { return c.ID }),
		Checks:    len(m.Checks), Evidence: len(m.Evidence), Searches: len(m.Searches), Grades: len(m.Grades),
	}
	checkEqual(t, "counts", got, want)
	for _, state := range annotate.ReviewStates {
		l, err := s.Claims(context.Background(), state, annotate.Page{})
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range l.Items {
			checkEqual(t, "state", x.Standing.State, state)
		}
		checkEqual(t, "total of "+string(state), l.Total, len(l.Items))
		want.Claims -= l.Total
	}
	checkEqual(t, "claims in no state", want.Claims, 0)
}

func distinct[T any](list []T, id func(T) uuid.UUID) int {
	met := map[uuid.UUID]bool{}
	for _, x := range list {
		met[id(x)] = true
	}
	return len(met)
}

// countArticle is an article's latest revision, the different claims in it, and how many of them have a grade.
func (s *scene) countArticle(id uuid.UUID) [3]int {
	latest := 0
	for _, a := range s.made.Articles {
		if a.ID == id {
			latest = a.Revision
		}
	}
	claims, graded := map[uuid.UUID]bool{}, map[uuid.UUID]bool{}
	for _, m := range s.made.Mentions {
		if m.Article == id && m.Revision == latest && !s.down[m.ID] {
			claims[m.Claim] = true
			if slices.ContainsFunc(s.made.Grades, func(g annotate.Grade) bool { return g.Claim == m.Claim }) {
				graded[m.Claim] = true
			}
		}
	}
	return [3]int{latest, len(claims), len(graded)}
}

func checkStandings(t *rapid.T, s *Store, world *scene, c annotate.Claim, times []time.Time) {
	for _, asOf := range times {
		if !asOf.IsZero() && asOf.Before(c.Created) {
			continue
		}
		got, err := s.Standing(context.Background(), c.ID, asOf)
		if err != nil {
			t.Fatal(err)
		}
		want := world.standing(c.ID, asOf)
		if !asOf.IsZero() { // clocks that go back make "the latest revision then" a matter of opinion
			want.Articles, got.Articles = 0, 0
		}
		checkEqual(t, "standing of "+c.Text+" as of "+asOf.String(), got, want)
	}
}

// standing folds a claim's standing as of a time from all that was recorded.
func (s *scene) standing(claim uuid.UUID, asOf time.Time) annotate.Standing {
	until := func(t time.Time) bool { return asOf.IsZero() || !t.After(asOf) }
	var rows []annotate.EvidenceRow
	for _, e := range s.made.Evidence {
		if e.Claim != claim || !until(e.Created) {
			continue
		}
		var last time.Time
		for _, d := range s.made.Decisions {
			if d.Evidence == e.ID && until(d.Created) && !d.Created.Before(last) {
				e.State, last = d.State, d.Created
			}
		}
		p := s.knownPaper(e.Citation)
		rows = append(rows, annotate.EvidenceRow{Evidence: e, Citation: p.known, Weight: p.weightAsOf(asOf)})
	}
	var grades []annotate.Grade
	for _, g := range s.made.Grades {
		if g.Claim == claim && until(g.Created) {
			grades = append(grades, g)
		}
	}
	standing := annotate.Fold(rows, grades)
	for _, x := range s.made.Searches {
		if x.Claim == claim && until(x.Created) {
			standing.Searches++
			if x.Created.After(standing.Searched) {
				standing.Searched = x.Created
			}
		}
	}
	for _, id := range s.articleIDs() {
		latest := s.countArticle(id)[0]
		if slices.ContainsFunc(s.made.Mentions, func(m annotate.Mention) bool {
			return m.Article == id && m.Revision == latest && m.Claim == claim && !s.down[m.ID]
		}) {
			standing.Articles++
		}
	}
	return standing
}

func (s *scene) articleIDs() []uuid.UUID {
	var all []uuid.UUID
	for _, a := range s.made.Articles {
		if !slices.Contains(all, a.ID) {
			all = append(all, a.ID)
		}
	}
	return all
}

// checkMadeIn checks where a claim is made: by the article read last, then by the latest revision, then by the text.
func checkMadeIn(t *rapid.T, s *Store, world *scene, claim uuid.UUID) {
	l, err := s.ClaimMentions(context.Background(), claim, annotate.Page{})
	if err != nil {
		t.Fatal(err)
	}
	var got, want []uuid.UUID
	for _, m := range l.Items {
		got = append(got, m.Mention.ID)
		checkEqual(t, "dropped", m.Dropped, world.down[m.Mention.ID])
		checkEqual(t, "current", m.Current, m.Mention.Revision == world.countArticle(m.Article.ID)[0] && !m.Dropped)
	}
	lately := world.articlesRead()
	mentions := slices.DeleteFunc(slices.Clone(world.made.Mentions), func(m annotate.Mention) bool { return m.Claim != claim })
	slices.SortStableFunc(mentions, func(a, b annotate.Mention) int {
		return cmp.Or(slices.Index(lately, a.Article)-slices.Index(lately, b.Article), b.Revision-a.Revision, a.Anchor.Start-b.Anchor.Start, compareIDs(a.ID, b.ID))
	})
	for _, m := range mentions {
		want = append(want, m.ID)
	}
	checkEqual(t, "mentions of a claim", got, want)
	checkEqual(t, "total", l.Total, len(want))
}

// checkMentions checks what stands in a revision, and what does not.
func checkMentions(t *rapid.T, s *Store, world *scene, a annotate.Article) {
	var want [2][]uuid.UUID
	for _, m := range world.made.Mentions {
		if m.Article == a.ID && m.Revision == a.Revision {
			i := 0
			if world.down[m.ID] {
				i = 1
			}
			want[i] = append(want[i], m.ID)
		}
	}
	for _, e := range world.made.Edits {
		if e.Article == a.ID && e.Revision == a.Revision {
			want[1] = append(want[1], e.Lost...)
		}
	}
	want[1] = slices.Compact(inOrderOfID(want[1])) // one edit and the next may lose the same
	for i, read := range []func(context.Context, uuid.UUID, int, annotate.Page) (annotate.List[annotate.MentionRow], error){s.Mentions, s.Dropped} {
		l, err := read(context.Background(), a.ID, a.Revision, annotate.Page{Limit: annotate.MaxPage})
		if err != nil {
			t.Fatal(err)
		}
		var got []uuid.UUID
		for _, m := range l.Items {
			got = append(got, m.Mention.ID)
			checkEqual(t, "dropped", m.Dropped, world.down[m.Mention.ID])
		}
		checkEqual(t, "mentions", inOrderOfID(got), inOrderOfID(want[i]))
		checkEqual(t, "total", l.Total, len(want[i]))
	}
}

// articlesRead is the articles, the one of which the latest revision was read last first; of two read at the same time
// the one recorded last, of two recorded in one change the first.
func (s *scene) articlesRead() []uuid.UUID {
	latest := map[uuid.UUID]int{}
	for i, a := range s.made.Articles {
		latest[a.ID] = i
	}
	return slices.SortedFunc(maps.Keys(latest), func(a, b uuid.UUID) int {
		i, j := latest[a], latest[b]
		return cmp.Or(s.made.Articles[j].Read.Compare(s.made.Articles[i].Read), s.seqs[j]-s.seqs[i], i-j)
	})
}
