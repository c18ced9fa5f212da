package annotate

import (
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"
)

// Text is a text prepared for anchors: code-point offsets and byte offsets lead to one another in logarithmic time or
// better, and its folded form is made once, on the first Find that needs it. A Text is not safe for concurrent use.
type Text struct {
	s      string
	starts []int32 // byte offset of every code point; nil when the text is ASCII and both offsets are the same
	length int     // in code points
	folded *folded
}

// NewText prepares s. Invalid bytes count as one code point each.
func NewText(s string) *Text {
	t := &Text{s: s, length: utf8.RuneCountInString(s)}
	if t.length != len(s) {
		t.starts = make([]int32, 0, t.length+1)
		for i := range s {
			t.starts = append(t.starts, int32(i))
		}
		t.starts = append(t.starts, int32(len(s)))
	}
	return t
}

// String is the text.
func (t *Text) String() string { return t.s }

// Len is the length in code points.
func (t *Text) Len() int { return t.length }

// Byte is the byte offset of the code point at offset point, which must be between 0 and Len.
func (t *Text) Byte(point int) int {
	if t.starts == nil {
		return point
	}
	return int(t.starts[point])
}

// Point is the code-point offset of the byte offset b, which must be between 0 and the text's length in bytes. Within a
// code point it is that code point's.
func (t *Text) Point(b int) int {
	if t.starts == nil {
		return b
	}
	return sort.Search(len(t.starts), func(i int) bool { return int(t.starts[i]) > b }) - 1
}

// Slice is the text from code point start to end, and whether the two lie in the text in order.
func (t *Text) Slice(start, end int) (string, bool) {
	if start < 0 || end < start || end > t.length {
		return "", false
	}
	return t.s[t.Byte(start):t.Byte(end)], true
}

// Describe is the anchor of the text from code point start to end, with up to ContextLength code points on either side.
func (t *Text) Describe(start, end int) (Anchor, error) {
	exact, ok := t.Slice(start, end)
	if !ok || start == end {
		return Anchor{}, fmt.Errorf("%d to %d in a text of %d characters: %w", start, end, t.length, ErrInvalid)
	}
	prefix, _ := t.Slice(max(0, start-ContextLength), start)
	suffix, _ := t.Slice(end, min(t.length, end+ContextLength))
	return Anchor{Exact: exact, Prefix: prefix, Suffix: suffix, Start: start, End: end}, nil
}

// Place is where a quote stands in a text, in code points.
type Place struct {
	Start, End int
	Exact      bool // character for character; false when white space, punctuation, hyphens or quotation marks differ
}

// Find says where the anchor's quote stands in the text today. Places where it stands character for character come
// first, then those where only white space, punctuation, hyphens, quotation marks, ligatures or entities differ; among
// several the prefix and suffix choose, then the nearness to the old position. A number is never cut: “5 mg” does not
// stand in “15 mg” or “1.5 mg”, unless the anchor was made of a part of it, as its prefix then shows. A quote that is not there, word for word, is an orphan: the error says so and wraps
// ErrNotFound; no likely-looking place is ever given.
func (t *Text) Find(a Anchor) (Place, error) {
	if strings.TrimSpace(a.Exact) == "" {
		return Place{}, fmt.Errorf("an empty quote: %w", ErrInvalid)
	}
	if t.folded == nil {
		t.folded = fold(t.s)
	}
	q := fold(a.Exact)
	want := surroundings{prefix: a.Prefix, suffix: a.Suffix, before: fold(a.Prefix).s, after: fold(a.Suffix).s, start: a.Start}
	if place, ok := t.findExact(a.Exact, want); ok {
		return place, nil
	}
	if place, ok := t.findFolded(q.s, want); ok {
		return place, nil
	}
	if rest, ok := strings.CutPrefix(q.s, "−"); ok { // behind another number a sign looks like a range
		if place, ok := t.findFolded("-"+rest, want); ok {
			return place, nil
		}
	}
	return Place{}, fmt.Errorf("the quote “%s” is not in the text: %w", Shorten(a.Exact, 60), ErrNotFound)
}

func (t *Text) findExact(quote string, want surroundings) (Place, bool) {
	var best choice
	for b := range occurrences(t.s, quote) {
		e := b + len(quote)
		p := Place{Start: t.Point(b), End: t.Point(e), Exact: true}
		number, word := want.cuts(t.s, b, e)
		if number || t.Byte(p.Start) != b || t.Byte(p.End) != e { // bytes of a quote that is no valid text lie inside others
			continue
		}
		best.offer(p, word, want.score(t.folded, t.folded.at(p.Start), t.folded.at(p.End), p.Start, t.length))
	}
	return best.place, best.found
}

// longQuote is how many bytes of skeleton are enough for a quote that begins or ends inside a word, in other typography, to be
// no chance likeness.
const longQuote = 20

func (t *Text) findFolded(quote string, want surroundings) (Place, bool) {
	if quote == "" {
		return Place{}, false
	}
	f := t.folded
	var best choice
	for b := range occurrences(f.s, quote) {
		e := b + len(quote)
		p := Place{Start: int(f.points[b]), End: int(f.ends[e-1])}
		number, word := want.cuts(t.s, t.Byte(p.Start), t.Byte(p.End))
		if number || word && len(quote) < longQuote {
			continue
		}
		best.offer(p, word, want.score(f, b, e, p.Start, t.length))
	}
	return best.place, best.found
}

// Places are the places at which a quote stands in the text, at most so many, in their order: character for character, or,
// where it stands nowhere so, the one at which Find finds it in other typography.
func (t *Text) Places(quote string, most int) []Place {
	var out []Place
	quote = strings.TrimSpace(quote)
	if quote == "" {
		return nil
	}
	for b := range occurrences(t.s, quote) {
		e := b + len(quote)
		p := Place{Start: t.Point(b), End: t.Point(e), Exact: true}
		if number, word := (surroundings{}).cuts(t.s, b, e); number || word || t.Byte(p.Start) != b || t.Byte(p.End) != e {
			continue
		}
		if out = append(out, p); len(out) == most {
			return out
		}
	}
	if p, err := t.Find(Anchor{Exact: quote}); err == nil && len(out) == 0 {
		out = append(out, p)
	}
	return out
}
