package graph

import (
	"bytes"

	"github.com/google/uuid"

	"claimlens/annotate"
)

// editRow is an edit with the number of its event.
type editRow struct {
	Edit annotate.Edit `json:"edit"`
	Seq  uint64        `json:"seq"`
}

// addEdit moves the mentions that an edit names between the rows of those that stand and those that do not, and corrects
// what claims are taken for.
func (s *step) addEdit(e annotate.Edit, _ mark) error {
	x := &editStep{step: s, edit: e, about: newOrdered(e.Article)}
	for _, part := range []struct {
		ids []uuid.UUID
		do  func(uuid.UUID) error
	}{{e.Drops, x.drop}, {e.Keeps, x.keep}, {e.Lost, x.lose}} {
		for _, id := range part.ids {
			if err := part.do(id); err != nil {
				return err
			}
		}
	}
	for _, c := range e.Corrects {
		claim, err := s.claim(c.Claim)
		if err != nil {
			return err
		}
		claim.Claim.Kind, claim.Claim.Polarity = c.Kind, c.Polarity
		x.about.add(c.Claim)
	}
	for _, id := range x.about.list {
		s.about.add(id)
		n, err := numberOf(s.rows, subjectEdits, id)
		if err != nil {
			return err
		}
		if err := s.put(subjectEdits, keyOf(id).seqDown(uint64(n+1)), e.ID[:]); err != nil {
			return err
		}
	}
	return s.save(editRows, e.ID[:], editRow{Edit: e, Seq: s.event.Seq})
}

// editStep is an edit on its way into the rows.
type editStep struct {
	*step
	edit  annotate.Edit
	about *ordered // the article, and the claims of the mentions
}

// named is a mention that the edit names, with its key; the claim is one that the edit is about.
func (x *editStep) named(bucket string, id uuid.UUID) (key, mentionRow, error) {
	k := bytes.Clone(x.get(mentionPlaces, id[:]))
	var row mentionRow
	err := x.mustLoad(bucket, k, &row)
	x.about.add(row.Mention.Claim)
	return k, row, err
}

// drop takes a mention that stands out of its revision.
func (x *editStep) drop(id uuid.UUID) error {
	k, row, err := x.named(mentionRows, id)
	if err != nil {
		return err
	}
	if err := x.count(row.Mention, -1); err != nil {
		return err
	}
	row.Edit = brief(x.edit)
	if err := x.delete(mentionRows, k); err != nil {
		return err
	}
	return x.saveDropped(revisionKey{row.Mention.Article, row.Mention.Revision}, k, row, 1)
}

// keep puts a mention back; one that stands, because the edit's event has made it, only learns of the edit.
func (x *editStep) keep(id uuid.UUID) error {
	bucket := droppedRows
	if x.get(mentionRows, x.get(mentionPlaces, id[:])) != nil {
		bucket = mentionRows
	}
	k, row, err := x.named(bucket, id)
	if err != nil {
		return err
	}
	row.Edit = brief(x.edit)
	if bucket == droppedRows {
		if err := x.count(row.Mention, 1); err != nil {
			return err
		}
		if err := x.saveDropped(revisionKey{row.Mention.Article, row.Mention.Revision}, k, row, -1); err != nil {
			return err
		}
	}
	return x.save(mentionRows, k, row)
}

// lose lists a mention of a former revision among those that do not stand in the edit's own.
func (x *editStep) lose(id uuid.UUID) error {
	bucket := mentionRows
	if x.get(mentionRows, x.get(mentionPlaces, id[:])) == nil {
		bucket = droppedRows
	}
	_, row, err := x.named(bucket, id)
	if err != nil {
		return err
	}
	row.Edit = brief(x.edit)
	in := revisionKey{x.edit.Article, x.edit.Revision}
	k := placeIn(in, row.Mention)
	more := 1
	if x.get(droppedRows, k) != nil {
		more = 0 // another edit of the revision has lost it as well
	}
	return x.saveDropped(in, k, row, more)
}

// saveDropped adds a row to the list of what does not stand in a revision, or takes it from there.
func (x *editStep) saveDropped(in revisionKey, k key, row mentionRow, by int) error {
	revision, err := x.revision(in)
	if err != nil {
		return err
	}
	article, err := x.article(in.article)
	if err != nil {
		return err
	}
	revision.Dropped += by
	if article.Revision == in.number {
		article.Dropped += by
	}
	if by < 0 {
		return x.delete(droppedRows, k)
	}
	return x.save(droppedRows, k, row)
}
