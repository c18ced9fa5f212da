package storetest_test

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/google/uuid"

	"claimlens/annotate"
)

// page cuts a page out of a whole list. A place in it is the list's name and the key of the last item before.
func page[T any](ctx context.Context, name string, items []T, key func(T) string, p annotate.Page) (annotate.List[T], error) {
	if err := ctx.Err(); err != nil {
		return annotate.List[T]{}, err
	}
	from := 0
	if p.After != "" {
		is := func(x T) bool { return "after "+key(x)+" in "+name == p.After }
		if from = 1 + slices.IndexFunc(items, is); from == 0 {
			return annotate.List[T]{}, fmt.Errorf("after %q: %w", p.After, annotate.ErrInvalid)
		}
	}
	to := min(len(items), from+p.Size())
	l := annotate.List[T]{Items: items[from:to], Total: len(items)}
	if from < to {
		l.First = from + 1
	}
	if to < len(items) {
		l.Next = "after " + key(items[to-1]) + " in " + name
	}
	return l, nil
}

func one[T any](ctx context.Context, x T, ok bool) (T, error) {
	var none T
	if err := ctx.Err(); err != nil {
		return none, err
	}
	if !ok {
		return none, annotate.ErrNotFound
	}
	return x, nil
}

func (m *model) Article(ctx context.Context, id uuid.UUID, revision int) (annotate.Article, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	a, ok := m.article(id, revision)
	return one(ctx, a, ok)
}

func (m *model) article(id uuid.UUID, revision int) (annotate.Article, bool) {
	a, _, ok := find(m, articlesOf, func(a annotate.Article) bool { return a.ID == id && (revision == 0 || a.Revision == revision) })
	return a, ok
}

func (m *model) ArticleByURL(ctx context.Context, address string) (annotate.ArticleRow, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	key := annotate.PageKey(address)
	a, _, ok := find(m, articlesOf, func(a annotate.Article) bool {
		return a.CanonicalURL != "" && annotate.PageKey(a.CanonicalURL) == key || a.URL != "" && annotate.PageKey(a.URL) == key
	})
	return one(ctx, m.row(a.ID), ok)
}

func (m *model) ArticleRow(ctx context.Context, id uuid.UUID) (annotate.ArticleRow, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	_, ok := m.article(id, 0)
	return one(ctx, m.row(id), ok)
}

func (m *model) row(id uuid.UUID) annotate.ArticleRow {
	a, _ := m.article(id, 0)
	r := annotate.ArticleRow{ID: a.ID, Revision: a.Revision, Title: a.Title, Site: a.Host(), Published: a.Published, Read: a.Read}
	if !strings.HasPrefix(a.Key(), "sha256:") {
		r.URL = a.Key()
	}
	met := map[uuid.UUID]bool{}
	for _, x := range m.mentions(id, a.Revision) {
		if !met[x.Claim] {
			met[x.Claim] = true
			r.Claims++
			if held(m, gradesOf, func(g annotate.Grade) bool { return g.Claim == x.Claim }) {
				r.Graded++
			}
		}
	}
	r.Dropped = len(m.notStanding(id, a.Revision))
	return r
}

func (m *model) mentions(article uuid.UUID, revision int) []annotate.Mention {
	xs, _ := all(m, mentionsOf)
	return slices.DeleteFunc(xs, func(x annotate.Mention) bool { return x.Article != article || x.Revision != revision || m.down(x.ID) })
}

func (m *model) Articles(ctx context.Context, p annotate.Page) (annotate.List[annotate.ArticleRow], error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	var rows []annotate.ArticleRow
	as, _ := all(m, articlesOf)
	for _, a := range as {
		if a.Revision == 1 {
			rows = append(rows, m.row(a.ID))
		}
	}
	slices.SortStableFunc(rows, func(a, b annotate.ArticleRow) int { return b.Read.Compare(a.Read) })
	return page(ctx, "articles", rows, func(r annotate.ArticleRow) string { return r.ID.String() }, p)
}

func (m *model) Mentions(ctx context.Context, article uuid.UUID, revision int, p annotate.Page) (annotate.List[annotate.MentionRow], error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	a, _ := m.article(article, revision)
	var rows []annotate.MentionRow
	for _, x := range m.mentions(a.ID, a.Revision) {
		rows = append(rows, m.mentionRow(x))
	}
	slices.SortStableFunc(rows, byPlace)
	return page(ctx, "mentions "+a.ID.String(), rows, rowKey, p)
}

func (m *model) Claim(ctx context.Context, id uuid.UUID) (annotate.ClaimRow, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	return one(ctx, m.claimRow(id), m.claimHeld(id))
}

func (m *model) claimRow(id uuid.UUID) annotate.ClaimRow {
	return annotate.ClaimRow{Claim: m.claim(id), Standing: m.standing(id, len(m.events))}
}

// standing is a claim's standing after the first n events.
func (m *model) standing(id uuid.UUID, n int) annotate.Standing {
	then := &model{events: m.events[:n], made: m.made[:n]}
	s := then.judged(id)
	met := map[uuid.UUID]bool{}
	xs, _ := all(then, mentionsOf)
	for _, x := range xs {
		if a, _ := then.article(x.Article, 0); x.Claim == id && x.Revision == a.Revision && !then.down(x.ID) {
			met[a.ID] = true
		}
	}
	s.Articles = len(met)
	for _, x := range then.searches(id) {
		s.Searches++
		s.Searched = x.Created
	}
	return s
}

// judged is what a claim's evidence and grades amount to.
func (m *model) judged(id uuid.UUID) annotate.Standing {
	return annotate.Fold(m.evidence(func(e annotate.Evidence) bool { return e.Claim == id }), m.grades(id))
}

// until is how many events there were at a time; all for the zero time.
func (m *model) until(asOf time.Time) int {
	n := len(m.events)
	for n > 0 && !asOf.IsZero() && m.events[n-1].Time.After(asOf) {
		n--
	}
	return n
}

func (m *model) Claims(ctx context.Context, state annotate.ReviewState, p annotate.Page) (annotate.List[annotate.ClaimRow], error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	var rows []annotate.ClaimRow
	changed := map[uuid.UUID]int{}
	cs, when := all(m, claimsOf)
	for i, c := range cs {
		r := m.claimRow(c.ID)
		if state == "" || r.Standing.State == state {
			rows = append(rows, r)
			changed[c.ID] = m.stateChanged(c.ID, when[i])
		}
	}
	slices.SortStableFunc(rows, func(a, b annotate.ClaimRow) int { return changed[b.Claim.ID] - changed[a.Claim.ID] })
	return page(ctx, "claims "+string(state), rows, func(r annotate.ClaimRow) string { return r.Claim.ID.String() }, p)
}

// stateChanged is the event that changed a claim's state last; met is the one that made it.
func (m *model) stateChanged(id uuid.UUID, met int) int {
	last, state := met, annotate.Open
	if len(m.grades(id)) == 0 { // nothing else opens it for review
		return last
	}
	for i, made := range m.made {
		if i <= met || len(made.Grades)+len(made.Decisions)+len(made.Citations)+len(made.Checks) == 0 {
			continue
		}
		if s := m.stateAfter(i, id); s != state {
			last, state = i, s
		}
	}
	return last
}

// stateAfter is a claim's state after the event with an index, which stays what it is.
func (m *model) stateAfter(i int, id uuid.UUID) annotate.ReviewState {
	type moment struct {
		event int
		claim uuid.UUID
	}
	if s, ok := m.states.Load(moment{i, id}); ok {
		return s.(annotate.ReviewState)
	}
	s := (&model{events: m.events[:i+1], made: m.made[:i+1]}).judged(id).State
	m.states.Store(moment{i, id}, s)
	return s
}

// SearchClaims finds claims by the beginnings of their words, so that “shrinks” is found by “shrinking”.
func (m *model) SearchClaims(ctx context.Context, query string, p annotate.Page) (annotate.List[annotate.ClaimRow], error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	hits := map[uuid.UUID]int{}
	var rows []annotate.ClaimRow
	cs, _ := all(m, claimsOf)
	for _, c := range cs {
		held := stems(c.Text)
		for _, w := range stems(query) {
			if slices.Contains(held, w) {
				hits[c.ID]++
			}
		}
		if hits[c.ID] > 0 {
			rows = append(rows, m.claimRow(c.ID))
		}
	}
	slices.SortStableFunc(rows, func(a, b annotate.ClaimRow) int { return hits[b.Claim.ID] - hits[a.Claim.ID] })
	return page(ctx, "search "+query, rows, func(r annotate.ClaimRow) string { return r.Claim.ID.String() }, p)
}

func stems(s string) []string {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) || r == unicode.ReplacementChar })
	for i, w := range words {
		words[i] = strings.TrimSuffix(strings.TrimSuffix(w, "s"), "ing")
	}
	return words
}

func (m *model) ClaimMentions(ctx context.Context, claim uuid.UUID, p annotate.Page) (annotate.List[annotate.MadeIn], error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	var rows []annotate.MadeIn
	xs, _ := all(m, mentionsOf)
	for _, x := range xs {
		if x.Claim == claim {
			r := m.row(x.Article)
			rows = append(rows, annotate.MadeIn{Mention: x, Article: r, Current: r.Revision == x.Revision && !m.down(x.ID), Dropped: m.down(x.ID)})
		}
	}
	slices.SortStableFunc(rows, func(a, b annotate.MadeIn) int {
		return cmp.Or(b.Article.Read.Compare(a.Article.Read), b.Mention.Revision-a.Mention.Revision)
	})
	return page(ctx, "places of "+claim.String(), rows, func(r annotate.MadeIn) string { return r.Mention.ID.String() }, p)
}

// evidence is the evidence that is asked for, with what was decided last.
func (m *model) evidence(is func(annotate.Evidence) bool) []annotate.EvidenceRow {
	var rows []annotate.EvidenceRow
	es, _ := all(m, evidenceOf)
	for _, e := range es {
		if !is(e) {
			continue
		}
		r := annotate.EvidenceRow{Evidence: e}
		r.Claim, _, _ = find(m, claimsOf, func(c annotate.Claim) bool { return c.ID == e.Claim })
		r.Citation, r.Weight, _ = m.paper(e.Citation)
		if d, _, ok := find(m, decisionsOf, func(d annotate.Decision) bool { return d.Evidence == e.ID }); ok {
			r.Evidence.State, r.Decision = d.State, &d
		}
		rows = append(rows, r)
	}
	return rows
}

func evidenceKey(r annotate.EvidenceRow) string { return r.Evidence.ID.String() }

func (m *model) ClaimEvidence(ctx context.Context, claim uuid.UUID, asOf time.Time, p annotate.Page) (annotate.List[annotate.EvidenceRow], error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	n := m.until(asOf)
	then := &model{events: m.events[:n], made: m.made[:n]}
	rows := then.evidence(func(e annotate.Evidence) bool { return e.Claim == claim })
	return page(ctx, "evidence of claim "+claim.String(), rows, evidenceKey, p)
}

func (m *model) CitationEvidence(ctx context.Context, citation uuid.UUID, p annotate.Page) (annotate.List[annotate.EvidenceRow], error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	rows := m.evidence(func(e annotate.Evidence) bool { return e.Citation == citation })
	return page(ctx, "evidence of citation "+citation.String(), rows, evidenceKey, p)
}

func (m *model) Evidence(ctx context.Context, id uuid.UUID) (annotate.EvidenceRow, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	rows := append(m.evidence(func(e annotate.Evidence) bool { return e.ID == id }), annotate.EvidenceRow{})
	return one(ctx, rows[0], len(rows) == 2)
}

// grades are a claim's grades, newest first.
func (m *model) grades(claim uuid.UUID) []annotate.Grade {
	gs, _ := all(m, gradesOf)
	gs = slices.DeleteFunc(gs, func(g annotate.Grade) bool { return g.Claim != claim })
	slices.Reverse(gs)
	return gs
}

func (m *model) ClaimGrades(ctx context.Context, claim uuid.UUID, asOf time.Time, p annotate.Page) (annotate.List[annotate.Grade], error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	n := m.until(asOf)
	then := &model{events: m.events[:n], made: m.made[:n]}
	return page(ctx, "grades of "+claim.String(), then.grades(claim), func(g annotate.Grade) string { return g.ID.String() }, p)
}

func (m *model) Standing(ctx context.Context, claim uuid.UUID, asOf time.Time) (annotate.Standing, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	n := m.until(asOf)
	_, met, ok := find(m, claimsOf, func(c annotate.Claim) bool { return c.ID == claim })
	return one(ctx, m.standing(claim, n), ok && met < n)
}

func (m *model) Citation(ctx context.Context, pmid string) (annotate.Citation, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	c, _, ok := m.paper(annotate.CitationID(pmid))
	return one(ctx, c, ok)
}

// paper is a paper with what others say of it, and its weight: what happened to it, told from the beginning.
func (m *model) paper(id uuid.UUID) (c annotate.Citation, w annotate.Weight, ok bool) {
	var checks []annotate.NoticeCheck
	for i, made := range m.made {
		for _, x := range made.Citations {
			if x.ID == id {
				x.Heard = c.Heard
				c, w, ok = x, w.After(c, x, m.timeOf(i)), true
			}
		}
		for _, x := range made.Checks {
			if x.Citation == id {
				checks = append([]annotate.NoticeCheck{x}, checks...)
				slices.SortStableFunc(checks, func(a, b annotate.NoticeCheck) int { return b.Created.Compare(a.Created) })
				next := c
				next.Heard = annotate.Heard(checks)
				c, w = next, w.After(c, next, x.Created)
			}
		}
	}
	return c, w, ok
}

// timeOf is when an event happened, or the zero time while it is being recorded.
func (m *model) timeOf(i int) (t time.Time) {
	if i < len(m.events) {
		t = m.events[i].Time
	}
	return t
}

func (m *model) CitationBy(ctx context.Context, identifier string) (annotate.Citation, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	i, err := annotate.ReadIdentifier(identifier)
	if err != nil {
		return annotate.Citation{}, cmp.Or(ctx.Err(), err)
	}
	for _, c := range m.papers() {
		if slices.Contains(c.Identifiers(), i) {
			return one(ctx, c, true)
		}
	}
	return one(ctx, annotate.Citation{}, false)
}

func (m *model) CitedPapers(ctx context.Context, p annotate.Page) (annotate.List[annotate.Citation], error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	var rows []annotate.Citation
	met := map[uuid.UUID]bool{}
	es, _ := all(m, evidenceOf)
	for _, e := range es {
		if !met[e.Citation] {
			met[e.Citation] = true
			c, _, _ := m.paper(e.Citation)
			rows = append(rows, c)
		}
	}
	return page(ctx, "cited papers", rows, func(c annotate.Citation) string { return c.PMID }, p)
}

func (m *model) NoticeChecks(ctx context.Context, citation uuid.UUID, p annotate.Page) (annotate.List[annotate.NoticeCheck], error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	cs, _ := all(m, checksOf)
	cs = slices.DeleteFunc(cs, func(c annotate.NoticeCheck) bool { return c.Citation != citation })
	slices.Reverse(cs)
	return page(ctx, "checks of "+citation.String(), cs, func(c annotate.NoticeCheck) string { return c.ID.String() }, p)
}

// searches are a claim's searches, oldest first.
func (m *model) searches(claim uuid.UUID) []annotate.Search {
	xs, _ := all(m, searchesOf)
	return slices.DeleteFunc(xs, func(x annotate.Search) bool { return x.Claim != claim })
}

func (m *model) ClaimSearches(ctx context.Context, claim uuid.UUID, asOf time.Time, p annotate.Page) (annotate.List[annotate.Search], error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	n := m.until(asOf)
	then := &model{events: m.events[:n], made: m.made[:n]}
	xs := then.searches(claim)
	slices.Reverse(xs)
	return page(ctx, "searches of "+claim.String(), xs, func(x annotate.Search) string { return x.ID.String() }, p)
}

func (m *model) Citations(ctx context.Context, p annotate.Page) (annotate.List[annotate.Citation], error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	return page(ctx, "citations", m.papers(), func(c annotate.Citation) string { return c.PMID }, p)
}

// papers are the papers, the one whose record changed last first; those of one change in its order.
func (m *model) papers() []annotate.Citation {
	var rows []annotate.Citation
	met := map[uuid.UUID]bool{}
	for i := len(m.made) - 1; i >= 0; i-- {
		for _, c := range m.made[i].Citations {
			if !met[c.ID] {
				met[c.ID] = true
				c, _, _ = m.paper(c.ID)
				rows = append(rows, c)
			}
		}
	}
	return rows
}

func (m *model) Events(ctx context.Context, subject uuid.UUID, p annotate.Page) (annotate.List[annotate.Event], error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	es := m.about(subject)
	slices.Reverse(es)
	return page(ctx, "events "+subject.String(), es, func(e annotate.Event) string { return e.Hash }, p)
}

func (m *model) Counts(ctx context.Context) (annotate.Counts, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	c := annotate.Counts{Events: len(m.events)}
	graded := map[uuid.UUID]bool{}
	for _, made := range m.made {
		for _, a := range made.Articles {
			c.Articles += 1 / a.Revision
		}
		for _, x := range made.Citations {
			c.Citations += 1 / x.Version
		}
		for _, g := range made.Grades {
			graded[g.Claim] = true
		}
		c.Claims, c.Mentions = c.Claims+len(made.Claims), c.Mentions+len(made.Mentions)
		c.Evidence, c.Grades = c.Evidence+len(made.Evidence), c.Grades+len(made.Grades)
		c.Checks, c.Searches = c.Checks+len(made.Checks), c.Searches+len(made.Searches)
	}
	c.Graded = len(graded)
	return one(ctx, c, true)
}
