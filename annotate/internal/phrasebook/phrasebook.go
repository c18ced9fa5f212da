// Package phrasebook finds many phrases in a sentence at once: each word is looked up as the beginning of a phrase, so that
// what it costs does not grow with the number of phrases.
package phrasebook

import "strings"

// Book holds phrases, each with what it means. It is safe for concurrent use once all are added.
type Book[T any] struct {
	whole map[string][]phrase[T] // by the first word
	stems map[string][]phrase[T] // by the first letters of a first word that is a stem
}

type phrase[T any] struct {
	words   []string
	meaning T
}

// stemLength is how many letters of a stem it is looked up by. A stem is at least so long.
const stemLength = 3

// Add takes a list of phrases with one meaning, apart at commas, in small letters. A word that ends in "*" is a stem: any word
// that begins so will do.
func (b *Book[T]) Add(meaning T, list string) {
	if b.whole == nil {
		b.whole, b.stems = map[string][]phrase[T]{}, map[string][]phrase[T]{}
	}
	for _, p := range strings.Split(list, ",") {
		words := strings.Fields(p)
		if len(words) == 0 {
			continue
		}
		if stem, ok := strings.CutSuffix(words[0], "*"); ok {
			key := stem[:stemLength]
			b.stems[key] = append(b.stems[key], phrase[T]{words, meaning})
		} else {
			b.whole[words[0]] = append(b.whole[words[0]], phrase[T]{words, meaning})
		}
	}
}

// Find hands over where phrases stand in the words, which are in small letters: words[start:end).
func (b *Book[T]) Find(words []string, found func(start, end int, meaning T)) {
	for i, w := range words {
		for _, p := range b.whole[w] {
			if p.standsAt(words, i) {
				found(i, i+len(p.words), p.meaning)
			}
		}
		if len(w) < stemLength {
			continue
		}
		for _, p := range b.stems[w[:stemLength]] {
			if p.standsAt(words, i) {
				found(i, i+len(p.words), p.meaning)
			}
		}
	}
}

func (p phrase[T]) standsAt(words []string, i int) bool {
	if i+len(p.words) > len(words) {
		return false
	}
	for j, w := range p.words {
		if stem, ok := strings.CutSuffix(w, "*"); ok {
			if !strings.HasPrefix(words[i+j], stem) {
				return false
			}
		} else if words[i+j] != w {
			return false
		}
	}
	return true
}
