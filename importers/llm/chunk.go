package llm

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"claimlens/annotate"
	"claimlens/annotate/syntax"
)

const (
	// chunkTokens is how much text one question is about. A longer one saves repeating the instructions, and loses claims: models
	// grow careless towards the end of a long list.
	chunkTokens = 1200
	// maxTokens is the longest text that is asked about, so that nobody pays for a book by mistake.
	maxTokens = 150_000
	// contextLength is how many bytes of the text before a chunk are shown with it, for what its pronouns stand for.
	contextLength = 400
)

// piece is a stretch of a block that is asked about: text[start:end) in bytes.
type piece struct{ block, start, end int }

// chunk is what one question is about. Together the chunks of an article hold all of its blocks that can hold claims.
type chunk []piece

// tokensOf is about how many tokens a model makes of s.
func tokensOf(s string) int {
	n := 0
	for i := 0; i < len(s); {
		c, width := utf8.DecodeRuneInString(s[i:])
		if c < utf8.RuneSelf {
			n++
		} else {
			n += 4
		}
		i += width
	}
	return (n + 3) / 4
}

// holdsClaims says whether claims may stand in a block of this kind; the others are shown for context.
func holdsClaims(k annotate.BlockKind) bool {
	return k != annotate.Heading && k != annotate.Caption && k != annotate.Code
}

// chunksOf cuts an article into chunks of whole blocks of about chunkTokens. A block that is longer by itself is cut at the
// ends of sentences. A heading goes with what follows it.
func chunksOf(a annotate.Article, t *annotate.Text) []chunk {
	var out []chunk
	var now chunk
	size := 0
	flush := func() {
		keep := len(now)
		for keep > 0 && !holdsClaims(a.Blocks[now[keep-1].block].Kind) {
			keep--
		}
		if keep > 0 {
			out = append(out, now[:keep:keep])
		}
		now, size = now[keep:], 0
		if len(now) > 3 {
			now = now[len(now)-3:] // captions in a row are no context
		}
		for _, p := range now {
			size += tokensOf(a.Text[p.start:p.end])
		}
	}
	for i, b := range a.Blocks {
		if b.Kind == annotate.Code {
			continue
		}
		for _, p := range piecesOf(piece{i, t.Byte(b.Start), t.Byte(b.End)}, a.Text, chunkTokens) {
			n := tokensOf(a.Text[p.start:p.end])
			if size+n > chunkTokens {
				flush()
			}
			now, size = append(now, p), size+n
		}
	}
	flush()
	return out
}

// piecesOf cuts a piece at the ends of sentences into pieces of about limit tokens each, and a sentence that is longer than that
// at white space.
func piecesOf(p piece, text string, limit int) []piece {
	if tokensOf(text[p.start:p.end]) <= limit {
		return []piece{p}
	}
	var out []piece
	from, last, size := p.start, p.start, 0
	for _, s := range syntax.Sentences(text[p.start:p.end]) {
		start, end := p.start+s.Start, p.start+s.End
		n := tokensOf(text[last:end]) // with the white space before it
		last = end
		if size > 0 && size+n > limit {
			out, from, size = append(out, piece{p.block, from, start}), start, 0
		}
		for n > limit {
			at := cutAt(text[start:end], limit)
			out, start = append(out, piece{p.block, from, start + at}), start+at
			from, size, n = start, 0, tokensOf(text[start:end])
		}
		size += n
	}
	if from < p.end {
		out = append(out, piece{p.block, from, p.end})
	}
	return out
}

// cutAt is a place in s, which is longer than limit tokens, that leaves about limit tokens before it: behind white space if
// there is any.
func cutAt(s string, limit int) int {
	n := min(limit*4, len(s)-1)
	for tokensOf(s[:n]) > limit {
		n = n * 3 / 4
	}
	if i := strings.LastIndexFunc(s[:n], unicode.IsSpace); i > 0 {
		n = i + 1
	}
	for n > 1 && !utf8.RuneStart(s[n]) {
		n--
	}
	return max(n, 1)
}

// halves cuts a chunk in two about its middle: between blocks, else between sentences. What holds no claims is left out: the
// words before a half show it. It gives one chunk where there is but one sentence.
func (c chunk) halves(a annotate.Article) []chunk {
	c = slices.DeleteFunc(slices.Clone(c), func(p piece) bool { return !holdsClaims(a.Blocks[p.block].Kind) })
	if len(c) != 1 {
		n := middle(c, a.Text)
		return []chunk{c[:n:n], c[n:]}
	}
	whole, sentences := c[0], chunk{}
	for _, s := range syntax.Sentences(a.Text[whole.start:whole.end]) {
		sentences = append(sentences, piece{whole.block, whole.start + s.Start, whole.start + s.End})
	}
	if len(sentences) < 2 {
		return []chunk{c}
	}
	cut := sentences[middle(sentences, a.Text)].start
	return []chunk{{{whole.block, whole.start, cut}}, {{whole.block, cut, whole.end}}}
}

// middle is how many of the pieces, two or more, make about half of their text; some are left on either side.
func middle(pieces chunk, text string) int {
	total := 0
	for _, p := range pieces {
		total += tokensOf(text[p.start:p.end])
	}
	n, size := 1, tokensOf(text[pieces[0].start:pieces[0].end])
	for n < len(pieces)-1 && size < total/2 {
		size += tokensOf(text[pieces[n].start:pieces[n].end])
		n++
	}
	return n
}
