package annotate

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"time"

	"github.com/google/uuid"
)

// Extractor finds the claims of an article. The drafts come in the order of the text; their anchors are exact.
type Extractor interface {
	Extract(ctx context.Context, a Article) ([]Draft, error)
}

// DeskConfig is what a Desk needs.
type DeskConfig struct {
	Store     Store
	Extractor Extractor
	Now       func() time.Time // nil: the clock
	NewID     func() uuid.UUID // nil: version 7
}

// Desk is the one place where things are done: the command line, the web and the API all go through it, so that each
// rule exists once. It is safe for concurrent use.
type Desk struct {
	store     Store
	extractor Extractor
	now       func() time.Time
	newID     func() uuid.UUID
}

// NewDesk makes a desk.
func NewDesk(c DeskConfig) (*Desk, error) {
	if c.Store == nil || c.Extractor == nil {
		return nil, errors.New("a desk needs a store and an extractor")
	}
	d := &Desk{store: c.Store, extractor: c.Extractor, now: c.Now, newID: c.NewID}
	if d.now == nil {
		d.now = time.Now
	}
	if d.newID == nil {
		d.newID = func() uuid.UUID { return uuid.Must(uuid.NewV7()) }
	}
	return d, nil
}

// attempts is how often a mutation is tried again after it lost a race.
const attempts = 5

// again runs do until it ends otherwise than in a conflict, at most attempts times.
func again(do func() error) error {
	err := do()
	for n := 1; n < attempts && errors.Is(err, ErrConflict); n++ {
		err = do()
	}
	return err
}

// ImportResult says what an import made.
type ImportResult struct {
	Article   Article
	Claims    int  // different claims in the article
	NewClaims int  // of them, those that the store had not met
	Mentions  int  // places at which they are made
	Unchanged bool // the store had this very text of the article: nothing was recorded
}

// Import keeps an article and the claims made in it. A text that the store has already changes nothing; another text at
// the same address becomes the article's next revision, with its own mentions.
func (d *Desk) Import(ctx context.Context, actor string, a Article) (ImportResult, error) {
	if err := a.Check(); err != nil {
		return ImportResult{}, fmt.Errorf("article %q: %w", a.Key(), err)
	}
	var result ImportResult
	var drafts []Draft
	err := again(func() error {
		latest, err := d.store.Article(ctx, a.ID, 0)
		switch {
		case errors.Is(err, ErrNotFound):
		case err != nil:
			return err
		case latest.Digest == a.Digest:
			result = ImportResult{Article: latest, Unchanged: true}
			return nil
		}
		if drafts == nil {
			if drafts, err = d.extractor.Extract(ctx, a); err != nil {
				return fmt.Errorf("claims of %q: %w", a.Key(), err)
			}
		}
		a.Revision = latest.Revision + 1
		result, err = d.record(ctx, actor, a, drafts)
		return err
	})
	return result, err
}

func (d *Desk) record(ctx context.Context, actor string, a Article, drafts []Draft) (ImportResult, error) {
	now := Moment(d.now())
	kind := ArticleImported
	if a.Revision > 1 {
		kind = ArticleChanged
	}
	c := Change{Actor: actor, Kind: kind, Time: now, Subject: a.ID}
	c.Articles = []Article{a}
	c.Claims, c.Mentions = keep(a, drafts, now)
	result := ImportResult{Article: a, Claims: len(c.Claims), Mentions: len(c.Mentions)}
	for _, claim := range c.Claims {
		if _, err := d.store.Claim(ctx, claim.ID); errors.Is(err, ErrNotFound) {
			result.NewClaims++
		} else if err != nil {
			return ImportResult{}, err
		}
	}
	_, err := d.store.Record(ctx, c)
	return result, err
}

// keep turns drafts into claims, each once, and mentions.
func keep(a Article, drafts []Draft, now time.Time) ([]Claim, []Mention) {
	var claims []Claim
	var mentions []Mention
	met := map[uuid.UUID]bool{}
	made := map[uuid.UUID]bool{}
	for _, x := range drafts {
		id := ClaimID(x.Text)
		if !met[id] {
			met[id] = true
			claims = append(claims, Claim{ID: id, Text: x.Text, Kind: x.Kind, Polarity: x.Polarity, Created: now})
		}
		m := Mention{
			ID:    MentionID(a.ID, a.Revision, id, x.Anchor.Start, x.Anchor.End),
			Claim: id, Article: a.ID, Revision: a.Revision, Anchor: x.Anchor, Block: x.Block,
			Wording: x.Wording, Hedged: x.Hedged, Worth: x.Worth, Reasons: x.Reasons,
		}
		if !made[m.ID] {
			made[m.ID] = true
			mentions = append(mentions, m)
		}
	}
	return claims, mentions
}

// Cite keeps citations, as one event. A record that the store has already, alike, is left out; one that differs becomes
// the citation's next version. It returns how many were new and how many changed. Of two citations with one PMID the later
// counts.
func (d *Desk) Cite(ctx context.Context, actor, note string, citations []Citation) (added, changed int, err error) {
	for _, c := range citations {
		if err := c.Check(); err != nil {
			return 0, 0, fmt.Errorf("PMID %s: %w", c.PMID, err)
		}
	}
	err = again(func() error {
		added, changed = 0, 0
		c := Change{Actor: actor, Kind: CitationsImported, Time: Moment(d.now()), Note: note}
		for _, x := range lastOfEach(citations) {
			held, err := d.store.Citation(ctx, x.PMID)
			switch {
			case errors.Is(err, ErrNotFound):
				added++
			case err != nil:
				return err
			default:
				x.Version = held.Version
				if reflect.DeepEqual(x, held) {
					continue
				}
				changed++
			}
			x.Version = held.Version + 1
			c.Citations = append(c.Citations, x)
		}
		if c.Empty() {
			return nil
		}
		if len(c.Citations) == 1 {
			c.Subject = c.Citations[0].ID
		}
		_, err := d.store.Record(ctx, c)
		return err
	})
	return added, changed, err
}

func lastOfEach(citations []Citation) []Citation {
	last := make(map[string]int, len(citations))
	for i, c := range citations {
		last[c.PMID] = i
	}
	var out []Citation
	for i, c := range citations {
		if last[c.PMID] == i {
			out = append(out, c)
		}
	}
	return out
}

// Link suggests that a paper speaks to a claim: the paper by its PMID, which the store must hold, the stance, and the
// passage that carries it, which is looked for in the paper's record; Where says what came of that. Saying the same
// twice is saying it once.
func (d *Desk) Link(ctx context.Context, actor string, claim uuid.UUID, pmid string, stance Stance, passage string) (Evidence, error) {
	var p Problems
	pmid = strings.TrimSpace(pmid)
	if !ValidPMID(pmid) {
		p.Add("PMID", "%q is not a PMID: a number of up to eight digits, as at the end of a PubMed address", pmid)
	}
	e := Evidence{Claim: claim, Stance: stance, Passage: strings.TrimSpace(passage), By: actor, Created: Moment(d.now()), State: Suggested}
	if err := e.Check(); err != nil {
		p = append(p, asProblems(err)...)
	}
	if err := p.Err(); err != nil {
		return Evidence{}, err
	}
	c, err := d.store.Citation(ctx, pmid)
	if err != nil {
		return Evidence{}, err
	}
	e.Citation = c.ID
	e.Passage, e.Where = FindPassage(c, e.Passage)
	e.ID = contentID("evidence", claim.String(), c.ID.String(), string(stance), NormalClaim(e.Passage), actor)
	err = again(func() error {
		held, err := d.store.Evidence(ctx, e.ID)
		if err == nil {
			e = held.Evidence
			return nil
		} else if !errors.Is(err, ErrNotFound) {
			return err
		}
		change := Change{Actor: actor, Kind: EvidenceLinked, Time: e.Created, Subject: claim}
		change.Evidence = []Evidence{e}
		_, err = d.store.Record(ctx, change)
		return err
	})
	if err != nil {
		return Evidence{}, err
	}
	return e, nil
}

func asProblems(err error) Problems {
	var p Problems
	if errors.As(err, &p) {
		return p
	}
	return Problems{{Field: "form", Text: err.Error()}}
}

// Decide accepts or rejects evidence. Nobody decides on what they suggested themselves; a rejection needs a comment.
func (d *Desk) Decide(ctx context.Context, actor string, evidence uuid.UUID, state EvidenceState, comment string) error {
	x := Decision{ID: d.newID(), Evidence: evidence, State: state, Comment: strings.TrimSpace(comment), By: actor, Created: Moment(d.now())}
	if err := x.Check(); err != nil {
		return err
	}
	row, err := d.store.Evidence(ctx, evidence)
	if err != nil {
		return err
	}
	if row.Evidence.By == actor {
		return fmt.Errorf("you suggested this evidence, so somebody else has to accept or reject it: %w", ErrForbidden)
	}
	c := Change{Actor: actor, Kind: EvidenceDecided, Time: x.Created, Subject: row.Evidence.Claim}
	c.Decisions = []Decision{x}
	_, err = d.store.Record(ctx, c)
	return err
}

// Grade signs a reviewer's judgement of a claim. It replaces that reviewer's grade named by seen, the one that the
// reviewer had in front of them (the zero UUID for none); if there is another by now, that is a conflict. Signing again
// what stands already changes nothing.
func (d *Desk) Grade(ctx context.Context, actor string, claim, seen uuid.UUID, v Verdict, c Certainty, rationale string) (Grade, error) {
	g := Grade{ID: d.newID(), Claim: claim, Verdict: v, Certainty: c, Rationale: strings.TrimSpace(rationale), By: actor, Created: Moment(d.now()), Replaces: seen}
	if err := g.Check(); err != nil {
		return Grade{}, err
	}
	current, err := d.currentGrade(ctx, actor, claim)
	if err != nil {
		return Grade{}, err
	}
	if current.ID != uuid.Nil && current.Verdict == v && current.Certainty == c && current.Rationale == g.Rationale {
		return current, nil
	}
	change := Change{Actor: actor, Kind: ClaimGraded, Time: g.Created, Subject: claim}
	change.Grades = []Grade{g}
	_, err = d.store.Record(ctx, change)
	return g, err
}

func (d *Desk) currentGrade(ctx context.Context, actor string, claim uuid.UUID) (Grade, error) {
	page := Page{Limit: MaxPage}
	for {
		list, err := d.store.ClaimGrades(ctx, claim, time.Time{}, page)
		if err != nil {
			return Grade{}, err
		}
		for _, g := range list.Items { // newest first
			if g.By == actor {
				return g, nil
			}
		}
		if page.After = list.Next; page.After == "" {
			return Grade{}, nil
		}
	}
}
