package wording

// commands says whether the statement tells somebody to do something.
func (s sentence) commands() bool {
	for i, w := range s {
		if i < 3 && (w.lower == "do" || w.lower == "not" || w.lower == "never" || w.lower == "always" || w.tag == "ADV") {
			continue
		}
		command := w.penn == "VB" || !w.finite() && forms[w.lower] == w.lower && !s.predicated()
		return command && s.at(i+1) != "to" && s.partner(i)
	}
	return false
}

// predicated says whether the statement has a finite verb.
func (s sentence) predicated() bool {
	for _, w := range s {
		if w.finite() {
			return true
		}
	}
	return false
}

// partner says whether what stands behind i is what a command takes: "Drink at least …", "Avoid the …".
func (s sentence) partner(i int) bool {
	if i+1 >= len(s) {
		return false
	}
	n := s[i+1]
	switch n.tag {
	case "DET", "NUM", "PRON", "ADJ":
		return true
	case "ADP":
		return n.lower != "of"
	}
	return n.penn == "VBG" || n.penn == "NNS"
}

// advised says whether somebody is told what is good for them.
func (s sentence) advised() bool {
	for i, w := range s {
		if s.demand(i) != NoAdvice {
			return true
		}
		if w.lower == "best" && s.at(i-1) == "is" || w.lower == "safest" {
			return true
		}
		if w.is(advisable) && s.nearBe(i) && (s.at(i+1) == "to" || s.at(i+1) == "for" || s.at(i+1) == "when" || s.at(i+1) == "if") {
			return true
		}
	}
	return false
}
