package importers

import (
	"strconv"
	"strings"
	"unicode"

	"claimlens/annotate"
)

// piece is one block of text on the way to an article: its kind, its text, and where the text stands in the page, with
// offsets that count from the piece's own beginning.
type piece struct {
	kind   annotate.BlockKind
	level  int
	text   string
	length int // of text, in code points
	runs   []annotate.Run
}

// place is where a code point stands in the page. The zero place is that of a character which the importer put in.
type place struct {
	parent *step
	node   int // which of its parent's text nodes, from 1
	offset int // in code points
	unseen int // how many characters before it in the node are left out of the text
}

// gap is white space that is written once something visible follows it in the same block.
type gap struct {
	r  rune
	at place
}

// spacing is how white space in a block is taken.
type spacing int

const (
	single  spacing = iota // runs of it are one space
	asItIs                 // kept, as in code
	byLines                // runs of it are one space, but a blank line is the end of the block
)

// outline gathers the blocks of a page. Soft hyphens and zero-width spaces, which no reader sees, are left out.
type outline struct {
	pieces []piece
	total  int // code points in pieces
	text   strings.Builder
	length int
	runs   []annotate.Run
	last   place // of the last character written
	kind   annotate.BlockKind
	level  int
	space  spacing
	bold   bool // what is written now is in bold type
	plain  int  // letters and digits of the block that are not
	gaps   []gap
	lines  int    // new lines since the last visible character
	breaks int    // line breaks since the last visible character
	mark   string // what stands between two cells of a row, due before the next visible character
}

// begin ends the block before and says what kind the next one is.
func (o *outline) begin(kind annotate.BlockKind, level int, space spacing) {
	o.end()
	o.kind, o.level, o.space = kind, level, space
}

// boldLevel is the level of a heading that is no more than a short line in bold type.
const boldLevel = 4

// end closes the block, if anything visible is in it.
func (o *outline) end() {
	if o.length > 0 {
		p := piece{kind: o.kind, level: o.level, text: o.text.String(), length: o.length, runs: o.runs}
		if p.kind == annotate.Paragraph && o.plain == 0 && isHeading(p.text) {
			p.kind, p.level = annotate.Heading, boldLevel
		}
		o.total += o.length
		o.pieces = append(o.pieces, p)
	}
	o.text.Reset()
	o.length, o.plain, o.runs, o.last, o.gaps, o.lines, o.breaks, o.mark = 0, 0, nil, place{}, o.gaps[:0], 0, 0, ""
}

// inBold writes what children do in bold type.
func (o *outline) inBold(children func()) {
	before := o.bold
	o.bold = true
	children()
	o.bold = before
}

// full says whether the text is longer than an article may be, so that there is no need to go on.
func (o *outline) full() bool { return o.total+o.length > annotate.MaxText }

// lineBreak takes down a line break: one is a new line, two are a new block.
func (o *outline) lineBreak() {
	if o.length > 0 {
		o.gaps = o.gaps[:0]
		o.breaks++
	}
}

// implied takes down white space that the page's layout implies, without its being there.
func (o *outline) implied() {
	if o.length > 0 && len(o.gaps) == 0 {
		o.gaps = append(o.gaps, gap{r: ' '})
	}
}

// cell takes down that a new cell of a row begins.
func (o *outline) cell() {
	if o.length > 0 {
		o.gaps, o.mark = o.gaps[:0], " | "
	}
}

// write adds the text of a text node, the nth of its parent.
func (o *outline) write(data string, parent *step, nth int) {
	at := place{parent: parent, node: nth}
	for _, r := range data {
		switch {
		case unicode.IsSpace(r):
			o.blank(r, at)
		case unseen(r):
			at.unseen++
		default:
			o.fill()
			o.put(r, at)
			if !o.bold && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
				o.plain++
			}
		}
		at.offset++
	}
}

// unseen says whether r only says where a line may be broken.
func unseen(r rune) bool {
	return r == '\u00ad' || r == '\u200b' || r == '\u2060' || r == '\ufeff'
}

func (o *outline) blank(r rune, at place) {
	if r == '\n' {
		o.lines++
	}
	switch {
	case o.length == 0 || o.breaks > 0 || o.mark != "":
	case o.space == byLines && o.lines > 1:
		o.breaks = 2
	case o.space == asItIs:
		o.gaps = append(o.gaps, gap{r, at})
	case len(o.gaps) == 0:
		o.gaps = append(o.gaps, gap{' ', at})
	}
}

// fill writes what is due before a visible character.
func (o *outline) fill() {
	switch {
	case o.breaks > 1 && o.space != asItIs:
		o.end()
	case o.breaks > 0:
		for range o.breaks {
			o.put('\n', place{})
		}
	case o.mark != "":
		for _, r := range o.mark {
			o.put(r, place{})
		}
	default:
		for _, g := range o.gaps {
			o.put(g.r, g.at)
		}
	}
	o.gaps, o.lines, o.breaks, o.mark = o.gaps[:0], 0, 0, ""
}

// put writes one character. It lengthens the last run if nothing but white space lies between that run's last character
// and this one.
func (o *outline) put(r rune, at place) {
	switch {
	case at.parent == nil:
	case at.parent == o.last.parent && at.node == o.last.node && at.unseen == o.last.unseen:
		o.runs[len(o.runs)-1].End++
	default:
		path := at.parent.path() + "/text()[" + strconv.Itoa(at.node) + "]"
		o.runs = append(o.runs, annotate.Run{Start: o.length, End: o.length + 1, Path: path, Offset: at.offset})
	}
	o.text.WriteRune(r)
	o.length++
	o.last = at
}
