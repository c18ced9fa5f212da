package storetest

import (
	"context"
	"sync/atomic"
	"time"

	"claimlens/annotate"
)

// byBlock is an extractor for which each block makes a claim.
type byBlock struct {
	asked *atomic.Int32 // how often it was asked
	err   error         // what it answers instead, if not nil
}

// Extract drafts a claim for each block.
func (x byBlock) Extract(_ context.Context, a annotate.Article) ([]annotate.Draft, error) {
	x.asked.Add(1)
	var drafts []annotate.Draft
	for i, s := range sentences(a) {
		m := mention(a, i, annotate.ClaimID(s))
		drafts = append(drafts, annotate.Draft{
			Anchor: m.Anchor, Block: i, Text: s, Kind: annotate.Effect, Polarity: annotate.Affirmed,
			Wording: m.Wording, Worth: m.Worth, Reasons: m.Reasons,
		})
	}
	return drafts, x.err
}

// talker is an extractor for which each block makes a claim.
func talker() byBlock { return byBlock{asked: new(atomic.Int32)} }

// desk is a desk over the bench's store, by its clock, which moves a second whenever it is read. It is for one goroutine.
func (b *bench) desk() *annotate.Desk {
	b.Helper()
	return b.deskWith(b.store, talker())
}

func (b *bench) deskWith(s annotate.Store, x annotate.Extractor) *annotate.Desk {
	b.Helper()
	d, err := annotate.NewDesk(annotate.DeskConfig{Store: s, Extractor: x, Now: b.later, NewID: b.newID})
	return one(b, d, err)
}

// freeDesk is a desk that many goroutines may use: by the real clock, with real identifiers.
func (b *bench) freeDesk() *annotate.Desk {
	b.Helper()
	d, err := annotate.NewDesk(annotate.DeskConfig{Store: b.store, Extractor: talker()})
	return one(b, d, err)
}

// rivalled is a store in which somebody else is faster: before each of the first Records, as many as there are rivals,
// the next rival acts.
type rivalled struct {
	annotate.Store
	rivals []func()
	tried  int // how often Record was called
}

// Record lets the next rival act, and then records.
func (r *rivalled) Record(ctx context.Context, c annotate.Change) (annotate.Event, error) {
	r.tried++
	if len(r.rivals) > 0 {
		act := r.rivals[0]
		r.rivals = r.rivals[1:]
		act()
	}
	return r.Store.Record(ctx, c)
}

// events are the kinds of the events so far, oldest first.
func (b *bench) kinds() []annotate.EventKind {
	b.Helper()
	all := walk(b, b.events(zero), 0)
	out := make([]annotate.EventKind, len(all))
	for i, e := range all {
		out[len(all)-1-i] = e.Kind
	}
	return out
}

// unread is an article as an importer gives it: without a revision.
func unread(address string, read time.Time, sentences ...string) annotate.Article {
	a := article(address, read, sentences...)
	a.Revision = 0
	return a
}
