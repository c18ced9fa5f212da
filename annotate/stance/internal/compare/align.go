package compare

import (
	"strings"

	"claimlens/annotate/stance/internal/reading"
)

// Alignment says which word of a sentence stands for each word of a claim.
type Alignment struct {
	Claim, Sentence *reading.Text
	To              []int     // for each word of the claim the word of the sentence, or -1
	How             []float32 // how well: 1 the same stem, less for kin
	Covered         float32   // the share of the claim's weight that is met
}

// How well words stand for one another.
const (
	sameStem    = 1
	abbreviated = 0.95
	kindred     = 0.8
	prefixed    = 0.7
	leastPrefix = 5
)

// Align aligns a claim with a sentence.
func Align(claim, sentence *reading.Text) Alignment {
	a := Alignment{Claim: claim, Sentence: sentence, To: make([]int, len(claim.Words)), How: make([]float32, len(claim.Words))}
	stems := make(map[string]int, len(sentence.Words))
	for j := len(sentence.Words) - 1; j >= 0; j-- {
		stems[sentence.Words[j].Stem] = j
	}
	var all, met float32
	for i, w := range claim.Words {
		a.To[i] = -1
		if w.Weight == 0 {
			continue
		}
		if j, ok := stems[w.Stem]; ok {
			a.To[i], a.How[i] = j, sameStem
		} else {
			a.To[i], a.How[i] = alike(claim, i, sentence)
		}
		all += w.Weight
		met += w.Weight * a.How[i]
	}
	if all > 0 {
		a.Covered = met / all
	}
	return a
}

// alike finds the word that comes next to word i of the claim without having its stem.
func alike(claim *reading.Text, i int, sentence *reading.Text) (int, float32) {
	w := claim.Words[i]
	at, best := -1, float32(0)
	try := func(j int, how float32) {
		if how > best {
			at, best = j, how
		}
	}
	for j, s := range sentence.Words {
		switch {
		case s.Weight == 0:
		case w.Kin(s):
			try(j, kindred)
		case w.Number || s.Number:
		case prefix(w.Stem, s.Stem) >= leastPrefix && 3*prefix(w.Stem, s.Stem) >= 2*min(len(w.Stem), len(s.Stem)):
			try(j, prefixed)
		case len(w.Stem) > 2 && hyphened(s.Lower, w.Lower) || len(s.Stem) > 2 && hyphened(w.Lower, s.Lower):
			try(j, kindred)
		}
	}
	if j := initials(w, sentence); j >= 0 {
		try(j, abbreviated)
	}
	if j := spelled(claim, i, sentence); j >= 0 {
		try(j, abbreviated)
	}
	return at, best
}

func prefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// hyphened says whether part is one of the words that whole is put together of.
func hyphened(whole, part string) bool {
	for strings.ContainsAny(whole, "-/") {
		i := strings.IndexAny(whole, "-/")
		if whole[:i] == part {
			return true
		}
		whole = whole[i+1:]
		if whole == part {
			return true
		}
	}
	return false
}

// The lengths of abbreviations that are put together of initials.
const (
	shortestInitials = 2
	longestInitials  = 6
)

// initials finds the words that the abbreviation w is put together of.
func initials(w reading.Word, t *reading.Text) int {
	letters := strings.TrimSuffix(w.Lower, "s")
	if !w.Name || len(letters) < shortestInitials || len(letters) > longestInitials {
		return -1
	}
	for j := 0; j+len(letters) <= len(t.Words); j++ {
		if spells(letters, t.Words[j:j+len(letters)]) {
			return j
		}
	}
	return -1
}

// spelled finds the abbreviation that word i of the claim takes part in.
func spelled(claim *reading.Text, i int, sentence *reading.Text) int {
	for j, s := range sentence.Words {
		letters := strings.TrimSuffix(s.Lower, "s")
		n := len(letters)
		if !s.Name || n < shortestInitials || n > longestInitials {
			continue
		}
		for from := max(0, i-n+1); from <= i && from+n <= len(claim.Words); from++ {
			if spells(letters, claim.Words[from:from+n]) {
				return j
			}
		}
	}
	return -1
}

func spells(letters string, words []reading.Word) bool {
	for k := range letters {
		if words[k].Lower[0] != letters[k] {
			return false
		}
	}
	return true
}
