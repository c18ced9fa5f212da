package storetest_test

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"sync"
	"testing"

	"github.com/google/uuid"

	"claimlens/annotate"
	"claimlens/annotate/storetest"
)

// The contract is tested itself: against a model that does what it says in the plainest way, by looking through all
// that was ever recorded.
func TestModel(t *testing.T) {
	storetest.Run(t, func(*testing.T) annotate.Store { return new(model) })
}

func TestModelDesk(t *testing.T) {
	storetest.RunDesk(t, func(*testing.T) annotate.Store { return new(model) })
}

// model is a store that keeps what its events made in a slice.
type model struct {
	mu     sync.RWMutex
	events []annotate.Event
	made   []annotate.Made // of the event with the same index
	states sync.Map        // what stateAfter has found out
}

// all is every thing of one kind that was ever made, and the index of the event that made it.
func all[T any](m *model, of func(annotate.Made) []T) (things []T, when []int) {
	for i, made := range m.made {
		for _, x := range of(made) {
			things, when = append(things, x), append(when, i)
		}
	}
	return things, when
}

// find is the thing that was made last of those that are asked for, and the index of the event that made it.
func find[T any](m *model, of func(annotate.Made) []T, is func(T) bool) (T, int, bool) {
	for i := len(m.made) - 1; i >= 0; i-- {
		things := of(m.made[i])
		for j := len(things) - 1; j >= 0; j-- {
			if is(things[j]) {
				return things[j], i, true
			}
		}
	}
	var none T
	return none, 0, false
}

func articlesOf(m annotate.Made) []annotate.Article   { return m.Articles }
func claimsOf(m annotate.Made) []annotate.Claim       { return m.Claims }
func mentionsOf(m annotate.Made) []annotate.Mention   { return m.Mentions }
func editsOf(m annotate.Made) []annotate.Edit         { return m.Edits }
func citationsOf(m annotate.Made) []annotate.Citation { return m.Citations }
func evidenceOf(m annotate.Made) []annotate.Evidence  { return m.Evidence }
func decisionsOf(m annotate.Made) []annotate.Decision { return m.Decisions }
func checksOf(m annotate.Made) []annotate.NoticeCheck { return m.Checks }
func searchesOf(m annotate.Made) []annotate.Search    { return m.Searches }
func gradesOf(m annotate.Made) []annotate.Grade       { return m.Grades }
func (m *model) claimHeld(id uuid.UUID) bool {
	return held(m, claimsOf, func(x annotate.Claim) bool { return x.ID == id })
}
func (m *model) citationHeld(id uuid.UUID) bool {
	return held(m, citationsOf, func(x annotate.Citation) bool { return x.ID == id })
}
func held[T any](m *model, of func(annotate.Made) []T, is func(T) bool) bool {
	_, _, ok := find(m, of, is)
	return ok
}

// Record adds the change's parts one by one to a made that counts as recorded, and takes it back when one does not fit.
func (m *model) Record(ctx context.Context, c annotate.Change) (annotate.Event, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := ctx.Err(); err != nil {
		return annotate.Event{}, err
	}
	n := len(m.made)
	m.made = append(m.made, annotate.Made{})
	err := m.add(&m.made[n], c.Made)
	if err == nil && !m.made[n].Empty() && c.Read > 0 && c.Read != len(m.about(c.Subject)) {
		err = annotate.ErrConflict
	}
	if err != nil || m.made[n].Empty() {
		m.made = m.made[:n]
		return annotate.Event{}, err
	}
	e := annotate.Event{
		Seq: uint64(n + 1), Time: annotate.Moment(c.Time), Actor: c.Actor, Kind: c.Kind, Subject: c.Subject, Note: c.Note, Content: digest(m.made[n]),
	}
	if n > 0 {
		e.Prev = m.events[n-1].Hash
	}
	e.Hash = digest(e)
	m.events = append(m.events, e)
	return e, nil
}

func digest(x any) string {
	raw, err := json.Marshal(x)
	if err != nil {
		panic(err)
	}
	sum := sha256.Sum256(raw)
	return hex.EncodeToString(sum[:])
}

func (m *model) add(to *annotate.Made, c annotate.Made) error {
	for _, x := range c.Articles {
		x.Read = annotate.Moment(x.Read)
		latest, _, _ := find(m, articlesOf, func(y annotate.Article) bool { return y.ID == x.ID })
		same := func(y annotate.Article) bool { return y.ID == x.ID && y.Revision == x.Revision }
		if err := keep(m, articlesOf, &to.Articles, x, same, x.Check(), true, x.Revision == latest.Revision+1); err != nil {
			return err
		}
	}
	for _, x := range c.Claims {
		x.Created = annotate.Moment(x.Created)
		if x.Check() == nil && m.claimHeld(x.ID) {
			continue
		}
		same := func(y annotate.Claim) bool { return y.ID == x.ID }
		if err := keep(m, claimsOf, &to.Claims, x, same, x.Check(), true, true); err != nil {
			return err
		}
	}
	for _, x := range c.Mentions {
		a, _, ok := find(m, articlesOf, func(y annotate.Article) bool { return y.ID == x.Article && y.Revision == x.Revision })
		var err error
		if ok {
			err = x.Check(annotate.NewText(a.Text))
		}
		same := func(y annotate.Mention) bool { return y.ID == x.ID }
		free := x.By == "" || !m.claimHeld(x.ID)
		if err := keep(m, mentionsOf, &to.Mentions, x, same, err, ok && m.claimHeld(x.Claim), free); err != nil {
			return err
		}
	}
	for _, x := range c.Edits {
		if err := m.addEdit(to, x); err != nil {
			return err
		}
	}
	for _, x := range c.Citations {
		x.Heard = nil
		latest, _, _ := find(m, citationsOf, func(y annotate.Citation) bool { return y.ID == x.ID })
		same := func(y annotate.Citation) bool { return y.ID == x.ID && y.Version == x.Version }
		if err := keep(m, citationsOf, &to.Citations, x, same, x.Check(), true, x.Version == latest.Version+1); err != nil {
			return err
		}
	}
	return m.addJudgements(to, c)
}

func (m *model) addJudgements(to *annotate.Made, c annotate.Made) error {
	for _, x := range c.Checks {
		x.Created = annotate.Moment(x.Created)
		same := func(y annotate.NoticeCheck) bool { return y.ID == x.ID }
		if err := keep(m, checksOf, &to.Checks, x, same, x.Check(), m.citationHeld(x.Citation), true); err != nil {
			return err
		}
	}
	for _, x := range c.Evidence {
		x.Created, x.State = annotate.Moment(x.Created), annotate.Suggested
		same := func(y annotate.Evidence) bool { return y.ID == x.ID }
		invalid, complete := x.Check(), m.claimHeld(x.Claim) && m.citationHeld(x.Citation)
		if old, _, ok := find(m, evidenceOf, func(y annotate.Evidence) bool { return y.ID == x.Replaces }); ok {
			invalid = cmp.Or(invalid, unless(old.Claim == x.Claim && old.Citation == x.Citation, annotate.ErrInvalid))
		} else {
			complete = complete && x.Replaces == uuid.Nil
		}
		if err := keep(m, evidenceOf, &to.Evidence, x, same, invalid, complete, true); err != nil {
			return err
		}
	}
	for _, x := range c.Decisions {
		x.Created = annotate.Moment(x.Created)
		same := func(y annotate.Decision) bool { return y.ID == x.ID }
		about := held(m, evidenceOf, func(y annotate.Evidence) bool { return y.ID == x.Evidence })
		if err := keep(m, decisionsOf, &to.Decisions, x, same, x.Check(), about, true); err != nil {
			return err
		}
	}
	for _, x := range c.Searches {
		x.Created = annotate.Moment(x.Created)
		same := func(y annotate.Search) bool { return y.ID == x.ID }
		if err := keep(m, searchesOf, &to.Searches, x, same, x.Check(), m.claimHeld(x.Claim), true); err != nil {
			return err
		}
	}
	for _, x := range c.Grades {
		x.Created = annotate.Moment(x.Created)
		same := func(y annotate.Grade) bool { return y.ID == x.ID }
		current, _, _ := find(m, gradesOf, func(y annotate.Grade) bool { return y.Claim == x.Claim && y.By == x.By })
		if err := keep(m, gradesOf, &to.Grades, x, same, x.Check(), m.claimHeld(x.Claim), x.Replaces == current.ID); err != nil {
			return err
		}
	}
	return nil
}

func unless(ok bool, err error) error {
	if ok {
		return nil
	}
	return err
}

// keep appends x unless it is held alike, or refuses it: because it is invalid, because another differs, because what
// it refers to is not complete, or because it is not the next one.
func keep[T any](m *model, of func(annotate.Made) []T, to *[]T, x T, same func(T) bool, invalid error, complete, next bool) error {
	if invalid != nil {
		return invalid
	}
	if y, _, ok := find(m, of, same); ok {
		if alike(x, y) {
			return nil
		}
		return fmt.Errorf("%T: %w", x, annotate.ErrConflict)
	}
	if !complete {
		return fmt.Errorf("what a %T refers to: %w", x, annotate.ErrNotFound)
	}
	if !next {
		return fmt.Errorf("%T: %w", x, annotate.ErrConflict)
	}
	*to = append(slices.Clip(*to), x)
	return nil
}

func alike(x, y any) bool { return reflect.DeepEqual(x, y) || digest(x) == digest(y) }
