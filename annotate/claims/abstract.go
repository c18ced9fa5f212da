package claims

import (
	"strings"
	"unicode"

	"claimlens/annotate"
	"claimlens/annotate/syntax"
)

// abstract is what the sentences of a paper's abstract are worth, by where they start in the article's text, in bytes.
type abstract map[int]place

type place struct {
	claims bool
	reason string
}

// Bounds on an abstract: longer texts, or texts of more blocks, are articles.
const (
	maxAbstractBlocks    = 12
	maxAbstractBytes     = 6000
	maxPlainBytes        = 2700 // without labels and a manner that leaves no doubt
	minAbstractSentences = 4
	maxAbstractSentences = 32
)

// claimScore is the score from which on a sentence of an abstract says what the paper claims. A lower one takes in single results.
const claimScore = 0.9

// readAbstract tells what each sentence of an abstract does; nil if the article is none.
func readAbstract(text *annotate.Text, blocks []annotate.Block) abstract {
	if len(blocks) > maxAbstractBlocks {
		return nil
	}
	var moves []moved
	section := ""
	for _, b := range blocks {
		s, ok := text.Slice(b.Start, b.End)
		if !ok || b.Kind == annotate.Caption || b.Kind == annotate.Code || b.Kind == annotate.ListItem || len(s) > maxAbstractBytes {
			return nil
		}
		if b.Kind == annotate.Heading {
			section = sectionOf(s + ":")
			continue
		}
		at := text.Byte(b.Start)
		for _, x := range syntax.Sentences(s) {
			sentence := s[x.Start:x.End]
			if l := sectionOf(sentence); l != "" {
				section = l
			}
			moves = append(moves, moved{at: at + x.Start, text: sentence, section: section, move: moveOf(sentence)})
		}
	}
	if !isAbstract(moves, len(blocks)) {
		return nil
	}
	for i := range moves {
		moves[i].tense = tenseOf(moves[i].text)
	}
	return weighMoves(moves)
}

// moved is a sentence of an abstract with what it does.
type moved struct {
	move
	at      int
	text    string
	section string
	tense   tense
}

// sections are the labels of structured abstracts, and what stands under them.
var sections = map[string]string{
	"background": "background", "introduction": "background", "context": "background", "importance": "background", "rationale": "background",
	"objective": "methods", "objectives": "methods", "aim": "methods", "aims": "methods", "purpose": "methods", "hypothesis": "methods",
	"method": "methods", "methods": "methods", "design": "methods", "setting": "methods", "patients": "methods", "participants": "methods",
	"interventions": "methods", "intervention": "methods", "measurements": "methods", "materials": "methods", "subjects": "methods",
	"measures": "methods", "outcomes": "methods", "results": "results", "findings": "results", "observations": "results",
	"conclusion": "conclusions", "conclusions": "conclusions", "interpretation": "conclusions", "significance": "conclusions",
	"implications": "conclusions", "discussion": "conclusions", "registration": "aside", "trial": "aside", "funding": "aside",
	"unlabelled": "unlabelled", "availability": "aside", "contact": "aside", "limitations": "aside",
}

// sectionOf is the section that a label at the beginning of a sentence opens: "METHODS: …", "Materials and methods: …".
func sectionOf(sentence string) string {
	label, _, ok := strings.Cut(strings.TrimSpace(sentence), "\n")
	if !ok {
		label, _, ok = strings.Cut(sentence, ":")
	}
	words := strings.FieldsFunc(label, func(c rune) bool { return !unicode.IsLetter(c) })
	if !ok || len(words) == 0 || len(words) > 5 || len(label) > 60 {
		return ""
	}
	first, last := []rune(words[0])[0], strings.ToLower(words[len(words)-1])
	if !unicode.IsUpper(first) {
		return ""
	}
	if s := sections[last]; s != "" {
		return s
	}
	return sections[strings.ToLower(words[0])]
}

// isAbstract says whether the sentences are those of an abstract: few, in one voice, and in the manner of papers.
func isAbstract(moves []moved, blocks int) bool {
	n := len(moves)
	if n < minAbstractSentences || n > maxAbstractSentences {
		return false
	}
	named, own, method, spoken := map[string]bool{}, 0, 0, 0
	for _, m := range moves {
		if m.section != "" {
			named[m.section] = true
		}
		t := plainWords(m.text)
		if t.weVerb() != "" || t.ownWork() || t.weDid() || m.aside || strings.HasPrefix(t.joined, " here ") || strings.HasPrefix(t.joined, " herein ") {
			own++
		}
		if m.method || t.measures(m.text) {
			method++
		}
		if t.hasAny(spokenCues) || strings.ContainsAny(m.text, "“”") {
			spoken++
		}
	}
	if len(named) > 2 || named["unlabelled"] {
		return true
	}
	if blocks > 2 || moves[n-1].at+len(moves[n-1].text)-moves[0].at > maxPlainBytes {
		return spoken == 0 && own > 1 && method > 1
	}
	return spoken == 0 && own+method > 0
}

// spokenCues are signs of a text that is written for the public.
var spokenCues = phrases(`
	says, said, told, you, your, scientists, researchers found, researchers say, doctors, experts, university of,
	news, today, yesterday`)

// weighMoves tells which sentences say what the paper claims: by their cues, by how far they stand from its end, and by whether the
// conclusion has begun.
func weighMoves(moves []moved) abstract {
	end := len(moves)
	for end > 1 && moves[end-1].aside {
		end--
	}
	out, concluding := abstract{}, false
	for i, m := range moves {
		left := end - i
		score := m.weight + placeWeight(left)
		if i < 2 && left > 4 {
			score--
		}
		if concluding {
			score++
		}
		concluding = concluding || m.ends && left <= 4
		if left == 2 && i+1 < len(moves) && moves[i+1].weight <= -2 {
			score++ // what follows it adds nothing
		}
		score += sectionWeights[m.section] + tenseWeight(m, left)
		out[m.at] = place{claims: score >= claimScore, reason: m.reason(i, len(moves))}
	}
	return out
}

// sectionWeights are what the label above a sentence says for it.
var sectionWeights = map[string]float64{"background": -2, "methods": -3, "results": -0.5, "conclusions": 2, "aside": -6}

// tenseWeight is what the tense of its main verb says for a sentence: a paper tells what it did and saw in the past, and what follows from it in
// the present. The last sentence needs no such sign.
func tenseWeight(m moved, left int) float64 {
	switch {
	case left == 1 || m.tense == noTense:
		return 0
	case m.tense == pastTense:
		return -0.6
	case left > 2 && m.weight >= 2:
		return 0.8
	}
	return 0.3
}

// placeWeight is what it says for a sentence that so many are left, itself included: papers end with what they claim.
func placeWeight(left int) float64 {
	switch {
	case left < 1:
		return -1
	case left == 1:
		return 3
	case left == 2:
		return 0.2
	case left == 3:
		return -1.3
	case left == 4:
		return -2
	}
	return -2.5
}

// reason says in words why a sentence that is no claim of the paper is none.
func (m moved) reason(i, n int) string {
	switch {
	case m.section == "aside" || m.aside && m.weight < -3:
		return "is no part of the paper's argument"
	case m.section == "methods" || m.method && m.section == "":
		return "procedure of the study"
	case m.section == "background" || m.section == "" && 3*i < n:
		return "background of the study"
	}
	return "a single result; the paper's conclusion says what it means"
}

// Reasons and bounds by which an abstract changes what a statement in it is worth.
const (
	claimedWorth   = 0.6
	unclaimedWorth = 0.35
)

// weigh changes what a statement is worth that stands in the sentence at the given place: up to a claim if its sentence says what the paper
// claims, else below one.
func (a abstract) weigh(at int, j judgement) judgement {
	r, ok := a[at]
	switch {
	case !ok || len(j.reasons) > 0 && j.reasons[0] == tooShort:
		return j
	case r.claims:
		j.worth = max(j.worth, claimedWorth)
		j.reasons = append(j.reasons, "says what the paper claims")
	default:
		j.worth = min(j.worth, unclaimedWorth)
		j.reasons = append(j.reasons, r.reason)
	}
	return j
}
