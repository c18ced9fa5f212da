package graph

import (
	"github.com/cayleygraph/quad"

	"claimlens/annotate"
)

func checkQuads(c annotate.NoticeCheck, o origin) ([]quad.Quad, error) {
	n := newNode(nameOf(c.ID), kindCheck, o)
	n.link(ofCitation, c.Citation)
	n.text(saidFrom, string(c.From))
	addList(n, hasNotices, c.Notices)
	n.text(saidBy, c.By)
	n.moment(wasCreated, c.Created)
	return n.done()
}

func checkFromProperties(name quad.IRI, values properties) (annotate.NoticeCheck, origin, error) {
	f := fieldsOf(name, kindCheck, values)
	c := annotate.NoticeCheck{
		ID:       f.own(),
		Citation: f.id(ofCitation),
		From:     annotate.NoticeSource(f.text(saidFrom)),
		Notices:  listOf[annotate.Notice](f, hasNotices),
		By:       f.text(saidBy),
		Created:  f.moment(wasCreated),
	}
	return c, f.origin(), f.err
}

func settledCheck(c annotate.NoticeCheck) annotate.NoticeCheck {
	c.Notices = orNil(c.Notices)
	c.Created = annotate.Moment(c.Created)
	return c
}
