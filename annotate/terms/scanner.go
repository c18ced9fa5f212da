package terms

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// longestTerm is how many bytes of a word count. A longer one is no word: a gene sequence, an address, rubbish.
const longestTerm = 40

// mostParts is how many parts of a hyphenated word are put in one.
const mostParts = 4

type scanner struct {
	text  string
	stem  func(string) string
	out   []Term
	place int
	parts []part // of the word under way
}

// part is a stretch of letters and digits.
type part struct {
	word       string // folded, lower case
	start, end int
}

func (r *scanner) read() {
	for at := 0; at < len(r.text); {
		c, size := utf8.DecodeRuneInString(r.text[at:])
		switch {
		case isWord(c):
			at = r.part(at)
		case r.joins(at, c, size):
			at += size
		default:
			r.end()
			at += size
		}
	}
	r.end()
}

func isWord(c rune) bool {
	return unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.Is(unicode.Mn, c)
}

// joins says whether the character at is a hyphen between two parts of one word.
func (r *scanner) joins(at int, c rune, size int) bool {
	if n := len(r.parts); n == 0 || r.parts[n-1].end != at {
		return false
	}
	next, _ := utf8.DecodeRuneInString(r.text[at+size:])
	return isHyphen(c) && isWord(next)
}

func isHyphen(c rune) bool {
	return c == '-' || c == '\u2010' || c == '\u2011' || c == '\u2013' || c == '\u2212'
}

// part takes in the letters and digits that begin at from, and says where they end.
func (r *scanner) part(from int) int {
	ascii, at := true, from
	for at < len(r.text) {
		c, size := utf8.DecodeRuneInString(r.text[at:])
		if !isWord(c) && !r.inNumber(at, c) {
			break
		}
		ascii = ascii && c < utf8.RuneSelf
		at += size
	}
	word := r.text[from:at]
	if len(word) <= 4*longestTerm {
		if !ascii {
			word = fold(word)
		}
		word = strings.ToLower(strings.ReplaceAll(word, ",", ""))
		if word = cut(word); word != "" {
			r.parts = append(r.parts, part{word, from, at})
		}
	}
	return r.possessive(at)
}

// inNumber says whether the character at is the point of a decimal or the comma of thousands.
func (r *scanner) inNumber(at int, c rune) bool {
	return (c == '.' || c == ',') && at > 0 && at+1 < len(r.text) && isDigit(r.text[at-1]) && isDigit(r.text[at+1])
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// possessive passes over the 's that a word ends with.
func (r *scanner) possessive(at int) int {
	for _, s := range []string{"'s", "’s"} {
		if rest, ok := strings.CutPrefix(r.text[at:], s); ok {
			if next, _ := utf8.DecodeRuneInString(rest); !isWord(next) {
				return at + len(s)
			}
		}
	}
	return at
}

func cut(word string) string {
	if len(word) <= longestTerm {
		return word
	}
	return strings.ToValidUTF8(word[:longestTerm], "")
}

// fold takes accents off letters and spells Greek ones.
func fold(word string) string {
	var b strings.Builder
	for _, c := range norm.NFKD.String(word) {
		switch name, greek := greekNames[unicode.ToLower(c)]; {
		case greek:
			b.WriteString(name)
		case c == 'ß':
			b.WriteString("ss")
		case c == 'ø' || c == 'Ø':
			b.WriteByte('o')
		case c == 'æ' || c == 'Æ':
			b.WriteString("ae")
		case c == 'œ' || c == 'Œ':
			b.WriteString("oe")
		case !unicode.Is(unicode.Mn, c):
			b.WriteRune(c)
		}
	}
	return b.String()
}

// end makes the terms of the parts that are gathered.
func (r *scanner) end() {
	if len(r.parts) == 0 {
		return
	}
	first := r.place
	for _, p := range r.parts {
		r.add(p.word, p, r.place)
		r.place++
	}
	whole := part{start: r.parts[0].start, end: r.parts[len(r.parts)-1].end}
	if len(r.parts) > 1 && len(r.parts) <= mostParts {
		r.emit(r.stem(joined(r.parts)), whole, first)
		r.out[len(r.out)-1].Whole = true
	} else if len(r.parts) == 1 {
		if short := shortGreek(r.parts[0].word); short != r.parts[0].word {
			r.emit(short, whole, first)
			r.out[len(r.out)-1].Whole = true
		}
	}
	r.parts = r.parts[:0]
}

// joined is the parts in one word. The name of a Greek letter that is not first is its Latin initial, as in the names
// of genes: TGF-β1 and TGF-beta1 are tgfb1.
func joined(parts []part) string {
	var b strings.Builder
	for i, p := range parts {
		if i > 0 {
			b.WriteString(initialGreek(p.word))
		} else {
			b.WriteString(p.word)
		}
	}
	return cut(b.String())
}

func (r *scanner) add(word string, p part, place int) {
	if stopWords[word] {
		return
	}
	r.emit(r.stem(word), p, place)
}

func (r *scanner) emit(term string, p part, place int) {
	r.out = append(r.out, Term{Text: term, Start: p.start, End: p.end, Place: place})
}
