package graph

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/google/uuid"
	"pgregory.net/rapid"

	"claimlens/annotate"
)

// scene draws changes that a store has to accept, from a small world in which everything meets everything: the same
// claims in several articles, several revisions, papers that are retracted, grades that replace others.
type scene struct {
	made annotate.Made      // everything that has happened, in order
	down map[uuid.UUID]bool // mentions that are dropped
	seqs []int              // by which change, for each of made.Articles
	seq  int                // how many changes there have been
	ids  uint64
	now  time.Time

	papers map[uuid.UUID]*scenePaper
}

// scenePaper is a paper as it is known by now, and all that ever changed its weight.
type scenePaper struct {
	known  annotate.Citation
	checks []annotate.NoticeCheck // the last first
	weight annotate.Weight
	turns  []sceneTurn // in the order of their time, and of the record
}

// sceneTurn is a weight, and since when it has been the paper's.
type sceneTurn struct {
	at     time.Time
	weight annotate.Weight
}

func (p *scenePaper) learn(now annotate.Citation, at time.Time) {
	w := p.weight.After(p.known, now, at)
	if p.known = now; w != p.weight {
		p.weight = w
		p.turns = append(p.turns, sceneTurn{at, w})
		slices.SortStableFunc(p.turns, func(a, b sceneTurn) int { return a.at.Compare(b.at) })
	}
}

// weightAsOf is the weight at a time, now for the zero time.
func (p *scenePaper) weightAsOf(asOf time.Time) (w annotate.Weight) {
	if asOf.IsZero() {
		return p.weight
	}
	for _, t := range p.turns {
		if !t.at.After(asOf) {
			w = t.weight
		}
	}
	return w
}

func (s *scene) knownPaper(id uuid.UUID) *scenePaper {
	if s.papers[id] == nil {
		s.papers[id] = &scenePaper{}
	}
	return s.papers[id]
}

func newScene() *scene {
	return &scene{down: map[uuid.UUID]bool{}, papers: map[uuid.UUID]*scenePaper{}, now: time.Date(2026, 3, 1, 8, 0, 0, 0, time.UTC)}
}

func (s *scene) newID() uuid.UUID {
	s.ids++
	return uuid.NewSHA1(uuid.NameSpaceOID, fmt.Append(nil, s.ids))
}

// tick is the time of the next change: later, the same, or, as clocks go, earlier.
func (s *scene) tick(t *rapid.T) time.Time {
	s.now = s.now.Add(time.Duration(rapid.IntRange(-1, 3).Draw(t, "tick")) * time.Second)
	return s.now
}

// change is a change that is new and valid.
func (s *scene) change(t *rapid.T) annotate.Change {
	c := annotate.Change{Actor: "ana", Kind: "test", Time: s.tick(t), Note: rapid.SampledFrom([]string{"", "note"}).Draw(t, "note")}
	draws := []func(*rapid.T, *annotate.Change){s.article, s.article, s.paper, s.edit, s.edit, s.check, s.link, s.link, s.decide, s.seek, s.grade, s.grade}
	s.seq++
	for c.Empty() {
		rapid.SampledFrom(draws).Draw(t, "what")(t, &c)
		if rapid.Bool().Draw(t, "more") {
			rapid.SampledFrom(draws).Draw(t, "and")(t, &c)
		}
	}
	return c
}

func (s *scene) article(t *rapid.T, c *annotate.Change) {
	if len(c.Edits) > 0 { // which are of the latest revision
		return
	}
	address := rapid.SampledFrom([]string{"https://example.org/a", "https://example.org/b", "https://example.org/c d", ""}).Draw(t, "address")
	a := annotate.Article{URL: address, Title: "Title", Format: "text", Read: c.Time, Revision: 1}
	if address != "" && rapid.Bool().Draw(t, "canonical") {
		a.CanonicalURL = annotate.PageKey(address)
	}
	sentences := rapid.SliceOfN(rapid.SampledFrom(strings.Fields("Zinc Iron Lead Gold Neon Tin")), 1, 4).Draw(t, "sentences")
	for _, x := range sentences {
		start := utf8.RuneCountInString(a.Text)
		a.Text += x + " helps.\n"
		a.Blocks = append(a.Blocks, annotate.Block{Kind: annotate.Paragraph, Start: start, End: utf8.RuneCountInString(a.Text) - 1})
	}
	a = a.Complete()
	for _, x := range s.made.Articles {
		if x.ID == a.ID {
			a.Revision = x.Revision + 1
		}
	}
	c.Articles, s.made.Articles, s.seqs = append(c.Articles, a), append(s.made.Articles, a), append(s.seqs, s.seq)
	s.tell(a, c)
}

// tell adds the claims and mentions of all blocks.
func (s *scene) tell(a annotate.Article, c *annotate.Change) {
	text := annotate.NewText(a.Text)
	for i, b := range a.Blocks {
		anchor, err := text.Describe(b.Start, b.End)
		if err != nil {
			panic(err)
		}
		claim := annotate.Claim{ID: annotate.ClaimID(anchor.Exact), Text: anchor.Exact, Kind: annotate.Effect, Polarity: annotate.Affirmed, Created: c.Time}
		if !slices.ContainsFunc(s.made.Claims, func(x annotate.Claim) bool { return x.ID == claim.ID }) {
			c.Claims, s.made.Claims = append(c.Claims, claim), append(s.made.Claims, claim)
		}
		m := annotate.Mention{
			ID:    annotate.MentionID(a.ID, a.Revision, claim.ID, b.Start, b.End),
			Claim: claim.ID, Article: a.ID, Revision: a.Revision, Anchor: anchor, Block: i, Wording: annotate.Causal, Worth: 0.5,
		}
		c.Mentions, s.made.Mentions = append(c.Mentions, m), append(s.made.Mentions, m)
	}
}

// edit drops some mentions of an article's latest revision, keeps some that were dropped or are made by hand, loses some
// of a former revision and corrects a claim.
func (s *scene) edit(t *rapid.T, c *annotate.Change) {
	if len(s.made.Articles) == 0 || len(c.Edits) > 0 {
		return
	}
	a := rapid.SampledFrom(s.made.Articles).Draw(t, "article")
	for _, x := range s.made.Articles {
		if x.ID == a.ID {
			a = x
		}
	}
	e := annotate.Edit{ID: s.newID(), Article: a.ID, Revision: a.Revision, Deed: annotate.Carried, By: "ana", Created: c.Time}
	for _, m := range s.made.Mentions {
		switch {
		case m.Article != a.ID || !rapid.Bool().Draw(t, "named"):
		case m.Revision < a.Revision:
			e.Lost = append(e.Lost, m.ID)
		case s.down[m.ID]:
			e.Keeps = append(e.Keeps, m.ID)
		default:
			e.Drops = append(e.Drops, m.ID)
		}
	}
	if m, ok := s.byHand(t, a); ok {
		e.Keeps = append(e.Keeps, m.ID)
		c.Mentions, s.made.Mentions = append(c.Mentions, m), append(s.made.Mentions, m)
	}
	s.correct(t, &e)
	if len(e.Drops)+len(e.Keeps)+len(e.Lost)+len(e.Corrects) == 0 {
		return
	}
	for _, id := range e.Drops {
		s.down[id] = true
	}
	for _, id := range e.Keeps {
		s.down[id] = false
	}
	c.Edits, s.made.Edits = append(c.Edits, e), append(s.made.Edits, e)
}

// byHand makes one of the article's mentions again, as an editor would.
func (s *scene) byHand(t *rapid.T, a annotate.Article) (annotate.Mention, bool) {
	for _, m := range s.made.Mentions {
		if m.Article == a.ID && m.Revision == a.Revision && rapid.Bool().Draw(t, "by hand") {
			m.ID, m.By, m.Population = s.newID(), "ana", "people"
			return m, true
		}
	}
	return annotate.Mention{}, false
}

func (s *scene) correct(t *rapid.T, e *annotate.Edit) {
	for i := range s.made.Claims {
		x := &s.made.Claims[i]
		if kind := rapid.SampledFrom(annotate.Kinds).Draw(t, "kind"); kind != x.Kind && rapid.Bool().Draw(t, "corrected") {
			e.Corrects = append(e.Corrects, annotate.Correction{Claim: x.ID, Kind: kind, Polarity: x.Polarity, WasKind: x.Kind, WasPolarity: x.Polarity})
			x.Kind = kind
		}
	}
}

func (s *scene) paper(t *rapid.T, c *annotate.Change) {
	if len(c.Checks) > 0 { // which come after the papers
		return
	}
	pmid := rapid.SampledFrom([]string{"11", "12", "13"}).Draw(t, "pmid")
	x := annotate.Citation{ID: annotate.CitationID(pmid), Version: 1, PMID: pmid, Title: "Paper", Year: 2000 + len(s.made.Citations)}
	if kind := rapid.SampledFrom(sceneNotices).Draw(t, "notice"); kind != "" {
		x.Notices = []annotate.Notice{{Kind: kind}}
	}
	for _, y := range s.made.Citations {
		if y.ID == x.ID {
			x.Version = y.Version + 1
		}
	}
	c.Citations, s.made.Citations = append(c.Citations, x), append(s.made.Citations, x)
	p := s.knownPaper(x.ID)
	x.Heard = p.known.Heard
	p.learn(x, c.Time)
}

var sceneNotices = []string{"", "", "RetractionIn", "ExpressionOfConcernIn", "ErratumIn", "CommentIn"}

// check hears a source about a paper, before the change makes evidence or another version of it.
func (s *scene) check(t *rapid.T, c *annotate.Change) {
	if len(s.made.Citations) == 0 {
		return
	}
	x := annotate.NoticeCheck{
		ID: s.newID(), Citation: rapid.SampledFrom(s.made.Citations).Draw(t, "citation").ID, By: "ana", Created: c.Time,
		From: rapid.SampledFrom([]annotate.NoticeSource{annotate.Crossref, annotate.RetractionWatch}).Draw(t, "from"),
	}
	if kind := rapid.SampledFrom(sceneNotices).Draw(t, "notice"); kind != "" {
		x.Notices = []annotate.Notice{{Kind: kind, DOI: "10.1000/n", From: x.From}}
	}
	c.Checks, s.made.Checks = append(c.Checks, x), append(s.made.Checks, x)
	p := s.knownPaper(x.Citation)
	p.checks = append([]annotate.NoticeCheck{x}, p.checks...)
	slices.SortStableFunc(p.checks, func(a, b annotate.NoticeCheck) int { return b.Created.Compare(a.Created) })
	now := p.known
	now.Heard = annotate.Heard(p.checks)
	p.learn(now, x.Created)
}

func (s *scene) seek(t *rapid.T, c *annotate.Change) {
	if len(s.made.Claims) == 0 {
		return
	}
	x := annotate.Search{
		ID: s.newID(), Claim: rapid.SampledFrom(s.made.Claims).Draw(t, "claim").ID, Where: "PubMed", Query: "zinc",
		Outcome: annotate.NoneRelevant, By: "ana", Created: c.Time,
	}
	c.Searches, s.made.Searches = append(c.Searches, x), append(s.made.Searches, x)
}

func (s *scene) link(t *rapid.T, c *annotate.Change) {
	if len(s.made.Claims) == 0 || len(s.made.Citations) == 0 {
		return
	}
	e := annotate.Evidence{
		ID: s.newID(), Claim: rapid.SampledFrom(s.made.Claims).Draw(t, "claim").ID,
		Citation: rapid.SampledFrom(s.made.Citations).Draw(t, "citation").ID, Stance: rapid.SampledFrom(annotate.Stances).Draw(t, "stance"),
		By: "ana", Created: c.Time, State: annotate.Suggested,
	}
	c.Evidence, s.made.Evidence = append(c.Evidence, e), append(s.made.Evidence, e)
}

func (s *scene) decide(t *rapid.T, c *annotate.Change) {
	if len(s.made.Evidence) == 0 {
		return
	}
	d := annotate.Decision{
		ID: s.newID(), Evidence: rapid.SampledFrom(s.made.Evidence).Draw(t, "evidence").ID,
		State: rapid.SampledFrom([]annotate.EvidenceState{annotate.Accepted, annotate.Rejected}).Draw(t, "state"), Comment: "so",
		By: "ben", Created: c.Time,
	}
	c.Decisions, s.made.Decisions = append(c.Decisions, d), append(s.made.Decisions, d)
}

func (s *scene) grade(t *rapid.T, c *annotate.Change) {
	if len(s.made.Claims) == 0 {
		return
	}
	g := annotate.Grade{
		ID: s.newID(), Claim: rapid.SampledFrom(s.made.Claims).Draw(t, "claim").ID,
		Verdict:   rapid.SampledFrom([]annotate.Verdict{annotate.Supported, annotate.NoEvidence}).Draw(t, "verdict"),
		Rationale: "because", By: rapid.SampledFrom([]string{"ana", "ben"}).Draw(t, "by"), Created: c.Time,
	}
	if g.Verdict.Weighed() {
		g.Certainty = annotate.Low
	}
	for _, x := range s.made.Grades {
		if x.Claim == g.Claim && x.By == g.By {
			g.Replaces = x.ID
		}
	}
	c.Grades, s.made.Grades = append(c.Grades, g), append(s.made.Grades, g)
}
