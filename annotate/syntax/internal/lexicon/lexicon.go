// Package lexicon says of a word what can be known without a sentence: which parts of speech a dictionary gives it, and
// which other words stand where it stands.
package lexicon

import "math/bits"

// Entry is what the lexicon has of one word, which is known by the hash of its form in small letters.
type Entry struct {
	Key     uint32
	Senses  uint8 // what the dictionary says; 0 when it does not have the word
	Cluster uint8 // words of one cluster have the same neighbours; 0 when the word is too rare
	Coarse  uint8 // the same, in fewer clusters
}

// Senses of a word: which parts of speech it may be, in the lowest bits, and above them which one it mostly is.
const (
	Noun = 1 << iota
	Verb
	Adjective
	Adverb
	mostly
)

// Mostly are senses whose commonest part of speech is the one with a number: 0 for nouns, 3 for adverbs.
func Mostly(senses uint8, number int) uint8 { return senses | uint8(number)*mostly }

// Lexicon is a read-only table of entries, and safe for concurrent use.
type Lexicon struct {
	slots []Entry
	shift uint
}

// New makes a lexicon of entries, which must be in the order of their keys.
func New(entries []Entry) *Lexicon {
	width := bits.Len(uint(len(entries))) + 1
	l := &Lexicon{shift: uint(32 - width), slots: make([]Entry, 1<<width, 1<<width+len(entries)+1)}
	next := 0
	for _, e := range entries {
		i := max(next, int(e.Key>>l.shift))
		for i+1 >= len(l.slots) { // the last slot stays empty: a search stops there
			l.slots = append(l.slots, Entry{})
		}
		l.slots[i], next = e, i+1
	}
	return l
}

// Find is the entry of a word, and an empty one when there is none.
func (l *Lexicon) Find(hash uint64) Entry {
	key := Key(hash)
	i := key >> l.shift
	for l.slots[i].Key < key && l.slots[i].filled() {
		i++
	}
	if e := l.slots[i]; e.Key == key && e.filled() {
		return e
	}
	return Entry{}
}

func (e Entry) filled() bool { return e.Senses|e.Cluster|e.Coarse != 0 }

// Key is the part of a hash that entries are known by.
func Key(hash uint64) uint32 { return uint32(hash >> 32) }
