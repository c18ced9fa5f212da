package annotate

import (
	"fmt"
	"strings"
	"time"

	"github.com/google/uuid"
)

// Describer says of a claim that a person wrote what an Extractor says of those that it finds: all of a Draft but its
// place. An Extractor may be one.
type Describer interface {
	Describe(text string) Draft
}

// Describe is what can be said of a claim by its text alone: what the extractor says, or as little as there has to be where
// it says nothing.
func (d *Desk) Describe(text string) Draft {
	if x, ok := d.extractor.(Describer); ok {
		return x.Describe(text)
	}
	return Draft{Text: text, Kind: Effect, Polarity: Affirmed, Wording: NoRelation, Worth: 1}
}

// Entry is a claim as an editor writes it down. Kind, polarity and wording that are left empty are what Describe says of
// the text, and along with the wording whether it is hedged.
type Entry struct {
	Start, End int    // the quote, in code points of the article's text
	Text       string // a sentence that stands alone
	Kind       Kind
	Polarity   Polarity
	Wording    Wording
	Hedged     bool

	Population, Species string
}

// Entry is the claim and the mention of a row as an editor would write them down.
func (r MentionRow) Entry() Entry {
	m := r.Mention
	return Entry{
		Start: m.Anchor.Start, End: m.Anchor.End, Text: r.Claim.Text, Kind: r.Claim.Kind, Polarity: r.Claim.Polarity,
		Wording: m.Wording, Hedged: m.Hedged, Population: m.Population, Species: m.Species,
	}
}

// maxWords is how long, in code points, an editor's claim can be: one sentence.
const maxWords = 1000

// clean is the entry without idle white space, and with what was left empty filled in from a description.
func (e Entry) clean(said Draft) Entry {
	e.Text = strings.Join(strings.Fields(e.Text), " ")
	e.Population, e.Species = strings.TrimSpace(e.Population), strings.TrimSpace(e.Species)
	if e.Kind == "" {
		e.Kind = said.Kind
	}
	if e.Polarity == "" {
		e.Polarity = said.Polarity
	}
	if e.Wording == "" {
		e.Wording, e.Hedged = said.Wording, said.Hedged
	}
	return e
}

// written is an entry as the claim and the mention that it makes in a revision of an article. The error lists what is
// wrong, each field with the name of the entry before it.
func (e Entry) written(name string, a Article, t *Text, said Draft) (Claim, Mention, Problems) {
	var p Problems
	e = e.clean(said)
	p.text("text", e.Text, maxWords, true)
	anchor, err := t.Describe(e.Start, e.End)
	block, ok := a.BlockAt(e.Start, e.End)
	switch {
	case err != nil || strings.TrimSpace(anchor.Exact) == "":
		p.Add("quote", "choose the words of the article that make the claim")
	case !ok:
		p.Add("quote", "has to lie in one paragraph")
	}
	c := Claim{ID: ClaimID(e.Text), Text: e.Text, Kind: e.Kind, Polarity: e.Polarity}
	m := Mention{
		Claim: c.ID, Article: a.ID, Revision: a.Revision, Anchor: anchor, Block: block, Wording: e.Wording, Hedged: e.Hedged,
		Worth: said.Worth, Reasons: said.Reasons, Population: e.Population, Species: e.Species,
	}
	if !oneOf(m.Wording, Wordings) {
		p.Add("wording", "%q is no strength of wording", m.Wording)
	}
	for _, err := range []error{c.Check(), m.Check(t)} {
		if err == nil {
			continue
		}
		for _, x := range asProblems(err) {
			if x.Field != "claim" && x.Field != "quote" { // said above in the words of the form
				p = append(p, x)
			}
		}
	}
	for i := range p {
		p[i].Field = strings.TrimSpace(name + " " + p[i].Field)
	}
	return c, m, p
}

// BlockAt is the index of the block in which the code points start to end lie, and whether there is one. A text without
// blocks is one.
func (a Article) BlockAt(start, end int) (int, bool) {
	for i, b := range a.Blocks {
		if b.Start <= start && end <= b.End {
			return i, true
		}
	}
	return 0, len(a.Blocks) == 0
}

// partName is how the problems of one of several entries are told apart: “part 2 text”.
func partName(i, of int) string {
	if of == 1 {
		return ""
	}
	return fmt.Sprintf("part %d", i+1)
}

// signed is the mention with its signature: what people make has an identifier of its own.
func (m Mention) signed(id uuid.UUID, by string) Mention {
	m.ID, m.By = id, by
	return m
}

// met is the claim as of a time.
func (c Claim) met(at time.Time) Claim {
	c.Created = at
	return c
}
