package claims

import (
	"strings"
	"unicode"
)

// A move is what a sentence of a paper does for its argument: it gives the background, tells the procedure, lists a result or says what
// the paper has found out.
type move struct {
	weight float64 // how much the words speak for the paper's own claim, or against it
	method bool    // tells how the work was done
	aside  bool    // is no part of the argument: a registration, a copyright, "are discussed"
	ends   bool    // begins the conclusion
}

// moveOf weighs the cues of one sentence. The weights are set by hand so that a cue which is rarely wrong, such as "we conclude", decides
// alone and two common ones decide together.
func moveOf(sentence string) move {
	t := plainWords(sentence)
	var m move
	states := t.ownWork() && t.statesBehind()
	switch {
	case states:
		m.weight += 3
		m.ends = true
	case t.ownWork():
		m.weight++
	}
	for _, c := range moveCues {
		if t.hasAny(c.phrases) {
			m.weight += c.weight
			m.method = m.method || c.method
			m.aside = m.aside || c.aside
			m.ends = m.ends || c.ends
		}
	}
	if w := t.weVerb(); w != "" {
		m.weight += wePresent[w] + wePast[w]
	}
	if t.opens(concluding) {
		m.weight += 2
		m.ends = true
	}
	if t.measures(sentence) {
		m.weight -= 1.5
	}
	if t.has(pasts) && !t.reportsThat() {
		m.weight -= 1.2
	}
	if t.does() {
		m.weight -= 2
		m.method = true
	}
	return m
}

// A moveCue is a set of phrases with what they say of their sentence.
type moveCue struct {
	phrases             []string // in small letters, with a space on either side
	weight              float64
	method, aside, ends bool
}

var moveCues = []moveCue{
	{phrases: phrases(`
		we conclude, we therefore conclude, we thus conclude, is concluded, be concluded, are concluded, in
		conclusion, in summary, in short, to conclude, to summarize`), weight: 3, ends: true},
	{phrases: phrases("thus, therefore"), weight: 1},
	{phrases: phrases(`
		may, might, could, can, potential, potentially, likely, possible, possibly, possibility, would, will`), weight: 1},
	{phrases: phrases(`
		novel, new, first, previously unknown, previously unrecognized, previously uncharacterized`), weight: 0.7},
	{phrases: phrases(`
		important, importance, crucial, critical, essential, key, role, roles, implications, promising, useful,
		valuable, insight, insights, mechanism, mechanisms, evidence`), weight: 0.5},
	{phrases: phrases("better, superior, outperform, outperforms, outperformed"), weight: 0.5},
	{phrases: phrases(`
		aim, aims, aimed, objective, purpose, goal, sought, investigated, investigate, examined, examine, assessed,
		assess, evaluated, evaluate, to determine, hypothesized, hypothesised, we asked, whether`), weight: -1, method: true},
	{phrases: phrases(`
		unknown, unclear, little is known, poorly understood, not well understood, previously, recently, remain,
		remains, controversial`), weight: -1},
	{phrases: phrases(`
		further studies, further research, further work, further investigation, future studies, future research,
		future work, more studies, more research, additional studies`), weight: -1},
	{phrases: phrases(`
		are discussed, is discussed, be discussed, also discussed, are presented, is presented, are reviewed, is
		reviewed, are described, is described, are outlined, are summarized, we discuss, we review, we also discuss,
		we will discuss, we summarize, we describe, we outline, this review, this article discusses, this article
		reviews, this paper reviews, this chapter, an overview`), weight: -3, aside: true},
	{phrases: phrases(`
		copyright, ©, all rights reserved, special issue, trial registration, clinicaltrials.gov, supplementary
		information, supporting information, supplementary data, freely available, is available at, are available at,
		level of evidence, type strain, funded by`), weight: -6, aside: true},
}

// phrases cuts a list at its commas, and puts a space on either side of each phrase.
func phrases(list string) []string {
	var out []string
	for _, p := range strings.Split(list, ",") {
		out = append(out, " "+strings.Join(strings.Fields(p), " ")+" ")
	}
	return out
}

var (
	// ownDeterminers stand before what is the paper's own.
	ownDeterminers = set("these our this present current those such")
	studyNouns     = set(`
		result results finding findings data observation observations study studies work analysis analyses experiment experiments
		evidence approach method methods model models simulation simulations investigation investigations research system paper
		discovery insight insights measurement measurements report comparison calculations technique strategy framework tool`)
	// statings are the beginnings of verbs with which results say something.
	statings = strings.Fields(`
		suggest indicat implies imply implicat demonstrat show reveal provid support highlight establish identif confirm underscore
		emphasi point prove offer uncover illustrat represent give lead open define shed expand advance help extend underline
		explain argue propose link challenge contribute call add raise allow enable broaden strengthen hint`)
	// concluding are words at the beginning that draw a conclusion.
	concluding = set(`
		together taken overall collectively thus therefore hence consequently altogether accordingly conclusion conclusions`)
	pasts = set("was were had")
	// wePresent and wePast are what the paper's authors say they do, and how much it speaks for a claim.
	wePresent = map[string]float64{"show": 2.3, "demonstrate": 2.3, "reveal": 2.3, "propose": 2.3, "suggest": 2.3, "provide": 2.3,
		"establish": 2.3, "argue": 2.3, "find": 1.3, "discover": 1.3, "present": 1.3, "report": 1.3, "identify": 1.3, "predict": 1.3, "believe": 1.3,
		"hypothesize": 1.3, "speculate": 1.3, "confirm": 1.3}
	wePast = map[string]float64{"showed": 1.8, "demonstrated": 1.8, "revealed": 1.8, "proposed": 1.8, "suggested": 1.8, "provided": 1.8,
		"established": 1.8, "argued": 1.8, "found": 0.8, "discovered": 0.8, "presented": 0.8, "reported": 0.8, "identified": 0.8, "predicted": 0.8,
		"confirmed": 0.8, "shown": 1.8}
	// doings are what is done in a study.
	doings = set(`
		used performed collected analyzed analysed measured recruited conducted compared obtained assessed evaluated applied enrolled
		included randomized randomised developed tested examined investigated`)
	betweenWords = set("also have then further here now therefore thus clearly next first has been")
)

// plain is the words of a sentence in small letters, without marks.
type plain struct {
	words  []string
	joined string // with a space on either side of each
}

func plainWords(sentence string) plain {
	words := strings.FieldsFunc(strings.ToLower(sentence), func(c rune) bool {
		return unicode.IsSpace(c) || strings.ContainsRune(`,;:()[]"“”`, c)
	})
	for i, w := range words {
		words[i] = strings.TrimRight(w, ".!?")
	}
	return plain{words, " " + strings.Join(words, " ") + " "}
}

func (t plain) hasAny(phrases []string) bool {
	for _, p := range phrases {
		if strings.Contains(t.joined, p) {
			return true
		}
	}
	return false
}

func (t plain) has(m map[string]bool) bool {
	for _, w := range t.words {
		if m[w] {
			return true
		}
	}
	return false
}

func (t plain) opens(m map[string]bool) bool { return len(t.words) > 0 && m[t.words[0]] }

// ownAt is the place behind the noun of the paper's own work, "our results", or -1.
func (t plain) ownAt() int {
	for i, w := range t.words {
		if !ownDeterminers[w] {
			continue
		}
		for j := i + 1; j < len(t.words) && j < i+5; j++ {
			if studyNouns[t.words[j]] {
				return j + 1
			}
		}
	}
	return -1
}

func (t plain) ownWork() bool { return t.ownAt() >= 0 }

// statesBehind says whether a verb of stating follows the paper's own work closely.
func (t plain) statesBehind() bool {
	from := t.ownAt()
	for j := from; j < len(t.words) && j < from+9; j++ {
		for _, s := range statings {
			if strings.HasPrefix(t.words[j], s) {
				return true
			}
		}
	}
	return false
}

// reportsThat says whether a verb of stating is followed by "that".
func (t plain) reportsThat() bool {
	for i := 0; i+1 < len(t.words); i++ {
		if t.words[i+1] != "that" {
			continue
		}
		for _, s := range statings {
			if strings.HasPrefix(t.words[i], s) {
				return true
			}
		}
	}
	return false
}

// weVerb is the first verb behind "we" with which authors say what they found.
func (t plain) weVerb() string {
	for i, w := range t.words {
		if w != "we" {
			continue
		}
		for j := i + 1; j < len(t.words) && j < i+4; j++ {
			v := t.words[j]
			if wePresent[v] != 0 || wePast[v] != 0 {
				return v
			}
			if !betweenWords[v] {
				break
			}
		}
	}
	return ""
}

// weDid says whether authors tell in person what they did: "we cultivated".
func (t plain) weDid() bool {
	for i, w := range t.words {
		if w == "we" && i+1 < len(t.words) && (strings.HasSuffix(t.words[i+1], "ed") || betweenWords[t.words[i+1]]) {
			return true
		}
	}
	return t.hasAny(introducing)
}

// introducing are phrases with which a paper introduces itself.
var introducing = phrases(`
	this review, in this article, this article, this perspective, is proposed, has been developed, this paper,
	present study, current study, in this work, in this study, previous studies, were characterized, was
	characterized`)

// does says whether the sentence tells what was done: "we used", "were measured".
func (t plain) does() bool {
	for i, w := range t.words {
		if w != "we" && w != "were" && w != "was" {
			continue
		}
		for j := i + 1; j < len(t.words) && j < i+3; j++ {
			if doings[t.words[j]] {
				return true
			}
			if !betweenWords[t.words[j]] && !strings.HasSuffix(t.words[j], "ly") {
				break
			}
		}
	}
	return false
}

// measures says whether the sentence gives the figures of a single result.
func (t plain) measures(sentence string) bool {
	if strings.Contains(sentence, "±") || strings.Contains(strings.ToLower(sentence), "95% ci") {
		return true
	}
	for i, w := range t.words {
		if len(w) > 1 && strings.HasSuffix(w, "%") && unicode.IsDigit(rune(w[0])) {
			return true
		}
		if (w == "p" || w == "n") && i+1 < len(t.words) && strings.IndexAny(t.words[i+1], "<=>≤") == 0 {
			return true
		}
		if len(w) > 2 && (w[0] == 'p' || w[0] == 'n') && strings.ContainsRune("<=>", rune(w[1])) {
			return true
		}
	}
	return false
}
