package claims

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"claimlens/annotate"
	"claimlens/annotate/syntax"
)

// DefaultThreshold is the worth from which on a statement is a claim. On articles labelled by hand a lower one takes in more
// of what is none, such as how a study was made, than it gains, and a higher one loses what is said in plain words.
const DefaultThreshold = 0.5

// Config says what a Splitter gives.
type Config struct {
	Threshold float64 // the least worth of a claim, 0 to 1; 0 stands for DefaultThreshold
	All       bool    // give what is below the threshold too
}

// Splitter finds the claims of articles. It is an annotate.Extractor, and safe for concurrent use.
type Splitter struct{ config Config }

var _ annotate.Extractor = (*Splitter)(nil)

// New makes a splitter. A threshold outside 0 to 1 is taken for the nearest bound.
func New(c Config) *Splitter {
	if c.Threshold == 0 {
		c.Threshold = DefaultThreshold
	}
	c.Threshold = max(0, min(1, c.Threshold))
	return &Splitter{config: c}
}

// Extract returns the claims of an article in the order of its text. Their quotes are exact and lie in one block each.
// Headings, captions and code make no claims, nor does what is longer than a sentence can be. A text that is not English is
// not split: its sentences are given whole.
func (s *Splitter) Extract(ctx context.Context, a annotate.Article) ([]annotate.Draft, error) {
	r := &reader{config: s.config, text: annotate.NewText(a.Text), title: annotate.NormalClaim(a.Title), terms: map[string]bool{}}
	if len(a.Blocks) == 1 {
		r.title = "" // it was made of the text, and nothing else says it
	}
	foreign := notEnglish(a.Language, a.Text)
	if foreign == "" {
		r.paper = readAbstract(r.text, a.Blocks)
	}
	for i, b := range a.Blocks {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		text, ok := r.text.Slice(b.Start, b.End)
		if !ok {
			return nil, fmt.Errorf("block %d (%d to %d) of an article of %d characters: %w", i+1, b.Start, b.End, r.text.Len(), annotate.ErrInvalid)
		}
		r.block, r.kind, r.at = i, b.Kind, r.text.Byte(b.Start)
		r.over = r.over || endsRelease(text) && 2*r.at > len(r.text.String())
		switch {
		case b.Kind == annotate.Heading || b.Kind == annotate.Caption || b.Kind == annotate.Code:
			r.topic, r.spoken, r.opening = topic{}, topic{}, nil
		case foreign != "":
			r.foreignBlock(text, foreign)
		default:
			if b.Kind == annotate.Paragraph {
				r.topic = topic{} // a paragraph may speak of anything said before it, not only of the last
			}
			r.readBlock(text)
		}
	}
	return r.drafts, r.err
}

// reader reads one article.
type reader struct {
	config  Config
	text    *annotate.Text
	title   string // normalised
	block   int    // the index of the block that is being read
	kind    annotate.BlockKind
	at      int             // where the block starts, in bytes
	topic   topic           // what a pronoun at the beginning of the next sentence may stand for
	spoken  topic           // what the section spoke of last, for statements without a subject
	over    bool            // the text is a press release, and its end was read
	opening *opened         // what the items of a list complete
	terms   map[string]bool // abbreviations of words about health, as the article explains them
	paper   abstract        // what the sentences of a paper's abstract are for, nil in an article
	drafts  []annotate.Draft
	err     error
}

// readBlock reads the sentences of a block.
func (r *reader) readBlock(text string) {
	sentences := syntax.Sentences(text)
	outside := r.outside(text)
	headline := len(sentences) == 1 && r.kind == annotate.Paragraph && !ended(text) && !r.completes(text)
	for _, s := range sentences {
		if s.End-s.Start > maxBytes {
			continue
		}
		p := newParse(withoutLastMarks(text[s.Start:s.End]))
		if outside == "" && r.readItem(s.Start, p) {
			continue
		}
		why := furniture(p.text, p.words)
		switch {
		case outside != "":
			why = outside
		case headline:
			why = "has the form of a headline"
		case annotate.NormalClaim(p.text) == r.title && r.title != "":
			why = "repeats the title"
		}
		if why != "" {
			r.opening = nil
			r.add(s.Start, p, p.whole(), rejected(why))
			continue
		}
		r.readSentence(s.Start, p)
	}
}

// outside says why a whole block is no part of the report, or "".
func (r *reader) outside(block string) string {
	switch {
	case r.over:
		return "stands behind the end of the release"
	case cautions(block):
		return "is part of a legal notice"
	}
	return ""
}

// readSentence splits one sentence and weighs what it says.
func (r *reader) readSentence(start int, p *parse) {
	r.learn(p)
	body := p.all()
	body.from += dateline(p.words)
	if n := label(p.words[body.from:]); n > 0 {
		r.topic = p.labelTopic(span{body.from, body.from + n - 1}, r.topic)
		body.from += n
	}
	body, told := p.content(body)
	bare := p.bare(body)
	list := p.statements(body)
	r.opening = p.opening(list, told.said)
	for n, s := range list {
		s = s.told(told, s.front.empty() && s.quote.from == body.from)
		resolved := r.topic.resolve(p, s)
		if n == 0 && len(list) > 1 && p.leads(body) {
			resolved = topic{}.after(p, list[1]).resolve(p, s) // "while it is safe, the drug …"
		}
		if bare {
			resolved = r.spoken.does(p, resolved)
		}
		if r.topic = r.topic.after(p, s); r.topic.text != "" {
			r.spoken = r.topic
		}
		if r.opening != nil && n == len(list)-1 {
			break // its items will say it
		}
		r.add(start, p, p.unresolved(resolved), nil)
	}
}

// add keeps a statement as a draft if it is worth it. Its worth is weighed unless it was judged already.
func (r *reader) add(start int, p *parse, s statement, judged *judgement) {
	words := p.wordsOf(s)
	if judged == nil {
		j := r.paper.weigh(r.at+start, r.judge(words, p.words, s.said))
		j.reasons = append(slices.Clip(s.why), j.reasons...)
		judged = &j
	}
	if !r.wants(*judged) {
		return // before its words are looked at again
	}
	r.keep(start, p, s.quote, *judged, described(p.render(s), words, s.said))
}

// wants says whether what is judged so is to be kept.
func (r *reader) wants(j judgement) bool { return r.config.All || j.worth >= r.config.Threshold }

// keep completes a draft with its place and its worth, and keeps it if it is worth it.
func (r *reader) keep(start int, p *parse, quote span, j judgement, d annotate.Draft) {
	if quote.empty() {
		return
	}
	r.keepBytes(r.at+start+p.words[quote.from].start, r.at+start+p.words[quote.to-1].end, j, d)
}

// keepBytes is keep with the place of the quote in bytes of the article.
func (r *reader) keepBytes(from, to int, j judgement, d annotate.Draft) {
	if r.err != nil || from >= to || len(d.Text) > maxBytes || !r.wants(j) {
		return
	}
	d.Anchor, r.err = r.text.Describe(r.text.Point(from), r.text.Point(to))
	d.Block, d.Worth, d.Reasons = r.block, j.worth, j.reasons
	if r.err == nil {
		r.drafts = append(r.drafts, d)
	}
}

// whole is a sentence as one statement.
func (p *parse) whole() statement {
	return statement{quote: p.all(), parts: []part{{span: p.all()}}}
}

// foreignBlock gives the sentences of a block as they are, questions and headlines aside. What they say is not looked at.
func (r *reader) foreignBlock(text, why string) {
	for _, s := range syntax.Sentences(text) {
		if s.End-s.Start > maxBytes {
			continue
		}
		sentence := withoutLastMarks(text[s.Start:s.End])
		j := judgement{worth: DefaultThreshold, reasons: []string{why}}
		switch {
		case asks(sentence):
			j = *rejected("is a question")
		case !ended(sentence):
			j = *rejected("has the form of a headline")
		}
		quote := strings.TrimRightFunc(sentence, func(c rune) bool { return !wordly(c) })
		r.keepBytes(r.at+s.Start, r.at+s.Start+len(quote), j, annotate.Draft{
			Text: strings.Join(strings.Fields(withoutMarks(sentence)), " "), Kind: annotate.Feature, Polarity: annotate.Affirmed, Wording: annotate.NoRelation,
		})
	}
}
