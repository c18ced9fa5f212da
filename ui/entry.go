package ui

import (
	"net/url"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/labstack/echo/v4"

	"claimlens/annotate"
)

// entryFields is one claim in a form, as it was filled in.
type entryFields struct {
	N, Of      int    // the claim's number in the form, from 1
	Name       string // tells the ids of its fields from those of other forms
	At         int    // near which code point its quote is looked for
	Quote      string
	Before     string // the words around the quote
	After      string
	Text       string
	Kind       annotate.Kind
	Polarity   annotate.Polarity
	Wording    annotate.Wording
	Hedged     bool
	Population string
	Species    string
	Problems   map[string]string
}

// around is how much of the text is shown on either side of a quote, in code points.
const around = 140

// entryOf is an entry as a form shows it.
func entryOf(t *annotate.Text, e annotate.Entry, name string) entryFields {
	f := entryFields{
		N: 1, Of: 1, Name: name, At: e.Start, Text: e.Text, Kind: e.Kind, Polarity: e.Polarity, Wording: e.Wording, Hedged: e.Hedged,
		Population: e.Population, Species: e.Species,
	}
	f.Quote, _ = t.Slice(e.Start, e.End) // an entry of the text's own claims lies in it
	f.Before, f.After = surroundings(t, e.Start, e.End)
	return f
}

// surroundings are the words around a stretch of the text, within its paragraph.
func surroundings(t *annotate.Text, start, end int) (before, after string) {
	b, _ := t.Slice(max(0, start-around), start)
	a, _ := t.Slice(min(end, t.Len()), min(t.Len(), end+around))
	if i := strings.LastIndexByte(b, '\n'); i >= 0 {
		b = strings.TrimLeft(b[i:], "\n ")
	} else if start > around {
		b = "… " + b[strings.IndexByte(b, ' ')+1:]
	}
	if i := strings.IndexByte(a, '\n'); i >= 0 {
		a = a[:i]
	} else if end+around < t.Len() {
		a = a[:strings.LastIndexByte(a, ' ')+1] + "…"
	}
	return b, a
}

// Kinds are the choices of the form.
func (entryFields) Kinds() []annotate.Kind { return annotate.Kinds }

// Wordings are the choices of the form.
func (entryFields) Wordings() []annotate.Wording { return annotate.Wordings }

// InContext says whether the quote has words around it that are worth showing.
func (f entryFields) InContext() bool { return len(f.Before)+len(f.After) > 2 }

// Blank says whether nothing was written into a part that may be left out.
func (f entryFields) Blank() bool { return strings.TrimSpace(f.Text) == "" && f.Of > 1 }

// readEntries reads the claims of a form, in their order, those that were left blank too.
func readEntries(c echo.Context, name string) []entryFields {
	form, of := formOf(c), 1
	for of < annotate.MaxParts && form.Has("text"+strconv.Itoa(of+1)) {
		of++
	}
	var all []entryFields
	for n := 1; n <= of; n++ {
		value := func(field string) string { return form.Get(field + strconv.Itoa(n)) }
		at, _ := strconv.Atoi(value("at")) // what is no number is near the beginning
		all = append(all, entryFields{
			N: n, Of: of, Name: name, At: max(0, at), Quote: value("quote"), Text: value("text"), Kind: annotate.Kind(value("kind")),
			Polarity: annotate.Polarity(value("polarity")), Wording: annotate.Wording(value("wording")), Hedged: value("hedged") != "",
			Population: value("population"), Species: value("species"),
		})
	}
	return all
}

// formOf is what a form sent; nothing when that can't be read.
func formOf(c echo.Context) url.Values {
	form, err := c.FormParams()
	if err != nil {
		return url.Values{}
	}
	return form
}

// entry is what was filled in, with the quote found in the text.
func (f *entryFields) entry(t *annotate.Text) (annotate.Entry, bool) {
	e := annotate.Entry{
		Text: f.Text, Kind: f.Kind, Polarity: f.Polarity, Wording: f.Wording, Hedged: f.Hedged, Population: f.Population, Species: f.Species,
	}
	place, err := t.Find(annotate.Anchor{Exact: strings.TrimSpace(f.Quote), Start: f.At})
	if err != nil {
		f.Problems = map[string]string{"quote": "these words are not in the article, one after the other"}
		return e, false
	}
	f.At, f.Quote = place.Start, quoteAt(t, place)
	f.Before, f.After = surroundings(t, place.Start, place.End)
	e.Start, e.End = place.Start, place.End
	return e, true
}

func quoteAt(t *annotate.Text, p annotate.Place) string {
	s, _ := t.Slice(p.Start, p.End)
	return s
}

// standAlone is a quote as the beginning of a sentence that stands alone.
func standAlone(quote string) string {
	s := strings.Join(strings.Fields(quote), " ")
	first, width := utf8.DecodeRuneInString(s)
	if s == "" || strings.ContainsAny(s[len(s)-1:], ".!?") {
		return s
	}
	return string(unicode.ToUpper(first)) + s[width:] + "."
}

// blame gives the problems of a form to its claims: “part 2 text” is the second one's. The rest are those of the form.
func blame(err error, parts []entryFields) (rest []string) {
	for field, text := range fields(err) {
		n, name := 1, field
		if after, ok := strings.CutPrefix(field, "part "); ok {
			number, of, _ := strings.Cut(after, " ")
			n, _ = strconv.Atoi(number)
			name = of
		}
		known := name == "text" || name == "quote" || name == "kind" || name == "polarity" || name == "wording" || name == "population" || name == "species"
		if !known || n < 1 || n > len(parts) {
			rest = append(rest, text)
			continue
		}
		if parts[n-1].Problems == nil {
			parts[n-1].Problems = map[string]string{}
		}
		parts[n-1].Problems[name] = text
	}
	return rest
}
