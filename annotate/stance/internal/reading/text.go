package reading

import (
	"strings"
	"unicode"

	"claimlens/annotate/syntax"
)

// Text is a claim or a sentence that was read. It is not changed once it is made.
type Text struct {
	Words  []Word
	Parsed bool
}

// Word is a word of a text.
type Word struct {
	Form     string // as written
	Lower    string // folded
	Stem     string
	Weight   float32 // how much it tells: the rarer, the more; 0 for one that is no content
	Sense    Sense
	Number   bool // it is a number, or begins with one
	Name     bool // it has a capital or a figure within: a gene, a drug's code, an abbreviation
	Tag, Rel string
	Head     int      // -1 for the root, and in a text that was not parsed
	Polarity Polarity // what the words above it in the tree do with it, up to the end of its clause
	Inner    Polarity // likewise, within its own phrase
	Vector   []int8   // the company it keeps in papers; nil where that is not known
	things   []thing  // what it names
}

// MostWords is how many words of one sentence are read: nobody wrote more as one.
const MostWords = 150

// Weights says how much a stem tells, and the company it keeps.
type Weights interface {
	Of(stem string) float32
	Vector(stem string) []int8
}

// Read reads the words of a sentence without its grammar.
func Read(sentence string, weights Weights) Text {
	return read(words(sentence), weights)
}

// Parse is Read with the grammar.
func Parse(sentence string, weights Weights) Text {
	ws := words(sentence)
	syntax.Annotate(ws)
	t := read(ws, weights)
	t.Parsed = true
	for i, w := range ws {
		t.Words[i].Tag, t.Words[i].Rel, t.Words[i].Head = w.Tag, w.Rel, w.Head
	}
	t.polarize()
	return t
}

// words are the first words of a sentence.
func words(sentence string) []syntax.Word {
	const longest = MostWords * 40 // bytes that so many words take at most, but for monsters
	if len(sentence) > longest {
		sentence = strings.ToValidUTF8(sentence[:longest], "")
	}
	ws := syntax.Words(sentence)
	return ws[:min(len(ws), MostWords)]
}

func read(ws []syntax.Word, weights Weights) Text {
	t := Text{Words: make([]Word, 0, len(ws))}
	known := sensesByStem()
	for _, w := range ws {
		x := Word{Form: w.Form, Lower: folded(w.Form), Head: -1}
		if x.Stem = stem(strings.Trim(x.Lower, "-'")); x.Stem == "" {
			x.Stem = x.Lower
		}
		x.Sense = senseOf(x, known)
		if n, ok := numerals[x.Lower]; ok {
			x.Stem = n
		}
		x.Number = unicode.IsDigit(rune(x.Stem[0]))
		x.Name = isName(w.Form)
		if isContent(x) {
			x.Weight, x.Vector = weights.Of(x.Stem), weights.Vector(x.Stem)
		}
		t.Words = append(t.Words, x)
	}
	t.recognize()
	return t
}

// numerals are the words for the numbers that claims write out.
var numerals = map[string]string{"two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10", "twelve": "12"}

// senseOf is what a word says: one put together with a hyphen, what its last part does (UCP1-independent).
func senseOf(w Word, known map[string]Sense) Sense {
	s, ok := known[w.Stem]
	if i := strings.LastIndexByte(w.Lower, '-'); !ok && i > 0 && i < len(w.Lower)-1 {
		s = known[stem(w.Lower[i+1:])] & (Up | Down | Denial | Same)
	}
	return s
}

// isName says whether a word is written as names of genes, drugs and the like are.
func isName(form string) bool {
	upper, figures, lower := 0, 0, 0
	for i, r := range form {
		switch {
		case unicode.IsDigit(r):
			figures++
		case unicode.IsUpper(r) && i > 0:
			upper++
		case unicode.IsLetter(r):
			lower++
		}
	}
	return upper > 0 || figures > 0 && lower > 0
}

func isContent(w Word) bool {
	switch {
	case w.Sense&Denial != 0, hollow[w.Lower]:
		return false
	case len(w.Stem) < 2:
		return w.Number
	}
	return strings.IndexFunc(w.Lower, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0
}

// hollow are the words that say nothing of what a sentence is about.
var hollow = set(`a about above across after again all also although am among an and any are as at be because been before being
	between both but by can could did do does doing done during each either even ever every for from further had has have having he her here hers
	him his how however i if in into is it its itself just like made make may me might more most much must my no nor not of off on once one
	only onto or other our out over own per same shall she should since so some such than that the their them then there these they this
	those through thus to too under until up upon us very via vs was we were what when where whether which while who whom whose why will
	with within without would yes yet you your 's n't et al ie eg i.e e.g`)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}
