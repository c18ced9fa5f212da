package study

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"claimlens/annotate"
	"claimlens/annotate/internal/phrasebook"
	"claimlens/annotate/rhetoric"
	"claimlens/annotate/syntax"
)

// Bounds on what is read of a record, in bytes. An abstract has two thousand; what is longer is a book's.
const (
	maxTitle    = 1000
	maxAbstract = 12_000
)

// reading is a record's title and abstract as words.
type reading struct {
	title     sentence
	sentences []sentence
}

// sentence is the words of a sentence in small letters. A number keeps its points, commas and per cent sign.
type sentence struct {
	words []string
	marks []byte // per word: what stands before it that tells most: '(', ')', '=', ';', ':', ',' or ' '
	deep  []bool // per word: it stands in brackets
	role  rhetoric.Role
	we    bool // speaks of the authors
	this  bool // speaks of this very paper
}

// own says whether the sentence tells what the authors did, not what others did or should do.
func (s sentence) own() bool {
	switch s.role {
	case rhetoric.Background, rhetoric.Objective:
		return s.we || s.this
	case rhetoric.Conclusions:
		return s.this
	default:
		return true
	}
}

func read(c annotate.Citation) reading {
	r := reading{title: sentenceOf(cut(c.Title, maxTitle))}
	labelled := false
	for _, s := range c.Abstract {
		labelled = labelled || s.Label != "" || rhetoric.OfCategory(s.Category) != rhetoric.Unknown
	}
	left := maxAbstract
	for _, s := range c.Abstract {
		text := cut(s.Text, left)
		left -= len(text)
		if !labelled {
			for _, x := range rhetoric.Read(text) {
				r.take(text[x.Start:x.End], x.Role)
			}
			continue
		}
		for _, x := range syntax.Sentences(text) {
			r.take(text[x.Start:x.End], rhetoric.OfCategory(s.Category))
		}
	}
	return r
}

func (r *reading) take(text string, role rhetoric.Role) {
	s := sentenceOf(text)
	s.role = role
	speakers.Find(s.words, func(_, _ int, this bool) {
		s.we = true
		s.this = s.this || this
	})
	r.sentences = append(r.sentences, s)
}

// speakers are the phrases with which a paper speaks of itself: true for those that can mean nothing else.
var speakers = func() (b phrasebook.Book[bool]) {
	b.Add(true, `this study, this trial, this paper, this article, this review, this work, this analysis, this meta-analysis, this systematic review,
		this report, this randomi*, this double-blind, this prospective, this retrospective, this cohort, this cross-sectional, this case-control,
		this open-label, this multicenter, this multicentre, this pilot, this phase, this single-center, this placebo-controlled, this guideline,
		this protocol, this case, present study, present trial, present review, present paper, current study, current trial, current review, our study,
		our trial, our review, in our randomi*, these guidelines`)
	b.Add(false, "we, our, here, herein, aim, aims, aimed, objective, objectives, purpose, was conducted, was performed, were conducted")
	return b
}()

// cut is at most n bytes of s, in whole characters.
func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// sentenceOf takes a text apart into words.
func sentenceOf(text string) sentence {
	var s sentence
	text = strings.ToLower(text)
	depth, mark := 0, byte(' ')
	for i := 0; i < len(text); {
		r, w := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			switch {
			case r == '(' || r == '[':
				depth++
				mark = '('
			case r == ')' || r == ']':
				depth = max(0, depth-1)
				mark = ')'
			case r == '=':
				mark = '='
			case mark == ' ' && (r == ',' || r == ';' || r == ':' || r == '<' || r == '>' || r == '±' || r == '.'):
				mark = byte(min(r, 0x7f))
			}
			i += w
			continue
		}
		end := wordEnd(text, i)
		if n := len(s.words); n == 0 || !numbered[s.words[n-1]] {
			end = grouped(text, i, end)
		}
		s.words = append(s.words, text[i:end])
		s.marks = append(s.marks, mark)
		s.deep = append(s.deep, depth > 0)
		mark = ' '
		i = end
	}
	return s
}

// numbered are words behind which a number is a name, not the first part of a greater one: "group 1 150 patients".
var numbered = wordSet("group arm phase stage type grade class level day week month year visit table figure experiment study trial cohort part step")

// grouped is where the number text[start:end) ends if its thousands are set apart by spaces: "12 480", "1 204 516".
func grouped(text string, start, end int) int {
	if text[start] < '1' || text[start] > '9' || end-start > 3 || !isNumber(text[start:end]) {
		return end
	}
	for end < len(text) {
		space, w := utf8.DecodeRuneInString(text[end:])
		next := end + w
		if space != ' ' && space != '\u00a0' || len(text) < next+3 || !isNumber(text[next:next+3]) || wordEnd(text, next) != next+3 {
			break
		}
		end = next + 3
	}
	return end
}

func isNumber(s string) bool { return strings.Trim(s, "0123456789") == "" }

// wordEnd is where the word that begins at i ends: behind its letters and digits, with hyphens and apostrophes between them and, in a
// number, points, commas and thin spaces between digits, and a per cent sign.
func wordEnd(s string, i int) int {
	var last rune
	for i < len(s) {
		r, w := utf8.DecodeRuneInString(s[i:])
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r) {
			last = r
			i += w
			continue
		}
		next, _ := utf8.DecodeRuneInString(s[i+w:])
		inside := unicode.IsLetter(next) || unicode.IsDigit(next)
		switch {
		case strings.ContainsRune("-‐‑'’", r) && inside:
		case strings.ContainsRune(".,·", r) && unicode.IsDigit(last) && unicode.IsDigit(next):
		case strings.ContainsRune("\u2009\u202f", r) && unicode.IsDigit(last) && unicode.IsDigit(next):
		case r == '%':
			return i + w
		default:
			return i
		}
		last = 0
		i += w
	}
	return i
}
