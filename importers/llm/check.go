package llm

import (
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/google/jsonschema-go/jsonschema"

	"claimlens/annotate"
)

// checker turns what a model says of one chunk into drafts. It is for one goroutine.
type checker struct {
	form     *jsonschema.Resolved // of one claim
	model    string
	describe func(string) annotate.Draft // nil: what is missing stays so
	article  annotate.Article
	text     *annotate.Text
	numbers  map[string]bool // that the article and its title have
	words    map[string]bool // likewise, by their first letters
	pieces   chunk
	texts    []*annotate.Text // of the pieces
	taken    map[taken]bool   // where claims were found
}

// taken is a place in a piece.
type taken struct {
	piece int
	annotate.Place
}

// over gives the checker of a chunk.
func (c checker) over(pieces chunk) checker {
	c.pieces, c.texts, c.taken = pieces, make([]*annotate.Text, len(pieces)), map[taken]bool{}
	for i, p := range pieces {
		c.texts[i] = annotate.NewText(c.article.Text[p.start:p.end])
	}
	c.text = annotate.NewText(c.article.Text)
	return c
}

// drafts are the claims that hold, and a report of those that don't.
func (c checker) drafts(claims []json.RawMessage) ([]annotate.Draft, Report) {
	r := Report{Claims: len(claims)}
	var out []annotate.Draft
	for _, raw := range claims {
		switch d, err := c.draft(raw); {
		case err == nil:
			out = append(out, d)
		case errors.Is(err, errInvented):
			r.InventedQuotes++
		default:
			r.Refused++
			r.because(err.Error())
		}
	}
	return out, r
}

// draft is a claim that holds, or why it does not.
func (c checker) draft(raw json.RawMessage) (annotate.Draft, error) {
	x, err := c.read(raw)
	if err != nil {
		return annotate.Draft{}, err
	}
	d := annotate.Draft{Text: sentence(x.Text), Kind: x.Kind, Polarity: x.Polarity, Wording: x.Wording}
	c.complete(&d, x.Hedged)
	if err := c.listed(d); err != nil {
		return annotate.Draft{}, err
	}
	if err := c.place(x, &d); err != nil {
		return annotate.Draft{}, err
	}
	return d, c.said(d.Text)
}

// read reads one claim, which must have the form that was asked for.
func (c checker) read(raw json.RawMessage) (candidate, error) {
	var x candidate
	var said map[string]any
	if err := json.Unmarshal(raw, &said); err != nil {
		return x, fmt.Errorf("it is no JSON object")
	}
	for name, value := range said {
		if value == nil || value == "" {
			delete(said, name) // a way to say nothing
		}
	}
	for _, name := range []string{"kind", "polarity", "wording"} {
		if s, ok := said[name].(string); ok {
			said[name] = strings.ToLower(s)
		}
	}
	// What is said of a kind that is none is better than what the schema says of it.
	if kind, ok := said["kind"].(string); ok && !slices.Contains(annotate.Kinds, annotate.Kind(kind)) {
		return x, fmt.Errorf("%q is none of the twelve kinds", annotate.Shorten(kind, 40))
	}
	if err := c.form.Validate(said); err != nil {
		return x, fmt.Errorf("it has not the form that was asked for")
	}
	form, err := json.Marshal(said)
	if err == nil {
		err = json.Unmarshal(form, &x)
	}
	if err != nil {
		return x, fmt.Errorf("it has not the form that was asked for")
	}
	return x, nil
}

// complete fills in what the model left out, and what it is not asked for.
func (c checker) complete(d *annotate.Draft, hedged *bool) {
	d.Worth, d.Reasons = 0.5, []string{"found by " + c.model}
	if hedged != nil {
		d.Hedged = *hedged
	}
	if c.describe == nil {
		return
	}
	own := c.describe(d.Text)
	if hedged == nil {
		d.Hedged = own.Hedged
	}
	d.Population, d.Species = own.Population, own.Species
	d.Worth = min(1, max(d.Worth, own.Worth))
	if d.Kind == "" {
		d.Kind = own.Kind
	}
	if d.Polarity == "" {
		d.Polarity = own.Polarity
	}
	if d.Wording == "" {
		d.Wording = own.Wording
	}
}

func (c checker) listed(d annotate.Draft) error {
	switch {
	case !slices.Contains(annotate.Kinds, d.Kind):
		return fmt.Errorf("its kind is missing")
	case !slices.Contains(polarities, d.Polarity):
		return fmt.Errorf("its polarity is missing")
	case !slices.Contains(annotate.Wordings, d.Wording):
		return fmt.Errorf("its wording is missing")
	case strings.ContainsRune(d.Text, utf8.RuneError):
		return fmt.Errorf("its text has a broken character")
	case strings.HasSuffix(d.Text, "?") || strings.HasSuffix(d.Text, "？"):
		return fmt.Errorf("it is a question")
	}
	err := annotate.Claim{ID: annotate.ClaimID(d.Text), Text: d.Text, Kind: d.Kind, Polarity: d.Polarity}.Check()
	if err != nil {
		return fmt.Errorf("its text %s", strings.TrimPrefix(err.Error(), "claim: "))
	}
	return nil
}

// sentence is a claim's text on one line that reads as it is written, with a full stop.
func sentence(s string) string {
	s = strings.Join(strings.FieldsFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r)
	}), " ")
	if last, _ := utf8.DecodeLastRuneInString(s); s != "" && !strings.ContainsRune(".!?。？！।", last) {
		s += "."
	}
	return s
}

var number = regexp.MustCompile(`\p{Nd}+(?:[.,]\p{Nd}+)*`)

// said says whether the article can have said what a claim says: it has every number of it, and half of its longer words.
func (c checker) said(text string) error {
	for _, n := range number.FindAllString(text, -1) {
		if !c.numbers[n] {
			return fmt.Errorf("the number %s is not in the article", annotate.Shorten(n, 20))
		}
	}
	known, all := 0, 0
	for w := range stems(text) {
		all++
		if c.words[w] {
			known++
		}
	}
	if known*2 < all {
		return fmt.Errorf("it says what the article does not")
	}
	return nil
}
