package llm

import (
	"context"
	"strings"
	"unicode/utf8"

	"claimlens/annotate"
)

// reading is one article being read. Its chunks may be read at the same time.
type reading struct {
	x       *Extractor
	article annotate.Article
	check   checker
	ledger  *ledger
}

func (x *Extractor) reading(a annotate.Article, l *ledger) *reading {
	c := checker{form: x.form, model: x.config.Model, describe: x.config.Describe, article: a, numbers: map[string]bool{}, words: map[string]bool{}}
	for _, s := range []string{a.Title, a.Text} {
		for _, n := range number.FindAllString(s, -1) {
			c.numbers[n] = true
		}
		for w := range stems(s) {
			c.words[w] = true
		}
	}
	return &reading{x: x, article: a, check: c, ledger: l}
}

// chunk reads one chunk: from what is kept, or by asking. A chunk whose claims are more than the model may write at a time is
// read in halves.
func (r *reading) chunk(ctx context.Context, c chunk) ([]annotate.Draft, error) {
	ask, err := messages(instructions, r.question(c))
	if err != nil {
		return nil, err
	}
	a, err := r.x.answer(ctx, ask, r.ledger)
	if err != nil {
		return nil, err
	}
	if !a.cut {
		drafts, report := r.check.over(c).drafts(a.parts)
		r.ledger.add(report)
		return drafts, nil
	}
	halves := c.halves(r.article)
	if len(halves) < 2 {
		return nil, fail(final, "the model's answer about one sentence is longer than it may be: “%s”", annotate.Shorten(r.article.Text[c[0].start:c[0].end], 60))
	}
	var out []annotate.Draft
	for _, half := range halves {
		drafts, err := r.chunk(ctx, half)
		if err != nil {
			return nil, err
		}
		out = append(out, drafts...)
	}
	return out, nil
}

// question is what is asked about a chunk.
func (r *reading) question(c chunk) question {
	q := question{Title: annotate.Shorten(r.article.Title, 300), Language: annotate.Shorten(r.article.Language, 20), Before: r.before(c[0].start)}
	for _, p := range c {
		q.Blocks = append(q.Blocks, questionBlock{Block: p.block + 1, Kind: r.article.Blocks[p.block].Kind, Text: r.article.Text[p.start:p.end]})
	}
	return q
}

// before is the end of what stands before a chunk, from the beginning of a word.
func (r *reading) before(at int) string {
	from := max(0, at-contextLength)
	for from > 0 && from < at && !utf8.RuneStart(r.article.Text[from]) {
		from++
	}
	s := r.article.Text[from:at]
	if from > 0 {
		if i := strings.IndexAny(s, " \n"); i >= 0 {
			s = s[i:]
		}
	}
	return strings.TrimSpace(s)
}
