package claims

// procedure is the verb with which a statement tells what was done with those who took part in a study, and nothing of what came of it, or "":
// "the participants received 248 milligrams a day".
func procedure(words []word) string {
	at := -1
	for i, w := range words {
		if w.role == finite {
			at = i
			break
		}
	}
	if at < 0 || !anyOf(words[:at], takingPart) || anyOf(words, comparing) || firstVerb(words[at+1:], effects) != "" {
		return ""
	}
	verb := words[at].lower
	if words[at].is(toBe) && at+1 < len(words) {
		verb = words[at+1].lower
	}
	if undergoing[verb] {
		return verb
	}
	return ""
}

func anyOf(words []word, m map[string]bool) bool {
	for _, w := range words {
		if m[w.lower] {
			return true
		}
	}
	return false
}

var (
	// takingPart are words for those whom a study looks at.
	takingPart = set(`
		participants participant volunteers subjects respondents patients women men children researchers controls group
		groups`)
	// undergoing are the past forms of what happens to them.
	undergoing = set(`
		received given administered asked assigned followed underwent took completed tested treated randomized randomised
		built filled wore attended`)
)
