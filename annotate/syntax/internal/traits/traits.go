// Package traits says what can be seen of a word without knowing its neighbours: its form, its ends, its shape.
package traits

import (
	"unicode"
	"unicode/utf8"

	"claimlens/annotate/syntax/internal/lexicon"
	"claimlens/annotate/syntax/internal/weights"
)

// Traits are the hashes of what can be seen of a word, and what the lexicon has of it. Suffix[i] is its last i+1
// letters, Prefix[i] its first; a word that is shorter is its own. Lower has small letters, and every digit is 0.
type Traits struct {
	Form, Lower, Shape     uint64
	Suffix                 [5]uint64
	Prefix                 [4]uint64
	Sense, Cluster, Coarse uint64
}

// The word before a sentence, and the one after it.
var (
	Before = edge(1)
	After  = edge(2)
)

func edge(v uint64) Traits {
	t := Traits{Form: v, Lower: v, Shape: v, Sense: v << 16, Cluster: v << 16, Coarse: v << 16}
	for i := range t.Suffix {
		t.Suffix[i] = v
	}
	for i := range t.Prefix {
		t.Prefix[i] = v
	}
	return t
}

const seed = 0xcbf29ce484222325

// Of is the traits of a word. It takes time in proportion to the word's length.
func Of(form string, l *lexicon.Lexicon) Traits {
	t := Traits{Form: seed}
	s := spelling{seed}
	n := 0
	for _, c := range form {
		t.Form = weights.Mix(t.Form, uint64(c))
		s.add(c)
		if n < len(t.Prefix) {
			t.Prefix[n] = s[0]
		}
		n++
	}
	t.Lower = s[0]
	for ; n < len(t.Prefix); n++ {
		t.Prefix[n] = t.Lower
	}
	t.Suffix = suffixes(form)
	t.Shape = shape(form)
	e := l.Find(t.Lower)
	t.Cluster, t.Coarse = uint64(e.Cluster), uint64(e.Coarse)
	if t.Sense = uint64(e.Senses); t.Sense == 0 {
		t.Sense = s.inflected(form, l)
	}
	return t
}

// Lower is the hash of a word without its case, by which the lexicon knows it.
func Lower(form string) uint64 {
	s := spelling{seed}
	for _, c := range form {
		s.add(c)
	}
	return s[0]
}

// plain is a letter without its case, and 0 for every digit.
func plain(c rune) rune {
	switch {
	case c >= 'A' && c <= 'Z':
		return c + 'a' - 'A'
	case c >= '0' && c <= '9':
		return '0'
	case c < utf8.RuneSelf:
		return c
	case unicode.IsDigit(c):
		return '0'
	}
	return unicode.ToLower(c)
}

func suffixes(form string) (out [5]uint64) {
	h := uint64(seed)
	for i := range out {
		c, width := utf8.DecodeLastRuneInString(form)
		if width > 0 {
			h = weights.Mix(h, uint64(plain(c)))
			form = form[:len(form)-width]
		}
		out[i] = h
	}
	return out
}

// shape is a word with its letters and digits by their kinds: "IL-2Rα" is "XX-dXx". Runs are cut after two.
func shape(form string) uint64 {
	h := uint64(seed)
	var previous rune
	run := 0
	for _, c := range form {
		k := kind(c)
		if k != previous {
			run = 0
		}
		previous = k
		if run++; run <= 2 {
			h = weights.Mix(h, uint64(k))
		}
	}
	return h
}

func kind(c rune) rune {
	switch {
	case c >= 'a' && c <= 'z':
		return 'x'
	case c >= 'A' && c <= 'Z':
		return 'X'
	case c >= '0' && c <= '9':
		return 'd'
	case c < utf8.RuneSelf:
		return c
	case unicode.IsUpper(c):
		return 'X'
	case unicode.IsLower(c):
		return 'x'
	case unicode.IsDigit(c):
		return 'd'
	}
	return c
}
