package training

import (
	"cmp"
	"maps"
	"slices"

	"claimlens/annotate/syntax/internal/lexicon"
	"claimlens/annotate/syntax/internal/traits"
)

// How words are clustered. Twice as many clusters, or half, made no difference.
const (
	rarest     = 5 // words that stand in the text less often are in no cluster
	fine       = 256
	coarse     = 48
	fineRounds = 6
)

// newLexicon clusters the words of a text, and puts them and those of a dictionary into a lexicon.
func newLexicon(text [][]string, senses map[string]uint8) []lexicon.Entry {
	entries := map[uint32]*lexicon.Entry{}
	entry := func(hash uint64) *lexicon.Entry {
		key := lexicon.Key(hash)
		if entries[key] == nil {
			entries[key] = &lexicon.Entry{Key: key}
		}
		return entries[key]
	}
	for _, word := range slices.Sorted(maps.Keys(senses)) {
		entry(traits.Lower(word)).Senses = senses[word]
	}
	numbers, names := number32(text)
	var of [2][]int
	sideBySide(2, func(i int) { of[i] = cluster(numbers, len(names), [...]int{fine, coarse}[i], fineRounds) })
	for w := firstWord; w < len(names); w++ {
		e := entry(names[w])
		e.Cluster, e.Coarse = uint8(of[0][w]), uint8(of[1][w])
	}
	out := make([]lexicon.Entry, 0, len(entries))
	for _, e := range entries {
		out = append(out, *e)
	}
	slices.SortFunc(out, func(a, b lexicon.Entry) int { return cmp.Compare(a.Key, b.Key) })
	return out
}

// number32 is a text in which each word is a number, in the order in which they are met from firstWord on, and the hash
// of each. What is rare is 0.
func number32(text [][]string) (numbers [][]int32, names []uint64) {
	hashes := make([][]uint64, len(text))
	count := map[uint64]int{}
	for i, sentence := range text {
		for _, form := range sentence {
			hash := traits.Lower(form)
			count[hash]++
			hashes[i] = append(hashes[i], hash)
		}
	}
	names = make([]uint64, firstWord)
	number := map[uint64]int32{}
	for _, sentence := range hashes {
		row := make([]int32, len(sentence))
		for i, hash := range sentence {
			if count[hash] < rarest {
				continue
			}
			if number[hash] == 0 {
				number[hash] = int32(len(names))
				names = append(names, hash)
			}
			row[i] = number[hash]
		}
		numbers = append(numbers, row)
	}
	return numbers, names
}
