package annotate

import (
	"time"

	"github.com/google/uuid"
)

// Deed is what an editor did to the claims of an article.
type Deed string

// The deeds of editors.
const (
	Added    Deed = "added"    // a claim that the extractor had not found
	Edited   Deed = "edited"   // one mention put in the place of another
	Split    Deed = "split"    // several in the place of one
	Merged   Deed = "merged"   // one in the place of several
	Dropped  Deed = "dropped"  // taken out, with a reason
	Restored Deed = "restored" // put back
	Undone   Deed = "undone"   // another edit taken back
	Redone   Deed = "redone"   // what was taken back done again
	Carried  Deed = "carried"  // what editors did to a revision, done again to the next one when that was imported
)

// Deeds lists the deeds.
var Deeds = []Deed{Added, Edited, Split, Merged, Dropped, Restored, Undone, Redone, Carried}

// DropReason says why a claim was dropped.
type DropReason string

// The reasons for dropping a claim.
const (
	NotAClaim   DropReason = "not a claim"
	Duplicate   DropReason = "duplicate"
	WronglyRead DropReason = "wrongly read"
	OtherReason DropReason = "other" // which the comment says
)

// DropReasons lists the reasons in the order in which they are shown.
var DropReasons = []DropReason{NotAClaim, Duplicate, WronglyRead, OtherReason}

// Edit is one editor's deed on the claims of one revision of an article, which must be the latest. A mention stands from
// the event that makes it, until an edit drops it, and again when one keeps it: of all edits that name it the last
// recorded counts. Nothing is taken away: what was dropped stays in the record and can be kept again.
type Edit struct {
	ID       uuid.UUID    `json:"id"`
	Article  uuid.UUID    `json:"article"`
	Revision int          `json:"revision"`
	Deed     Deed         `json:"deed"`
	Drops    []uuid.UUID  `json:"drops,omitempty"`    // mentions of the revision that stood and do so no longer
	Keeps    []uuid.UUID  `json:"keeps,omitempty"`    // those that stand from now on: made along with the edit, or dropped before
	Lost     []uuid.UUID  `json:"lost,omitempty"`     // of a carried edit: mentions of a former revision whose quote is not in this one
	Corrects []Correction `json:"corrects,omitempty"` // what claims are taken for
	Reason   DropReason   `json:"reason,omitempty"`   // of a deed that only drops
	Comment  string       `json:"comment,omitempty"`
	Undoes   uuid.UUID    `json:"undoes,omitzero"` // the edit that this one takes back
	By       string       `json:"by"`
	Created  time.Time    `json:"created"`
}

// Correction says what a claim is to be taken for, and what it was taken for before. It holds wherever the claim is made.
type Correction struct {
	Claim       uuid.UUID `json:"claim"`
	Kind        Kind      `json:"kind"`
	Polarity    Polarity  `json:"polarity"`
	WasKind     Kind      `json:"wasKind"`
	WasPolarity Polarity  `json:"wasPolarity"`
}

// maxNamed is the most mentions that one edit names.
const maxNamed = 20_000

// Check lists what is wrong with the edit by itself.
func (e Edit) Check() error {
	var p Problems
	if !oneOf(e.Deed, Deeds) {
		p.Add("deed", "%q is nothing that editors do", e.Deed)
	}
	e.checkNamed(&p)
	for _, c := range e.Corrects {
		c.check(&p)
	}
	switch {
	case e.Deed == Dropped && !oneOf(e.Reason, DropReasons):
		p.Add("reason", "say why: it is not a claim, a duplicate, wrongly read, or something else")
	case e.Deed != Dropped && e.Reason != "":
		p.Add("reason", "is only for a claim that is dropped")
	}
	p.text("comment", e.Comment, 2000, e.Reason == OtherReason)
	p.text("by", e.By, MaxName, true)
	return p.Err()
}

func (e Edit) checkNamed(p *Problems) {
	named := make(map[uuid.UUID]bool)
	for _, list := range [][]uuid.UUID{e.Drops, e.Keeps, e.Lost} {
		for _, id := range list {
			if named[id] || id == uuid.Nil {
				p.Add("mentions", "%s is named twice, or is none", id)
			}
			named[id] = true
		}
	}
	switch {
	case len(named)+len(e.Corrects) == 0:
		p.Add("mentions", "the edit changes nothing")
	case len(named)+len(e.Corrects) > maxNamed:
		p.Add("mentions", "the edit names more than %d", maxNamed)
	case len(e.Lost) > 0 && e.Deed != Carried:
		p.Add("mentions", "only a new text loses any")
	}
}

func (c Correction) check(p *Problems) {
	if !oneOf(c.Kind, Kinds) {
		p.Add("kind", "%q is none of the twelve kinds", c.Kind)
	}
	if c.Polarity != Affirmed && c.Polarity != Negated {
		p.Add("polarity", "%q is neither affirmed nor negated", c.Polarity)
	}
	if c.Kind == c.WasKind && c.Polarity == c.WasPolarity {
		p.Add("kind", "is what it was")
	}
}

// Last says whether the edit is the last that any of its mentions was touched by, so that all is still as it left it.
func (r EditRow) Last() bool {
	for _, list := range [][]MentionRow{r.Drops, r.Keeps} {
		for _, m := range list {
			if m.Edit == nil || m.Edit.ID != r.Edit.ID {
				return false
			}
		}
	}
	return true
}

// EditRow is an edit with the mentions that it names, in the order of the text, and the number of its event.
type EditRow struct {
	Edit  Edit         `json:"edit"`
	Seq   uint64       `json:"seq"`
	Drops []MentionRow `json:"drops"`
	Keeps []MentionRow `json:"keeps"`
	Lost  []MentionRow `json:"lost"`
}
