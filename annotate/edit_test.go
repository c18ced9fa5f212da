package annotate

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/uuid"
)

func TestEditCheck(t *testing.T) {
	a, b := uuid.New(), uuid.New()
	correction := Correction{Claim: a, Kind: Safety, Polarity: Affirmed, WasKind: Effect, WasPolarity: Affirmed}
	for _, tt := range []struct {
		name, want string
		spoil      func(e *Edit)
	}{
		{"good", "", func(*Edit) {}},
		{"only a correction", "", func(e *Edit) { e.Drops, e.Keeps, e.Corrects = nil, nil, []Correction{correction} }},
		{"no deed", "deed", func(e *Edit) { e.Deed = "adored" }},
		{"nothing", "mentions", func(e *Edit) { e.Drops, e.Keeps = nil, nil }},
		{"one mention twice", "mentions", func(e *Edit) { e.Keeps = []uuid.UUID{a} }},
		{"a mention that is none", "mentions", func(e *Edit) { e.Keeps = []uuid.UUID{uuid.Nil} }},
		{"lost by an editor", "mentions", func(e *Edit) { e.Lost, e.Keeps = []uuid.UUID{b}, nil }},
		{"lost by a new text", "", func(e *Edit) { e.Deed, e.Lost, e.Keeps = Carried, []uuid.UUID{b}, nil }},
		{"too many", "mentions", func(e *Edit) {
			for range maxNamed + 1 {
				e.Drops = append(e.Drops, uuid.New())
			}
		}},
		{"a correction to what it was", "kind", func(e *Edit) {
			e.Corrects = []Correction{{Claim: a, Kind: Safety, Polarity: Negated, WasKind: Safety, WasPolarity: Negated}}
		}},
		{"a correction to nothing", "kind, polarity", func(e *Edit) { e.Corrects = []Correction{{Claim: a}, correction}; e.Corrects[0].WasKind = Safety }},
		{"dropped for no reason", "reason", func(e *Edit) { e.Deed = Dropped }},
		{"dropped for another reason, unsaid", "comment", func(e *Edit) { e.Deed, e.Reason = Dropped, OtherReason }},
		{"dropped for a reason", "", func(e *Edit) { e.Deed, e.Reason = Dropped, Duplicate }},
		{"edited for a reason", "reason", func(e *Edit) { e.Reason = Duplicate }},
		{"by nobody, at length", "comment, by", func(e *Edit) { e.By, e.Comment = "", strings.Repeat("x", 2001) }},
	} {
		t.Run(tt.name, func(t *testing.T) {
			e := Edit{ID: uuid.New(), Article: uuid.New(), Revision: 1, Deed: Edited, Drops: []uuid.UUID{a}, Keeps: []uuid.UUID{b}, By: "ana"}
			tt.spoil(&e)
			wantProblems(t, e.Check(), tt.want)
		})
	}
}

func TestPlaces(t *testing.T) {
	text := NewText("Zinc é helps. zinc helps 15 people, and 5 people; “zinc” helps.")
	for _, tt := range []struct {
		quote string
		most  int
		want  string
	}{
		{"zinc", 9, "[{14 18 true} {51 55 true}]"},
		{" zinc\n", 1, "[{14 18 true}]"},
		{"helps", 9, "[{7 12 true} {19 24 true} {57 62 true}]"},
		{"5 people", 9, "[{40 48 true}]"},
		{"elp", 9, "[{8 11 true}]"}, // a part of a word, for want of better
		{"zinc' helps", 9, "[{14 24 false}]"},
		{"gold", 9, "[]"},
		{"", 9, "[]"},
		{"\xc3", 9, "[]"},
	} {
		if got := fmt.Sprint(text.Places(tt.quote, tt.most)); got != tt.want {
			t.Errorf("%q: got %s, want %s", tt.quote, got, tt.want)
		}
	}
}

func TestBlockAt(t *testing.T) {
	a := Article{Blocks: []Block{{Start: 0, End: 5}, {Start: 7, End: 9}}}
	for _, tt := range []struct {
		start, end, block int
		ok                bool
	}{{0, 5, 0, true}, {1, 2, 0, true}, {7, 9, 1, true}, {4, 7, 0, false}, {5, 7, 0, false}, {8, 10, 0, false}} {
		if block, ok := a.BlockAt(tt.start, tt.end); block != tt.block || ok != tt.ok {
			t.Errorf("%d to %d: got block %d, %v; want %d, %v", tt.start, tt.end, block, ok, tt.block, tt.ok)
		}
	}
	if _, ok := (Article{}).BlockAt(3, 9); !ok {
		t.Error("a text without blocks is none")
	}
}

// Whatever a stranger types, each place that is found lies in the text.
func FuzzPlaces(f *testing.F) {
	f.Add("Zinc é helps “zinc”.", "zinc")
	f.Add("a\xffb&amp;c 1.5", "\xff")
	f.Fuzz(func(t *testing.T, text, quote string) {
		x := NewText(text)
		for _, p := range x.Places(quote, 5) {
			got, ok := x.Slice(p.Start, p.End)
			if !ok || got == "" || p.Exact && got != strings.TrimSpace(quote) {
				t.Fatalf("%q in %q: got %v, %q", quote, text, p, got)
			}
		}
	})
}
