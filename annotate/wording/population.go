package wording

import "claimlens/annotate/syntax"

// population is where the shortest phrase stands that says of whom the statement speaks: "men over 50", "patients with type 2 diabetes". It
// begins at a word for people or animals, takes the words that describe it, and ends before the predicate.
func population(words []syntax.Word) (start, end int) {
	s := tagsOf(words)
	best, score := [2]int{-1, -1}, 0
	for i := range s {
		if !groups[singular(s[i].lower)] && !groups[s[i].lower] || s[i].tag == "PROPN" && i > 0 {
			continue
		}
		from, to := s.groupAt(i)
		if n := s.weighGroup(from, i, to); n > score {
			best, score = [2]int{from, to}, n
		}
	}
	if best[0] < 0 {
		return 0, 0
	}
	return words[best[0]].Start, words[best[1]-1].End
}

// tagsOf is the words one to one, without joining any.
func tagsOf(words []syntax.Word) sentence {
	s := make(sentence, len(words))
	for i, w := range words {
		lower := lowered(w.Form)
		s[i] = word{lower: lower, base: baseOf(lower), tag: w.Tag, penn: w.Penn}
	}
	return s
}

// groupAt is the phrase around the group named at i: adjectives and nouns before it, and what describes it behind.
func (s sentence) groupAt(i int) (from, to int) {
	from, to = i, i+1
	for from > 0 && s.describesGroup(from-1) {
		from--
	}
	for from < i && (s[from].mark() || s[from].tag == "ADV") {
		from++
	}
	for to < len(s) {
		next := s.describedTo(to)
		if next == to {
			break
		}
		to = next
	}
	return from, to
}

// describesGroup says whether the word at i can stand before the name of a group and describe it.
func (s sentence) describesGroup(i int) bool {
	w := s[i]
	switch {
	case numbering[w.lower] || w.lower == "such":
		return false
	case w.penn == "VBN" || w.penn == "VBG":
		return i > 0 && (s[i-1].tag == "ADP" || s[i-1].tag == "DET" || s[i-1].tag == "ADJ")
	case w.tag == "ADJ" || w.noun():
		return forms[w.lower] == ""
	case w.lower == "-":
		return i > 0
	case w.tag == "NUM":
		return s.at(i+1) == "-"
	}
	return false
}

// describedTo is where a phrase that begins at i and describes a group ends: "over 50", "with type 2 diabetes", "aged 40 to 60", "on
// dialysis", "without symptoms", "living in care homes"; i if there is none.
func (s sentence) describedTo(i int) int {
	w := s[i]
	switch {
	case ages[w.lower]:
		return s.amountTo(i + 1)
	case w.lower == "with" || w.lower == "without" || w.lower == "on" || w.lower == "at":
		if w.lower == "at" && !riskWords[s.at(i+1)] && !riskWords[s.at(i+2)] {
			return i
		}
		return s.nounTo(i + 1)
	case w.lower == "who" && i+1 < len(s):
		return i
	case living[w.lower] && i+1 < len(s) && s[i+1].tag == "ADP":
		if to := s.nounTo(i + 2); to > i+2 {
			return to
		}
	}
	return i
}

// amountTo is where an age ends: "50", "the age of 60", "50 years".
func (s sentence) amountTo(i int) int {
	from := i
	for i < len(s) && (s[i].tag == "NUM" || ageWords[s.at(i)]) {
		i++
	}
	if i == from {
		return from - 1
	}
	return i
}

// nounTo is where the noun phrase at i ends.
func (s sentence) nounTo(i int) int {
	from, last := i, i
	for i < len(s) {
		w := s[i]
		switch {
		case times[w.lower]:
			return from - 1
		case w.noun() || w.tag == "NUM":
			i++
			last = i
			continue
		case w.tag == "ADJ" || w.tag == "DET" && i == from || w.penn == "VBN" && i == from || w.lower == "-":
			i++
			continue
		case (w.lower == "of" || w.lower == "or") && last == i && last > from:
			i++
			continue
		}
		break
	}
	if last == from {
		return from - 1
	}
	return last
}

// weighGroup says how well a phrase tells of whom the statement speaks: more if words describe the group, and if "in" or "among" stands
// before it. A bare "people" says nothing.
func (s sentence) weighGroup(from, at, to int) int {
	n := 0
	if to > at+1 || from < at {
		n += 2
	}
	if !plainGroups[s[at].lower] {
		n++
	}
	if before := s.at(from - 1); n > 0 && (before == "in" || before == "among" || before == "amongst" || before == "for" || before == "of" && n > 2) {
		n++
	}
	return n
}

var (
	groups = set(`
		people person man men woman women child children adult adolescent teenager infant baby newborn neonate toddler boy girl patient
		smoker drinker pensioner elderly athlete runner worker nurse survivor mother veteran vegetarian vegan diabetic
		mouse mice rat rabbit pig piglet monkey dog cat hamster zebrafish sheep macaque primate twin`)
	plainGroups = set("people person patients patient participants users women men man woman")
	numbering   = set("these those other others such many most more few some all several fewer same new")
	ages        = set("over under above below aged older younger between")
	ageWords    = set("the age of years year old and to or than from months")
	times       = set("day days week weeks basis average time hand")
	riskWords   = set("risk high low increased average")
	living      = set(`
		living treated receiving taking undergoing suffering exposed infected diagnosed hospitalized hospitalised`)
)
