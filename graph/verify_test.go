package graph

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
	"github.com/google/go-cmp/cmp"
	bolt "go.etcd.io/bbolt"
	"pgregory.net/rapid"

	"claimlens/annotate"
)

// dump is every row of a store.
func dump(t rapid.TB, s *Store) []string {
	t.Helper()
	var out []string
	err := s.record.bolt.View(func(tx *bolt.Tx) error {
		set, err := currentBucket(tx)
		if err != nil {
			return err
		}
		for _, name := range rowBuckets {
			err := set.Bucket([]byte(name)).ForEach(func(k, v []byte) error {
				out = append(out, fmt.Sprintf("%s %x %q", name, k, v))
				return nil
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// mustVerify verifies a store in which nothing is wrong.
func mustVerify(t rapid.TB, s *Store, o VerifyOptions) Report {
	t.Helper()
	report, err := s.Verify(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	if !report.OK() {
		t.Fatalf("problems: %+v", report.Problems)
	}
	return report
}

// checkRebuild checks that the record is whole, and that the rows that a rebuild makes of it are those that were written
// change by change, to the byte.
func checkRebuild(t *rapid.T, s *Store, events int) {
	before := dump(t, s)
	for _, rebuild := range []bool{false, true, true} {
		if report := mustVerify(t, s, VerifyOptions{Rebuild: rebuild}); report.Events != events || report.Rebuilt != rebuild {
			t.Fatalf("got %+v, want %d events, rebuilt %v", report, events, rebuild)
		}
		if diff := cmp.Diff(before, dump(t, s)); diff != "" {
			t.Fatalf("rows (-before +after):\n%s", diff)
		}
	}
}

// filled is a store with one thing of each kind.
func filled(t testing.TB) *Store {
	t.Helper()
	s := newStore(t)
	for _, c := range oneOfEach() {
		if _, err := s.Record(context.Background(), c); err != nil {
			t.Fatal(err)
		}
	}
	mustVerify(t, s, VerifyOptions{})
	return s
}

func TestVerifyFindsTampering(t *testing.T) {
	claim := nameOf(annotate.ClaimID("Zinc helps."))
	grade := annotate.ClaimID("Zinc helps.")
	check, search := nameOf(oneOfEach()[6].Checks[0].ID), nameOf(oneOfEach()[8].Searches[0].ID)
	addQuad := func(q quad.Quad) func(t *testing.T, s *Store) {
		return func(t *testing.T, s *Store) { mustAdd(t, s.record, q) }
	}
	inRows := func(do func(r rows) error) func(t *testing.T, s *Store) {
		return func(t *testing.T, s *Store) {
			err := s.record.bolt.Update(func(tx *bolt.Tx) error {
				r, err := currentRows(tx)
				if err != nil {
					return err
				}
				return do(r)
			})
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, tt := range []struct {
		name   string
		tamper func(t *testing.T, s *Store)
		want   string
	}{
		{"second text", addQuad(quad.Quad{Subject: claim, Predicate: hasText, Object: quad.String("Zinc harms.")}), "has 2 values"},
		{"another property", addQuad(quad.Quad{Subject: claim, Predicate: hasNote, Object: quad.String("x")}), "says 8 things, of which its event wrote 7"},
		{"second source of a check", addQuad(quad.Quad{Subject: check, Predicate: saidFrom, Object: quad.String("hearsay")}), "has 2 values"},
		{"notices put into a check", addQuad(quad.Quad{Subject: check, Predicate: hasNotices, Object: quad.String("[]")}), "has 2 values"},
		{"comment put into a search", addQuad(quad.Quad{Subject: search, Predicate: hasComment, Object: quad.String("found some")}), "its content is not what was recorded"},
		{"smuggled search", func(t *testing.T, s *Store) {
			made := oneOfEach()[8].Searches[0]
			made.ID = annotate.ClaimID("x")
			quads, err := soughtQuads(made, origin{seq: 9, place: 2})
			if err != nil {
				t.Fatal(err)
			}
			mustAdd(t, s.record, quads...)
		}, "its content is not what was recorded"},
		{"check row deleted", inRows(func(r rows) error { return r.delete(noticeChecks, firstKey(r, noticeChecks)) }), `1 differ from what the record says`},
		{"weight changed", inRows(func(r rows) error { return r.put(citationWeights, firstKey(r, citationWeights), []byte("{}")) }), `1 differ from what the record says`},
		{"stray node", addQuad(triple("urn:x", "urn:y", quad.String("z"))), "belongs to no event"},
		{"stray address", addQuad(quad.Quad{Subject: nameOf(annotate.ArticleID("https://example.org/a")), Predicate: hasAddress, Object: quad.IRI("https://example.org/z")}), "of which the events wrote"},
		{"smuggled thing", func(t *testing.T, s *Store) {
			quads, err := claimQuads(annotate.Claim{ID: annotate.ClaimID("Lead helps."), Text: "Lead helps.", Kind: annotate.Effect}, origin{seq: 1, place: 9})
			if err != nil {
				t.Fatal(err)
			}
			mustAdd(t, s.record, quads...)
		}, "its content is not what was recorded"},
		{"forged event", func(t *testing.T, s *Store) {
			quads, err := eventQuads(annotate.Event{Seq: 8, Actor: "eve"})
			if err != nil {
				t.Fatal(err)
			}
			mustAdd(t, s.record, quads...)
		}, "it is not as it was recorded"},
		{"missing event", func(t *testing.T, s *Store) {
			quads, err := eventQuads(annotate.Event{Seq: 12, Actor: "eve"})
			if err != nil {
				t.Fatal(err)
			}
			mustAdd(t, s.record, quads...)
		}, "belongs to no event"},
		{"row changed", inRows(func(r rows) error { return r.put(claimRows, grade[:], []byte("{}")) }), `1 differ from what the record says`},
		{"row deleted", inRows(func(r rows) error { return r.delete(claimRows, grade[:]) }), `1 differ from what the record says`},
		{"row added", inRows(func(r rows) error { return r.put(addressRows, addressKey("x"), grade[:]) }), `1 differ from what the record says`},
		{"totals gone", inRows(func(r rows) error { return r.delete(totalRows, totalKey) }), `1 differ from what the record says`},
		{"events gone", inRows(func(r rows) error { return r.delete(eventRows, key{}.seqDown(1)) }), `1 differ from what the record says`},
		{"rows gone", func(t *testing.T, s *Store) {
			if err := s.record.bolt.Update(func(tx *bolt.Tx) error { return tx.DeleteBucket(rowsRoot) }); err != nil {
				t.Fatal(err)
			}
		}, "there are no rows"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := filled(t)
			tt.tamper(t, s)
			report, err := s.Verify(t.Context(), VerifyOptions{})
			if err != nil {
				t.Fatal(err)
			}
			if !slices.ContainsFunc(report.Problems, func(p Problem) bool { return strings.Contains(p.What, tt.want) }) {
				t.Errorf("got %+v, want one that says %q", report.Problems, tt.want)
			}
		})
	}
}

func firstKey(r rows, bucket string) []byte {
	k, _ := r.buckets[bucket].Cursor().First()
	return bytes.Clone(k)
}

// Rows that were tampered with are put right by a rebuild.
func TestRebuildRepairs(t *testing.T) {
	s := filled(t)
	before := dump(t, s)
	err := s.record.bolt.Update(func(tx *bolt.Tx) error {
		r, err := currentRows(tx)
		if err != nil {
			return err
		}
		return errors.Join(r.delete(totalRows, totalKey), r.put(claimStates, []byte("x"), nil), r.delete(eventRows, key{}.seqDown(2)))
	})
	if err != nil {
		t.Fatal(err)
	}
	report, err := s.Verify(t.Context(), VerifyOptions{Rebuild: true})
	if err != nil || !report.Rebuilt || report.OK() {
		t.Fatalf("got %+v, %v, want problems, and rows rebuilt", report, err)
	}
	if diff := cmp.Diff(before, dump(t, s)); diff != "" {
		t.Errorf("rows (-before +after):\n%s", diff)
	}
	mustVerify(t, s, VerifyOptions{})
}

// A store of another format is rebuilt when it is opened.
func TestOpenRebuilds(t *testing.T) {
	dir := t.TempDir()
	s := openStore(t, dir)
	for _, c := range oneOfEach() {
		if _, err := s.Record(t.Context(), c); err != nil {
			t.Fatal(err)
		}
	}
	before := dump(t, s)
	err := s.record.bolt.Update(func(tx *bolt.Tx) error {
		root := tx.Bucket(rowsRoot)
		set := root.Bucket(root.Get(currentSet))
		return errors.Join(root.Put(rowsFormat, []byte{99}), set.DeleteBucket([]byte(claimRows)))
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = openStore(t, dir)
	if diff := cmp.Diff(before, dump(t, s)); diff != "" {
		t.Errorf("rows (-before +after):\n%s", diff)
	}
}

// A paper that an earlier claimlens kept, in another form, is read, verified, and followed by versions of today's.
func TestVerifyLoose(t *testing.T) {
	s := newStore(t)
	old := citing(1)
	old.Citations[0].Abstract = []annotate.Section{{Text: "Zinc helped."}}
	old.Citations[0].Revised = "2021-07-03"
	e, err := sealed(old, old.Made, annotate.Event{})
	if err != nil {
		t.Fatal(err)
	}
	quads, err := madeQuadsWith(e, old.Made, looseCitationQuads)
	if err != nil {
		t.Fatal(err)
	}
	mustAdd(t, s.record, quads...)
	if report, err := s.Verify(t.Context(), VerifyOptions{Rebuild: true}); err != nil || !report.Rebuilt {
		t.Fatalf("got %+v, %v", report, err)
	}
	mustVerify(t, s, VerifyOptions{})
	got, err := s.Citation(t.Context(), old.Citations[0].PMID)
	if diff := cmp.Diff(old.Citations[0], got); err != nil || diff != "" {
		t.Fatalf("error %v (-want +got):\n%s", err, diff)
	}
	next := citing(1)
	next.Citations[0].Version, next.Citations[0].Summary = 2, "It helped."
	if _, err := s.Record(t.Context(), next); err != nil {
		t.Fatal(err)
	}
	mustVerify(t, s, VerifyOptions{})
}

func TestVerifyEnds(t *testing.T) {
	s := filled(t)
	ctx, cancel := context.WithCancel(t.Context())
	var last [2]int
	_, err := s.Verify(ctx, VerifyOptions{Rebuild: true, Progress: func(done, total int) {
		last = [2]int{done, total}
		cancel()
	}})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want %v", err, context.Canceled)
	}
	if want := [2]int{1, 10}; last != want {
		t.Errorf("progress: got %v, want %v", last, want)
	}
	mustVerify(t, s, VerifyOptions{})
}
