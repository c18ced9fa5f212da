package annotate

import (
	"strings"
	"unicode"

	"claimlens/annotate/syntax"
)

// Nearest is what comes next to a passage that a record does not hold.
type Nearest struct {
	Text    string // as many sentences as the passage has
	Where   PassagePlace
	Differs []Difference // in the order of the text
}

// Difference is a stretch of words that a passage and a paper have differently; one side can be empty.
type Difference struct{ Quote, Paper string }

// Words says the difference to the one who quoted.
func (d Difference) Words() string {
	switch {
	case d.Paper == "":
		return "the paper has no “" + d.Quote + "” there"
	case d.Quote == "":
		return "the paper has “" + d.Paper + "” beside it"
	}
	return "the paper has “" + d.Paper + "”, not “" + d.Quote + "”"
}

// differs says the first differences behind the nearest text.
func (n Nearest) differs() string {
	var out []string
	for _, d := range n.Differs[:min(len(n.Differs), 3)] {
		out = append(out, Difference{Shorten(d.Quote, 60), Shorten(d.Paper, 60)}.Words())
	}
	if len(out) == 0 {
		return ""
	}
	return ": " + strings.Join(out, "; ")
}

// Bounds on the search for what is nearest.
const (
	maxWindow    = 5   // sentences
	maxCompared  = 300 // words of either side of which the differences are told
	nearestShare = 0.4 // of the passage's words, by weight, that have to stand there
)

// nearest is the stretch of the record that shares most words with the passage; nil if none shares enough.
func nearest(c Citation, passage string) *Nearest {
	window := min(max(len(syntax.Sentences(passage)), 1), maxWindow)
	want := quoteWords(passage)
	bag, total := map[string]int{}, 0.0
	for _, w := range want {
		bag[w.skeleton]++
		total += w.weight()
	}
	best, score := (*Nearest)(nil), nearestShare
	for _, s := range stretches(c) {
		spans := syntax.Sentences(s.text)
		for i := range spans {
			text := s.text[spans[i].Start:spans[min(i+window, len(spans))-1].End]
			if x := shared(bag, total, text); x > score {
				place := s.place
				if place == "" {
					place = InAbstract
				}
				best, score = &Nearest{Text: text, Where: place}, x
			}
			if i+window >= len(spans) {
				break
			}
		}
	}
	if best != nil {
		best.Differs = differences(want, quoteWords(best.Text))
	}
	return best
}

// shared is how much of the passage's words text holds, 0..1, less a little for words that the passage has not, so that of
// two stretches which hold as much the shorter is nearer.
func shared(bag map[string]int, total float64, text string) float64 {
	seen := map[string]int{}
	hit, other := 0.0, 0.0
	for _, w := range quoteWords(text) {
		if seen[w.skeleton] < bag[w.skeleton] {
			seen[w.skeleton]++
			hit += w.weight()
		} else {
			other += w.weight()
		}
	}
	if total == 0 {
		return 0
	}
	return hit / total * (1 - 0.1*other/(hit+other+1))
}

// quoteWord is a word of a passage with its skeleton.
type quoteWord struct{ text, skeleton string }

// weight is how much it tells that two texts share the word.
func (w quoteWord) weight() float64 {
	if len(w.skeleton) < 3 || common[w.skeleton] {
		return 0.2
	}
	return 1
}

var common = func() map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(`the and was were for with that this than from are has have had not but its their they which who whom these those
		there been being between after before during among into over under also both all more most less other such can may can could
		our his her one two`) {
		out[w] = true
	}
	return out
}()

// quoteWords are the words of s, apart at spaces, dashes and strokes; what is no letter or digit at their ends goes.
func quoteWords(s string) []quoteWord {
	var out []quoteWord
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.Pd, r) || r == '/' }) {
		w = strings.TrimFunc(w, func(r rune) bool { return unicode.In(r, unicode.P) && r != '%' })
		if k := foldQuote(w).s; k != "" {
			out = append(out, quoteWord{w, k})
		}
	}
	return out
}

// differences are the stretches that are not common to both, by the longest common sequence of words. What the paper has
// before and behind the passage is none.
func differences(quote, paper []quoteWord) []Difference {
	quote, paper = quote[:min(len(quote), maxCompared)], paper[:min(len(paper), maxCompared)]
	longest := make([][]int, len(quote)+1) // of the words from i and j on
	for i := range longest {
		longest[i] = make([]int, len(paper)+1)
	}
	for i := len(quote) - 1; i >= 0; i-- {
		for j := len(paper) - 1; j >= 0; j-- {
			if quote[i].skeleton == paper[j].skeleton {
				longest[i][j] = longest[i+1][j+1] + 1
			} else {
				longest[i][j] = max(longest[i+1][j], longest[i][j+1])
			}
		}
	}
	var out []Difference
	i, j := 0, 0
	for i < len(quote) || j < len(paper) {
		from, at := i, j
		for i < len(quote) && (j == len(paper) || quote[i].skeleton != paper[j].skeleton) || j < len(paper) && i == len(quote) {
			if j == len(paper) || i < len(quote) && longest[i+1][j] >= longest[i][j+1] {
				i++
			} else {
				j++
			}
		}
		d := Difference{Quote: joinWords(quote[from:i]), Paper: joinWords(paper[at:j])}
		outside := d.Quote == "" && (from == 0 && at == 0 || i == len(quote))
		if (d.Quote != "" || d.Paper != "") && !outside {
			out = append(out, d)
		}
		for i < len(quote) && j < len(paper) && quote[i].skeleton == paper[j].skeleton {
			i++
			j++
		}
	}
	return out
}

func joinWords(words []quoteWord) string {
	var out []string
	for _, w := range words {
		out = append(out, w.text)
	}
	return strings.Join(out, " ")
}
