package annotate

import (
	"iter"
	"regexp"
	"strings"

	"claimlens/annotate/rhetoric"
)

// quote is a passage as it is looked for.
type quote struct {
	text     string
	parts    []string // what an ellipsis in it joins; one for a quote without
	skeleton func(string) *folded
}

// stretch is a part of a record in which a passage stands as a whole.
type stretch struct {
	text  string
	label string
	place PassagePlace // "" where each sentence has its own

	sentences []rhetoric.Sentence // read once, when a place is asked for
}

func stretches(c Citation) []stretch {
	var out []stretch
	labelled := false
	for _, s := range c.Abstract {
		labelled = labelled || s.Label != "" || rhetoric.OfCategory(s.Category) != rhetoric.Unknown
	}
	for _, s := range c.Abstract {
		x := stretch{text: s.Text, label: s.Label}
		if labelled {
			x.place = placeOf(rhetoric.OfCategory(s.Category))
		}
		out = append(out, x)
	}
	out = append(out, stretch{text: c.Title, place: InTitle})
	if c.Original != "" {
		out = append(out, stretch{text: c.Original, place: InTitle})
	}
	if c.Summary != "" {
		out = append(out, stretch{text: c.Summary, place: InSummary})
	}
	return out
}

func placeOf(r rhetoric.Role) PassagePlace {
	switch r {
	case rhetoric.Background, rhetoric.Objective:
		return InBackground
	case rhetoric.Methods:
		return InMethods
	default:
		return InAbstract
	}
}

// ellipsis is what stands for words that a quote leaves out.
var ellipsis = regexp.MustCompile(`\s*(?:\[\s*(?:…|\.{3,}|\. \. \.)\s*\]|\(\s*(?:…|\.{3,}|\. \. \.)\s*\)|…|\.{3,}|\. \. \.)\s*`)

// Bounds on the parts of a quote with an ellipsis: each has to be long enough to be more than a chance likeness.
const (
	maxParts    = 8
	minPartSize = 8 // bytes of skeleton
)

// partsOf is what an ellipsis joins, one for a quote without; none when a part is too short to tell
// anything or there are too many.
func partsOf(passage string) []string {
	var out []string
	for _, p := range ellipsis.Split(passage, maxParts+2) {
		if strings.TrimSpace(p) != "" {
			out = append(out, p)
		}
	}
	if len(out) > maxParts {
		return nil
	}
	for _, p := range out {
		if len(out) > 1 && len(fold(p).s) < minPartSize {
			return nil
		}
	}
	return out
}

// find looks for the quote as it is, then for its parts.
func (s *stretch) find(q quote) (found, bool) {
	t := NewText(s.text)
	t.folded = q.skeleton(s.text)
	whole := q.skeleton(q.text).s
	tries := []string{whole}
	if rest, ok := strings.CutPrefix(whole, "−"); ok { // behind another number a sign looks like a range
		tries = append(tries, "-"+rest)
	}
	if rest, ok := strings.CutPrefix(q.text, s.label+":"); ok && s.label != "" { // copied with its heading
		tries = append(tries, q.skeleton(rest).s)
	}
	for _, x := range tries {
		if f, ok := s.best(t, x); ok {
			return f, true
		}
	}
	if len(q.parts) == 0 || len(q.parts) == 1 && len(q.parts[0]) == len(q.text) {
		return found{}, false
	}
	return s.joined(t, q)
}

// best is the passage at the place in the stretch that speaks most for it.
func (s *stretch) best(t *Text, quote string) (found, bool) {
	var out found
	for p := range t.foldedPlaces(quote, 0) {
		if f := s.at(t, p); out.place == "" || rank(f.place) > rank(out.place) {
			out = f
		}
		if s.place != "" || out.place == InAbstract {
			break
		}
	}
	return out, out.place != ""
}

// joined finds the parts one behind the other, each at its first place behind the one before.
func (s *stretch) joined(t *Text, q quote) (found, bool) {
	var out found
	var texts, gaps []string
	end := 0
	for i, part := range q.parts {
		place, ok := Place{}, false
		for p := range t.foldedPlaces(q.skeleton(part).s, end) {
			place, ok = p, true
			break
		}
		if !ok {
			return found{}, false
		}
		f := s.at(t, place)
		if i == 0 || rank(f.place) > rank(out.place) {
			out = f
		}
		if i > 0 {
			gap, _ := t.Slice(end, place.Start)
			gaps = append(gaps, strings.TrimSpace(gap))
		}
		texts = append(texts, f.text)
		end = place.End
	}
	out.text = strings.Join(texts, " … ")
	out.leftOut = strings.Join(gaps, " … ")
	return out, true
}

// at is the passage at p with the place that it has there: that of the sentence which tells most of the paper's own, if it goes
// over several.
func (s *stretch) at(t *Text, p Place) found {
	f := found{place: s.place}
	p = t.closed(p)
	f.text, _ = t.Slice(p.Start, p.End)
	if f.place != "" {
		return f
	}
	f.guessed = true
	start, end := t.Byte(p.Start), t.Byte(p.End)
	if s.sentences == nil {
		s.sentences = rhetoric.Read(s.text)
	}
	for _, x := range s.sentences {
		if x.Start < end && start < x.End {
			if here := placeOf(x.Role); f.place == "" || rank(here) > rank(f.place) {
				f.place = here
			}
		}
	}
	if f.place == "" { // between sentences there is nothing but space, so this does not happen
		f.place = InAbstract
	}
	return f
}

// closed is p with the bracket behind it that closes one in it: a skeleton has none.
func (t *Text) closed(p Place) Place {
	text, _ := t.Slice(p.Start, p.End)
	rest := t.s[t.Byte(p.End):]
	for _, pair := range []string{"()", "[]"} {
		if strings.Count(text, pair[:1]) > strings.Count(text, pair[1:]) && strings.HasPrefix(rest, pair[1:]) {
			p.End++
			break
		}
	}
	return p
}

// foldedPlaces are the places of a skeleton from code point from on that cut no number, and no word unless the quote is long.
func (t *Text) foldedPlaces(quote string, from int) iter.Seq[Place] {
	return func(yield func(Place) bool) {
		if quote == "" {
			return
		}
		f := t.folded
		skip := f.at(from)
		for b := range occurrences(f.s[skip:], quote) {
			e := skip + b + len(quote)
			p := Place{Start: int(f.points[skip+b]), End: int(f.ends[e-1])}
			number, word := (surroundings{}).cuts(t.s, t.Byte(p.Start), t.Byte(p.End))
			if number || word && len(quote) < longQuote {
				continue
			}
			if !yield(p) {
				return
			}
		}
	}
}
