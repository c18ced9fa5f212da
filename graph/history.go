package graph

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/cayleygraph/quad"

	"claimlens/annotate"
)

// happening is one event as the graph has it, with all that it makes and what is wrong with that.
type happening struct {
	event    annotate.Event
	made     annotate.Made
	quads    []quad.Quad // what the event and what it makes are written as
	loose    bool        // it was written by an earlier claimlens, its citations in another form
	problems []Problem
}

func (h *happening) add(node quad.IRI, format string, args ...any) {
	h.problems = append(h.problems, Problem{Where: "<" + string(node) + ">", What: fmt.Sprintf(format, args...)})
}

// happened reads an event from the graph: its own node, and those that name it as their origin. It is ErrNotFound when
// nothing in the graph knows the event; whatever else is wrong with it is in its problems.
func (v *view) happened(ctx context.Context, seq uint64) (*happening, error) {
	name := nameOfEvent(seq)
	said, err := v.properties(ctx, name)
	if err != nil {
		return nil, err
	}
	nodes, err := v.sources(ctx, madeBy, name)
	if err != nil {
		return nil, err
	}
	if len(said) == 0 && len(nodes) == 0 {
		return nil, fmt.Errorf("event %d: %w", seq, annotate.ErrNotFound)
	}
	h := &happening{}
	if h.event, err = eventFromProperties(name, said); err != nil {
		h.add(name, "%v", err)
	}
	h.event.Seq = seq
	parts := &partReader{happening: h, found: map[quad.IRI]properties{name: said}}
	for _, node := range nodes {
		if err := parts.read(ctx, v, node); err != nil {
			return nil, err
		}
	}
	h.made = parts.made()
	return h, h.compare(ctx, v, parts.found)
}

// compare looks for differences between what the graph says of the nodes and what the event and its things are written
// as.
func (h *happening) compare(ctx context.Context, v *view, found map[quad.IRI]properties) (err error) {
	citation := citationQuads
	if h.loose {
		citation = looseCitationQuads
	}
	if h.quads, err = madeQuadsWith(h.event, h.made, citation); err != nil {
		h.add(nameOfEvent(h.event.Seq), "%v", err)
		return nil
	}
	written := map[quad.IRI]int{}
	for _, q := range h.quads {
		node, predicate := q.Subject.(quad.IRI), q.Predicate.(quad.IRI)
		written[node]++
		if found[node] == nil { // an article that another event made has got an address
			if found[node], err = v.properties(ctx, node); err != nil {
				return err
			}
		}
		if !slices.Contains(found[node][predicate], q.Object) {
			h.add(node, "lacks <%s> %s", predicate, annotate.Shorten(q.Object.String(), 80))
		}
	}
	for node, said := range found {
		if n := size(said); n > written[node] && kindOf(said) != kindArticle { // later events give an article addresses
			h.add(node, "says %d things, of which its event wrote %d", n, written[node])
		}
	}
	return nil
}

func size(said properties) int {
	n := 0
	for _, values := range said {
		n += len(values)
	}
	return n
}

// kindOf is the kind of a node, empty when it has none or several.
func kindOf(said properties) quad.IRI {
	if len(said[isA]) != 1 {
		return ""
	}
	kind, _ := said[isA][0].(quad.IRI)
	return kind
}

// partReader reads the things that one event makes.
type partReader struct {
	*happening
	found     map[quad.IRI]properties
	articles  []placed[annotate.Article]
	claims    []placed[annotate.Claim]
	mentions  []placed[annotate.Mention]
	edits     []placed[annotate.Edit]
	citations []placed[annotate.Citation]
	checks    []placed[annotate.NoticeCheck]
	evidence  []placed[annotate.Evidence]
	decisions []placed[annotate.Decision]
	searches  []placed[annotate.Search]
	grades    []placed[annotate.Grade]
}

// placed is a thing and its place among those of its kind that the event makes.
type placed[T any] struct {
	place int
	thing T
}

func (p *partReader) read(ctx context.Context, v *view, value quad.Value) error {
	node, ok := value.(quad.IRI)
	if !ok {
		p.add(nameOfEvent(p.event.Seq), "made %v, which is no thing", value)
		return nil
	}
	said, err := v.properties(ctx, node)
	if err != nil {
		return err
	}
	p.found[node] = said
	p.loose = p.loose || isLoose(said)
	switch kindOf(said) {
	case kindArticle, kindCitation: // made along with the first revision or version; the latter of old
	case kindRevision:
		readPart(p, &p.articles, node, articleFromProperties)
	case kindClaim:
		readPart(p, &p.claims, node, claimFromProperties)
	case kindMention:
		readPart(p, &p.mentions, node, mentionFromProperties)
	case kindEdit:
		readPart(p, &p.edits, node, editFromProperties)
	case kindVersion:
		readPart(p, &p.citations, node, citationFromProperties)
	case kindCheck:
		readPart(p, &p.checks, node, checkFromProperties)
	case kindEvidence:
		readPart(p, &p.evidence, node, evidenceFromProperties)
	case kindDecision:
		readPart(p, &p.decisions, node, decisionFromProperties)
	case kindSearch:
		readPart(p, &p.searches, node, soughtFromProperties)
	case kindGrade:
		readPart(p, &p.grades, node, gradeFromProperties)
	default:
		p.add(node, "is of no kind that an event makes")
	}
	return nil
}

func readPart[T any](p *partReader, list *[]placed[T], node quad.IRI, from func(quad.IRI, properties) (T, origin, error)) {
	thing, o, err := from(node, p.found[node])
	if err != nil {
		p.add(node, "%v", err)
		return
	}
	*list = append(*list, placed[T]{o.place, thing})
}

// made is what was read, in the order in which it was made.
func (p *partReader) made() annotate.Made {
	return annotate.Made{
		Articles: inOrder(p.articles), Claims: inOrder(p.claims), Mentions: inOrder(p.mentions), Edits: inOrder(p.edits),
		Citations: inOrder(p.citations), Checks: inOrder(p.checks), Evidence: inOrder(p.evidence), Decisions: inOrder(p.decisions),
		Searches: inOrder(p.searches), Grades: inOrder(p.grades),
	}
}

func inOrder[T any](list []placed[T]) []T {
	slices.SortStableFunc(list, func(a, b placed[T]) int { return cmp.Compare(a.place, b.place) })
	var out []T
	for _, x := range list {
		out = append(out, x.thing)
	}
	return out
}
