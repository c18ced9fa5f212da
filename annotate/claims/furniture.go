package claims

import "strings"

// Bounds on a sentence that is split, and on one that is read at all: what is longer is no sentence but a page without full
// stops. They keep the time that an article takes in proportion to its length.
const (
	maxWords = 120
	maxBytes = 1200
)

// furniture says why a sentence is part of the page and no statement, or "".
func furniture(text string, words []word) string {
	switch {
	case len(words) > maxWords:
		return "too long to be one statement"
	case asks(text):
		return "is a question"
	case strings.Contains(text, " | "):
		return "is a row of a table"
	case countWords(words) < fewWords:
		return "too short to be a statement"
	case cited(words):
		return "is a reference"
	case strings.HasPrefix(strings.ToLower(text), "source") || strings.HasPrefix(strings.ToLower(text), "(source"):
		return "names a source"
	case strings.HasPrefix(text, "By ") && len(words) < 9 && words[1].is(name):
		return "is a byline"
	}
	return ""
}

// endsRelease says whether a block is the mark by which a press release says that it is over: what stands behind it is about those
// who sent it.
func endsRelease(block string) bool {
	switch strings.ToLower(strings.Trim(strings.ReplaceAll(block, " ", ""), "-–—*")) {
	case "###", "##", "30", "ends", "end":
		return true
	}
	return false
}

// cautions says whether a block is what the law makes companies write below their news.
func cautions(block string) bool {
	return strings.Contains(strings.ToLower(block), "forward-looking statement")
}

// cited says whether the words begin like an entry of a list of references: "Ode A, Lund T. …", "Ode A, et al. …".
func cited(words []word) bool {
	if len(words) < 4 || !words[0].is(name) || !words[1].capitals || len(words[1].lower) > 3 || !words[1].is(name) {
		return false
	}
	return words[2].comma() && (words[3].is(name) || words[3].lower == "et")
}

// asks says whether a sentence is a question.
func asks(text string) bool {
	text = strings.TrimRight(text, " \"”’')」")
	return strings.HasSuffix(text, "?") || strings.HasSuffix(text, "？") || strings.HasSuffix(text, "؟")
}

// ended says whether a block ends like a sentence. A paragraph of one that does not is a headline, a byline or a button.
func ended(text string) bool {
	text = strings.TrimRight(text, " \n\t\"”’')]»」*_0123456789,–-[")
	return hasAny(text, strings.HasSuffix, ".", "!", "?", ":", ";", "…", "。", "！", "？", "؟", "।")
}

// months are the names by which datelines are known.
var months = set(`
	january february march april may june july august september october november december jan feb mar apr jun jul
	aug sep sept oct nov dec jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. monday tuesday wednesday
	thursday friday saturday sunday`)

// maxDateline is the longest dateline, in words.
const maxDateline = 24

// dateline is the number of words that say where and when a report was filed: "LISBON (Examples) -".
func dateline(words []word) int {
	end, dated := 0, false
	for i := 0; i < min(len(words), maxDateline); i++ {
		w := words[i]
		switch {
		case w.lower == "—" || w.lower == "–" || w.lower == "-":
			if dated && i > 0 {
				end = i + 1
			}
		case w.role == finite && !months[w.lower]:
			return end
		case months[w.lower] || w.opens() && i > 0 && words[i-1].is(name) || i < 2 && len(w.lower) > 3 && w.capitals && words[0].capitals:
			dated = true
		case !w.is(name|number|mark|preposition) && end > 0:
			return end
		}
	}
	return end
}

// label is the number of words of a label at the beginning: "Potassium: too much of it …".
func label(words []word) int {
	for i := 0; i < min(len(words), 5); i++ {
		if words[i].lower == ":" && i > 0 {
			return i + 1
		}
		if words[i].role == finite || words[i].is(mark) {
			break
		}
	}
	return 0
}
