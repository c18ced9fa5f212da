package graph

import (
	"slices"

	"github.com/cayleygraph/quad"
	"github.com/google/uuid"

	"claimlens/annotate"
)

func editQuads(e annotate.Edit, o origin) ([]quad.Quad, error) {
	n := newNode(nameOf(e.ID), kindEdit, o)
	n.add(inRevision, nameOfNumbered(e.Article, e.Revision))
	n.text(hasDeed, string(e.Deed))
	n.links(dropsMention, e.Drops)
	n.links(keepsMention, e.Keeps)
	n.links(losesMention, e.Lost)
	addList(n, hasCorrections, e.Corrects)
	n.text(hasReason, string(e.Reason))
	n.text(hasComment, e.Comment)
	n.link(undoesEdit, e.Undoes)
	n.text(saidBy, e.By)
	n.moment(wasCreated, e.Created)
	return n.done()
}

func editFromProperties(name quad.IRI, values properties) (annotate.Edit, origin, error) {
	f := fieldsOf(name, kindEdit, values)
	e := annotate.Edit{
		ID:       f.own(),
		Deed:     annotate.Deed(f.text(hasDeed)),
		Drops:    f.ids(dropsMention),
		Keeps:    f.ids(keepsMention),
		Lost:     f.ids(losesMention),
		Corrects: listOf[annotate.Correction](f, hasCorrections),
		Reason:   annotate.DropReason(f.text(hasReason)),
		Comment:  f.text(hasComment),
		Undoes:   f.id(undoesEdit),
		By:       f.text(saidBy),
		Created:  f.moment(wasCreated),
	}
	e.Article, e.Revision = f.numbered(inRevision)
	return e, f.origin(), f.err
}

// settledEdit has its mentions in the order of their identifiers: the graph keeps no other.
func settledEdit(e annotate.Edit) annotate.Edit {
	e.Drops, e.Keeps, e.Lost = inOrderOfID(e.Drops), inOrderOfID(e.Keeps), inOrderOfID(e.Lost)
	e.Corrects = orNil(e.Corrects)
	e.Created = annotate.Moment(e.Created)
	return e
}

func inOrderOfID(ids []uuid.UUID) []uuid.UUID {
	if len(ids) == 0 {
		return nil
	}
	ids = slices.Clone(ids)
	slices.SortFunc(ids, compareIDs)
	return ids
}

func compareIDs(a, b uuid.UUID) int { return slices.Compare(a[:], b[:]) }
