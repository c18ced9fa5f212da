package ui

import (
	"fmt"
	"html/template"
	"math"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"claimlens/annotate"
)

// funcs are what templates may call. They put things in words; none of them decides anything.
func (s *Server) funcs() template.FuncMap {
	return template.FuncMap{
		"asset":    s.files.address,
		"sign":     signOf,
		"standing": standingSign,
		"plainly":  plainly,
		"bars":     bars,
		"stance":   func(x annotate.Stance) string { return stanceGlyphs[x] },
		"hollow":   func(x annotate.Stance) string { return hollowGlyphs[x] },
		"heading":  heading,
		"stanceIs": func(x annotate.Stance) string { return stanceWords[x] },
		"stateIs":  func(x annotate.EvidenceState) string { return stateWords[x] },
		"wordings": func(x annotate.Wording) string { return wordingChoices[x] },
		"kind":     func(x annotate.Kind) string { return kindWords[x] },
		"reason":   func(x annotate.DropReason) string { return reasonWords[x] },
		"worthIs":  worthIs,
		"percent":  func(x float64) int { return int(math.Round(x * 100)) },
		"wording":  func(x annotate.Wording) string { return wordingWords[x] },
		"ago":      func(t time.Time) string { return ago(t, s.config.Now()) },
		"exact":    exact,
		"machine":  func(t time.Time) string { return t.UTC().Format(time.RFC3339) },
		"day":      day,
		"count":    count,
		"number":   number,
		"shorten":  annotate.Shorten,
		"sentence": asSentence,
		"long":     func(s string) bool { return len(s) > longText },
		"same":     func(a, b string) bool { return annotate.NormalClaim(a) == annotate.NormalClaim(b) },
		"before":   before,
		"after":    after,
		"inc":      func(n int) int { return n + 1 },
		"stars":    stars,
		"sought":   sought,
		"turn":     func(t annotate.Turn) string { return strings.ToLower(annotate.Notice{Kind: t.Kind}.Words()) },
		"action":   func(k annotate.EventKind) string { return actions[k] },
	}
}

// sought is in words what came of a search.
func sought(s annotate.Search) string {
	relevant := "none relevant"
	if s.Outcome == annotate.SomeRelevant {
		relevant = "some relevant"
	}
	switch {
	case s.Hits == 0:
		return "no paper found."
	case s.Looked < s.Hits:
		return fmt.Sprintf("%s, %s looked at, %s.", count(s.Hits, "paper", "papers"), number(s.Looked), relevant)
	}
	return fmt.Sprintf("%s, %s.", count(s.Hits, "paper", "papers"), relevant)
}

// ago is a time as people say it; after a month, the day itself says more.
func ago(t, now time.Time) string {
	d := now.Sub(t)
	switch {
	case t.IsZero():
		return "never"
	case d < time.Minute:
		return "just now"
	case d < time.Hour:
		return count(int(d/time.Minute), "minute", "minutes") + " ago"
	case d < 24*time.Hour:
		return count(int(d/time.Hour), "hour", "hours") + " ago"
	case d < 48*time.Hour:
		return "yesterday"
	case d < 31*24*time.Hour:
		return count(int(d/(24*time.Hour)), "day", "days") + " ago"
	}
	return day(t)
}

func exact(t time.Time) string { return t.UTC().Format("2 January 2006, 15:04:05 UTC") }

func day(t time.Time) string { return t.UTC().Format("2 January 2006") }

// published is an article's date in words where it can be read, else as the page says it.
func published(s string) string {
	for _, layout := range []string{time.DateOnly, time.RFC3339} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.Format("2 January 2006")
		}
	}
	return s
}

// longText is how many bytes of a rationale are shown without its scrolling by itself.
const longText = 900

// asSentence is what is wrong, as a sentence. One that begins with a name, such as a file's, keeps it as it is written.
func asSentence(s string) string {
	word, _, _ := strings.Cut(s, " ")
	if first, width := utf8.DecodeRuneInString(s); strings.IndexFunc(word, notWord) < 0 {
		s = string(unicode.ToUpper(first)) + s[width:]
	}
	if strings.HasSuffix(s, ".") {
		return s
	}
	return s + "."
}

// count is a number with its noun.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return number(n) + " " + many
}

// number groups the digits of n by thin spaces, from five digits on.
func number(n int) string {
	s := fmt.Sprint(n)
	if n < 10_000 {
		return s
	}
	var parts []string
	for len(s) > 3 {
		parts = append([]string{s[len(s)-3:]}, parts...)
		s = s[:len(s)-3]
	}
	return s + "\u202f" + strings.Join(parts, "\u202f")
}

// before is what stands before a quote, without the word that the anchor cut; the same as it is when it is short, which
// is when the text begins there.
func before(prefix string) string {
	if utf8.RuneCountInString(prefix) < annotate.ContextLength {
		return prefix
	}
	if i := strings.IndexFunc(prefix, unicode.IsSpace); i >= 0 {
		prefix = strings.TrimLeftFunc(prefix[i:], unicode.IsSpace)
	}
	return "… " + prefix
}

// after is what stands after a quote, likewise.
func after(suffix string) string {
	if utf8.RuneCountInString(suffix) < annotate.ContextLength {
		return suffix
	}
	if i := strings.LastIndexFunc(suffix, unicode.IsSpace); i >= 0 {
		suffix = strings.TrimRightFunc(suffix[:i], unicode.IsSpace)
	}
	return suffix + " …"
}

// stretch is a part of a text, and whether it is one of the words that were looked for.
type stretch struct {
	Text string
	Hit  bool
}

// markWords cuts text at the words of a query, as far as they begin a word of the text, whatever their case.
func markWords(text, query string) []stretch {
	words := strings.FieldsFunc(strings.ToLower(query), notWord)
	var out []stretch
	add := func(s string, hit bool) {
		if n := len(out); n > 0 && out[n-1].Hit == hit {
			out[n-1].Text += s
		} else if s != "" {
			out = append(out, stretch{s, hit})
		}
	}
	for text != "" {
		cut := strings.IndexFunc(text, notWord)
		switch {
		case cut == 0:
			cut = strings.IndexFunc(text, isWord)
			if cut < 0 {
				cut = len(text)
			}
			add(text[:cut], false)
		default:
			if cut < 0 {
				cut = len(text)
			}
			add(text[:cut], begins(strings.ToLower(text[:cut]), words))
		}
		text = text[cut:]
	}
	return out
}

func begins(word string, words []string) bool {
	for _, w := range words {
		if strings.HasPrefix(word, w) {
			return true
		}
	}
	return false
}

func isWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r)
}

func notWord(r rune) bool { return !isWord(r) }
