package graph

import (
	"context"
	"reflect"
	"testing"

	"github.com/cayleygraph/quad"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"claimlens/annotate"
)

// Everything comes back as it was: through its quads, and through the record that keeps them.
func TestRoundTrip(t *testing.T) {
	r := newRecord(t)
	t.Run("article", func(t *testing.T) { roundTrip(t, r, articles, articleQuads, articleFromProperties) })
	t.Run("claim", func(t *testing.T) { roundTrip(t, r, claims, claimQuads, claimFromProperties) })
	t.Run("mention", func(t *testing.T) { roundTrip(t, r, mentions, mentionQuads, mentionFromProperties) })
	t.Run("edit", func(t *testing.T) { roundTrip(t, r, edits, editQuads, editFromProperties) })
	t.Run("citation", func(t *testing.T) { roundTrip(t, r, citations, citationQuads, citationFromProperties) })
	t.Run("citation of old", func(t *testing.T) { roundTrip(t, newRecord(t), citations, looseCitationQuads, citationFromProperties) })
	t.Run("notice check", func(t *testing.T) { roundTrip(t, r, checks, checkQuads, checkFromProperties) })
	t.Run("search", func(t *testing.T) { roundTrip(t, r, searches, soughtQuads, soughtFromProperties) })
	t.Run("evidence", func(t *testing.T) { roundTrip(t, r, evidence, evidenceQuads, evidenceFromProperties) })
	t.Run("decision", func(t *testing.T) { roundTrip(t, r, decisions, decisionQuads, decisionFromProperties) })
	t.Run("grade", func(t *testing.T) { roundTrip(t, r, grades, gradeQuads, gradeFromProperties) })
	t.Run("event", func(t *testing.T) {
		quads := func(e annotate.Event, _ origin) ([]quad.Quad, error) { return eventQuads(e) }
		from := func(name quad.IRI, values properties) (annotate.Event, origin, error) {
			e, err := eventFromProperties(name, values)
			return e, origin{}, err
		}
		roundTrip(t, r, events, quads, from)
	})
}

func roundTrip[T any](t *testing.T, r *record, draw *rapid.Generator[T], quads func(T, origin) ([]quad.Quad, error), from func(quad.IRI, properties) (T, origin, error)) {
	rapid.Check(t, func(t *rapid.T) {
		want, made := draw.Draw(t, "thing"), origins.Draw(t, "origin")
		list, err := quads(want, made)
		if err != nil {
			t.Fatal(err)
		}
		name := list[0].Subject.(quad.IRI)
		if got, o, err := from(name, propertiesIn(name, list)); err != nil || !reflect.DeepEqual(got, want) || o.seq != 0 && o != made {
			t.Fatalf("made by %v, want %v; error %v (-want +got):\n%s", o, made, err, cmp.Diff(want, got))
		}
		if kept := keepOnce(t, r, name, list); kept != nil {
			if got, _, err := from(name, kept); err != nil || !reflect.DeepEqual(got, want) {
				t.Fatalf("from the record: error %v (-want +got):\n%s", err, cmp.Diff(want, got))
			}
		}
	})
}

// keepOnce adds quads to the record and is what it then says of the node, nil if it knew the node before.
func keepOnce(t *rapid.T, r *record, name quad.IRI, quads []quad.Quad) properties {
	ctx := context.Background()
	said := func() (values properties) {
		err := r.view(ctx, func(v *view) (err error) {
			values, err = v.properties(ctx, name)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return values
	}
	if len(said()) > 0 {
		return nil
	}
	if err := r.add(ctx, quads, nil); err != nil {
		t.Fatal(err)
	}
	return said()
}

// propertiesIn is what quads say of a node.
func propertiesIn(name quad.IRI, quads []quad.Quad) properties {
	said := properties{}
	for _, q := range quads {
		if q.Subject == name {
			said[q.Predicate.(quad.IRI)] = append(said[q.Predicate.(quad.IRI)], q.Object)
		}
	}
	return said
}
