package wording

import "strings"

// silent says whether a disease is said to show itself, or not to.
func (p parts) silent() bool {
	if !p.rest.has(symptomWords) || p.treated() {
		return false
	}
	return p.rest.has(including) || p.rest.has(causeVerbs) && (p.all.has(nobody) || p.all.has(seldom))
}

// harms says whether the statement tells of the harm that a treatment does.
func (p parts) harms() bool {
	if p.all.has(safetyCues) {
		return true
	}
	if p.subject.has(extra) && p.subject.has(harmNouns) {
		return true
	}
	if !p.treated() || p.subject.has(lacking) {
		return false
	}
	for i, w := range p.rest {
		if !w.verb() {
			continue
		}
		switch {
		case harming[w.base]:
			return true
		case worsening[w.base] && p.rest[i:].has(harmNouns):
			return true
		}
	}
	return false
}

// treated says whether the subject is something that is taken or done for health.
func (p parts) treated() bool {
	for _, w := range p.subject {
		if treatments[singular(w.lower)] || w.suffixed("statin", "mab", "pril", "therapy", "ectomy", "plasty", "mycin", "cillin", "azole", "sartan") {
			return true
		}
	}
	return false
}

func (w word) suffixed(endings ...string) bool {
	for _, e := range endings {
		if strings.HasSuffix(singular(w.lower), e) {
			return true
		}
	}
	return false
}

// singular is w without the ending of a plural.
func singular(w string) string {
	switch {
	case strings.HasSuffix(w, "ies") && len(w) > 4:
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us") && !strings.HasSuffix(w, "is") && len(w) > 3:
		return w[:len(w)-1]
	}
	return w
}
