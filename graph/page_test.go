package graph

import (
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/cayleygraph/quad"
	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"

	"claimlens/annotate"
)

// Whatever a stranger sends as a cursor is a page or ErrInvalid; even one with the right checksum, which they could
// compute from this source.
func FuzzCursor(f *testing.F) {
	s := filled(f)
	ctx := f.Context()
	claim := annotate.ClaimID("Zinc helps.")
	lists := map[string]func(p annotate.Page) (int, error){
		"articles":  func(p annotate.Page) (int, error) { l, err := s.Articles(ctx, p); return numbered(l), err },
		"claims":    func(p annotate.Page) (int, error) { l, err := s.Claims(ctx, "", p); return numbered(l), err },
		"citations": func(p annotate.Page) (int, error) { l, err := s.Citations(ctx, p); return numbered(l), err },
		"mentions": func(p annotate.Page) (int, error) {
			l, err := s.Mentions(ctx, annotate.ArticleID("https://example.org/a"), 0, p)
			return numbered(l), err
		},
		"made in": func(p annotate.Page) (int, error) { l, err := s.ClaimMentions(ctx, claim, p); return numbered(l), err },
		"evidence": func(p annotate.Page) (int, error) {
			l, err := s.ClaimEvidence(ctx, claim, time.Now(), p)
			return numbered(l), err
		},
		"grades": func(p annotate.Page) (int, error) {
			l, err := s.ClaimGrades(ctx, claim, time.Now(), p)
			return numbered(l), err
		},
		"events": func(p annotate.Page) (int, error) { l, err := s.Events(ctx, uuid.Nil, p); return numbered(l), err },
		"search": func(p annotate.Page) (int, error) { l, err := s.SearchClaims(ctx, "zinc", p); return numbered(l), err },
	}
	forged := []listing{{bucket: articleOrder}, {bucket: claimStates, prefix: stateKey("")}, {bucket: citationOrder},
		{bucket: claimGrades, prefix: claim[:]}, {bucket: claimEvidence, prefix: claim[:]}, {bucket: eventRows}, results("zinc")}
	f.Add([]byte("x"))
	f.Add(binary.AppendUvarint(nil, 1<<50))
	f.Add([]byte{1, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff})
	f.Fuzz(func(t *testing.T, body []byte) {
		cursors := []string{string(body), base64.RawURLEncoding.EncodeToString(body)}
		for _, l := range forged {
			cursors = append(cursors, l.encode(body))
		}
		for _, cursor := range cursors {
			for name, list := range lists {
				if n, err := list(annotate.Page{After: cursor}); err != nil && !errors.Is(err, annotate.ErrInvalid) {
					t.Errorf("%s after %q: %v", name, cursor, err)
				} else if n < 0 {
					t.Errorf("%s after %q: bad numbers", name, cursor)
				}
			}
		}
	})
}

// numbered is how many items a page has, -1 when its numbers can't be.
func numbered[T any](l annotate.List[T]) int {
	n := len(l.Items)
	if n == 0 && l.First == 0 || n > 0 && l.First >= 1 && l.First+n-1 <= l.Total {
		return n
	}
	return -1
}

// A cursor of one list is no place in another.
func TestCursorOfAnotherList(t *testing.T) {
	s := newStore(t)
	for i := range 3 {
		if _, err := s.Record(t.Context(), citing(i)); err != nil {
			t.Fatal(err)
		}
	}
	l, err := s.Citations(t.Context(), annotate.Page{Limit: 1})
	if err != nil || l.Next == "" {
		t.Fatalf("got %+v, %v, want a next page", l, err)
	}
	if _, err := s.Events(t.Context(), uuid.Nil, annotate.Page{After: l.Next}); !errors.Is(err, annotate.ErrInvalid) {
		t.Errorf("got %v, want %v", err, annotate.ErrInvalid)
	}
}

// While somebody leafs through a list that grows at its head, the numbers stay true.
func TestFirstWhileGrowing(t *testing.T) {
	s := newStore(t)
	n := 0
	add := func(count int) {
		for range count {
			if _, err := s.Record(t.Context(), citing(n)); err != nil {
				t.Fatal(err)
			}
			n++
		}
	}
	add(10)
	type seen struct {
		First, Total int
		PMIDs        []string
	}
	var got []seen
	page := annotate.Page{Limit: 4}
	for {
		l, err := s.Citations(t.Context(), page)
		if err != nil {
			t.Fatal(err)
		}
		x := seen{First: l.First, Total: l.Total}
		for _, c := range l.Items {
			x.PMIDs = append(x.PMIDs, c.PMID)
		}
		got = append(got, x)
		if page.After = l.Next; page.After == "" {
			break
		}
		add(2)
	}
	want := []seen{
		{1, 10, []string{"1009", "1008", "1007", "1006"}},
		{7, 12, []string{"1005", "1004", "1003", "1002"}},
		{13, 14, []string{"1001", "1000"}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("pages (-want +got):\n%s", diff)
	}
}

func TestKeysAreOrdered(t *testing.T) {
	times := []time.Time{{}, time.UnixMilli(-1), time.UnixMilli(0), time.UnixMilli(1), time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC)}
	for i, a := range times {
		for j, b := range times {
			up := string(key{}.moment(a)) < string(key{}.moment(b))
			down := string(key{}.momentDown(a)) > string(key{}.momentDown(b))
			if up != (i < j) || down != (i < j) {
				t.Errorf("%v and %v: up %v, down %v, want %v", a, b, up, down, i < j)
			}
		}
	}
	marks := []mark{{1, 1}, {1, 2}, {1, 300}, {2, 1}, {1 << 40, 1}}
	for i := range marks[1:] {
		a, b := marks[i], marks[i+1]
		if string(key{}.mark(a)) >= string(key{}.mark(b)) || string(key{}.markDown(a)) <= string(key{}.markDown(b)) {
			t.Errorf("%v and %v are out of order", a, b)
		}
		if newer := a.Seq == b.Seq; (string(key{}.latest(a)) < string(key{}.latest(b))) != newer {
			t.Errorf("%v and %v: newest event first, then in order", a, b)
		}
	}
}

func TestNames(t *testing.T) {
	id := uuid.New()
	if got, err := idOf(nameOf(id)); err != nil || got != id {
		t.Errorf("thing: got %v, %v", got, err)
	}
	if got, n, err := numberedOf(nameOfNumbered(id, 12)); err != nil || got != id || n != 12 {
		t.Errorf("revision: got %v, %d, %v", got, n, err)
	}
	if got, err := seqOf(nameOfEvent(7)); err != nil || got != 7 {
		t.Errorf("event: got %v, %v", got, err)
	}
	bad := fmt.Sprint("urn:uuid:", id)
	for _, name := range []string{"", "urn:uuid:", "urn:uuid:x", "urn:uuid:{" + id.String() + "}", id.String(), bad + "#1#2"} {
		if _, err := idOf(quad.IRI(name)); !errors.Is(err, annotate.ErrInvalid) {
			t.Errorf("thing %q: got %v, want %v", name, err, annotate.ErrInvalid)
		}
	}
	for _, name := range []string{bad, bad + "#", bad + "#0", bad + "#-1", bad + "#01", bad + "#1#2", "#1", bad + "#99999999999999999999"} {
		if _, _, err := numberedOf(quad.IRI(name)); !errors.Is(err, annotate.ErrInvalid) {
			t.Errorf("revision %q: got %v, want %v", name, err, annotate.ErrInvalid)
		}
	}
	for _, name := range []string{"", "7", eventRoot, eventRoot + "0", eventRoot + "07", eventRoot + "-1", eventRoot + "x"} {
		if _, err := seqOf(quad.IRI(name)); !errors.Is(err, annotate.ErrInvalid) {
			t.Errorf("event %q: got %v, want %v", name, err, annotate.ErrInvalid)
		}
	}
}
