package annotate

import (
	"html"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// folded is the skeleton of a text: its letters, digits and the signs that change a medical meaning, in NFKD, without
// white space, punctuation, hyphens or quotation marks. Two stretches of text with the same skeleton say the same in
// other typography. What keeps numbers apart stays: “1.5” is not “15”, “10–15” is not “1015”, “−2” is not “2”. Case
// stays too.
type folded struct {
	s      string
	points []int32 // per byte of s: the code point of the text that it comes from
	ends   []int32 // per byte of s: the code point after that
}

// at is the offset in s of the first byte that comes from code point p of the text or a later one.
func (f *folded) at(p int) int {
	return sort.Search(len(f.points), func(i int) bool { return int(f.points[i]) >= p })
}

// longestEntity is the length of the longest character reference that is unescaped, its & and ; included.
const longestEntity = 12

type folder struct {
	out     folded
	b       strings.Builder
	gap     rune // what lay between the last kept rune and this one: 0 nothing, else ' ' or '-' or '.' or ','
	kept    rune // the last kept rune
	gapFrom int32
	gapTo   int32
}

func fold(s string) *folded { return foldBy(s, nil) }

// foldBy folds s and writes each rune as spell does, unless that is nil: next is the text behind it.
func foldBy(s string, spell func(r rune, next string) string) *folded {
	var f folder
	point := int32(0)
	for i := 0; i < len(s); {
		r, w := utf8.DecodeRuneInString(s[i:])
		points := int32(1)
		text := s[i : i+w]
		if r == '&' {
			if raw, plain, ok := entity(s[i:]); ok {
				text, w, points = plain, len(raw), int32(utf8.RuneCountInString(raw))
			}
		}
		if r >= utf8.RuneSelf || text[0] != s[i] {
			text = norm.NFKD.String(text)
		}
		for _, x := range text {
			if spell == nil {
				f.add(x, point, point+points)
				continue
			}
			for _, y := range spell(x, s[i+w:]) {
				f.add(y, point, point+points)
			}
		}
		i += w
		point += points
	}
	f.out.s = f.b.String()
	return &f.out
}

// entity is the character reference that s begins with and what it stands for.
func entity(s string) (raw, plain string, ok bool) {
	end := strings.IndexByte(s[:min(len(s), longestEntity)], ';')
	if end < 2 {
		return "", "", false
	}
	raw = s[:end+1]
	plain = html.UnescapeString(raw)
	return raw, plain, plain != raw
}

// add keeps or drops one rune of the text's code points from to to.
func (f *folder) add(r rune, from, to int32) {
	switch {
	case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.No, r) || strings.ContainsRune("<>%+=≤≥±×√°", r):
		f.separate(r)
		f.keep(r, from, to)
		f.gap = 0
	case unicode.Is(unicode.M, r) || unicode.Is(unicode.Cf, r): // accents, soft hyphens, joiners: as if not there
	default:
		f.lay(r, from, to)
	}
}

// lay remembers what lies between two kept runes: the sign that tells most of it.
func (f *folder) lay(r rune, from, to int32) {
	sign := ' '
	switch {
	case unicode.Is(unicode.Pd, r) || r == '−':
		sign = '-'
	case r == '.' || r == ',':
		sign = r
	}
	if f.gap == 0 {
		f.gap, f.gapFrom, f.gapTo = sign, from, to
		return
	}
	switch { // “ -2” is a minus, “1, 2” a list, “1 - 2” a range, “ .5” a fraction
	case sign == '-':
		if f.gap == ' ' && !isDigit(f.kept) {
			f.gap = '−'
		} else {
			f.gap = '-'
		}
		f.gapFrom, f.gapTo = from, to
	case f.gap == '−':
		f.gap = '-' // a dash with space on both sides is no sign
	case f.gap != '-':
		f.gap, f.gapFrom, f.gapTo = sign, from, to
	}
}

// separate writes what lies before r when it keeps two numbers apart, gives one its sign or makes it a fraction.
func (f *folder) separate(r rune) {
	switch {
	case !isDigit(r) || f.gap == 0:
	case isDigit(f.kept), f.gap == '.':
		f.keep(f.gap, f.gapFrom, f.gapTo)
	case f.gap == '−', f.gap == '-' && f.kept == 0:
		f.keep('−', f.gapFrom, f.gapTo)
	}
}

func (f *folder) keep(r rune, from, to int32) {
	n := f.b.Len()
	f.b.WriteRune(r)
	for i := n; i < f.b.Len(); i++ {
		f.out.points = append(f.out.points, from)
		f.out.ends = append(f.out.ends, to)
	}
	f.kept = r
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }
