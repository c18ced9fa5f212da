package rhetoric

import (
	"strings"
	"unicode"

	"claimlens/annotate/internal/phrasebook"
)

// meaning is what a phrase says: cue counts the lists of phrases.
type meaning struct {
	cue    int
	role   Role
	weight float64
}

// cues are set by hand, so that one which is rarely wrong, such as "in conclusion", decides alone and two common ones decide
// together.
var cues, openings = func() (c, o phrasebook.Book[meaning]) {
	for i, x := range []struct {
		role    Role
		weight  float64
		phrases string
	}{
		{Background, 2, `
			little is known, is unknown, are unknown, remains unclear, remain unclear, is unclear, are unclear, poorly understood,
			not well understood, controversial, remains unknown, not been studied, not been established, has not been,
			have not been, remains to be, is limited, are limited, is lacking, are lacking, lack of evidence, there is no, there is little,
			previous studies, previous research, previous work, earlier studies, recent studies, prior studies, studies have, has been shown,
			have been shown, has been reported, have been reported, has been suggested, have been suggested, has been proposed,
			has been used, have been used, has been associated, have been associated, it is known, is known to, are known to, well known,
			are sold, is sold, are marketed, is marketed, are promoted, is promoted, is believed, is thought, are thought, is said, major cause, leading cause, common cause, worldwide, major public health`},
		{Background, 1, `
			is a, are a, is an, is one of, is often, are often, is common, are common, is widely, are widely, commonly, is the most, is used, are used,
			is recommended, are recommended, recent*, previously, currently, increasingly, traditionally, has become, have become, is associated with,
			are associated with, is characterized, burden, few studies, concern, concerns, debate, challenge, important, play*, prevalent,
			however, although, plays, can be, can, may be, is important, remains, remain, have, has`},
		{Objective, 4, `
			aim, aims, aimed, objective, objectives, purpose, goal, we sought, sought to, we asked, we hypothesi*, we tested whether, hypothesi*,
			the present study was designed, was designed to, were designed to, was undertaken to, were undertaken to, was conducted to, was performed to,
			this study evaluat*, this study investigat*, this study examin*, this study assess*, this study compar*, this study explor*,
			this trial evaluat*, this trial compar*, we investigated whether, we examined whether, we assessed whether, we evaluated whether,
			here we, this article, this paper, this review, intended to`},
		{Objective, 2, `
			to determine, to investigate, to evaluate, to assess, to examine, to compare, to explore, to test, to identify, to describe, to find out,
			whether, we investigated, we examined, we evaluated, we compared, is to, was to, were to`},
		{Methods, 2.2, `
			were randomi*, was randomi*, randomly assigned, randomly allocated, randomly divided, were recruited, was recruited, were enrolled, was conducted,
			was carried out, were carried out, was performed, were performed, were measured, was measured, were collected, was collected, was assessed,
			were assessed, were evaluated, was evaluated, were analy*, was analy*, were obtained, was obtained, we searched, we used, we conducted, we performed,
			we measured, we recruited, we enrolled, we collected, we analy*, we included, we randomi*, were included, were invited, were asked, were interviewed,
			received either, to receive, were treated with, were divided, were assigned, was defined, were defined, were reviewed, was reviewed, were identified from,
			were given, were followed, were selected, was administered, were administered, was used to, were used to, was calculated, were calculated,
			primary outcome, primary outcomes, primary endpoint, main outcome, outcome measure*, outcomes were, outcome was, end point was, endpoints were`},
		{Methods, 1.2, `
			retrospective*, prospective*, double-blind, placebo-controlled, single-blind, open-label, cross-over, crossover, crossectional, cross-sectional, cohort,
			questionnaire*, interview*, regression, using, database*, medical records, data from, eligib*, inclusion, consecutive, randomi*, blind*,
			hospital, university, between january, mg, weeks, allocat*, intention-to-treat, intention to treat, follow-up, immunohistochem*, pcr, included, underwent,
			baseline, scale, measured by, samples, months, volunteers, aged, years`},
		{Results, 2.2, `
			we found, no significant, not significant*, significant*, showed, revealed, was higher, were higher, was lower, were lower, was associated with,
			were associated with, no difference, no differences, did not differ, did not, there was, there were, compared with, increased, decreased, reduced, improved, fell, rose, declined, odds ratio,
			hazard ratio, risk ratio, relative risk, correlated, the mean, the median, respectively, more likely, less likely,
			no one, nobody, none of, none was, none were, no patient, no patients, no participant, no participants,
			was observed, were observed, was found, were found, was seen, were seen, was detected, were detected, completed, occurred, died, had`},
		{Results, 1, `higher, lower, greater, fewer, versus, vs, than, responded, similar, average, rate, ratio, ci, both groups`},
		{Conclusions, 5, `
			we conclude, in conclusion, conclude, conclusion, conclusions, in summary, to conclude, overall these, taken together`},
		{Conclusions, 2.8, `
			suggest, suggests, suggesting, these results, these findings, these data, our results, our findings, our data, our study, the results indicate, indicate that,
			indicates that, results of this study, this study shows, this study demonstrates, this study provides, this study confirms, the findings, the present findings,
			further studies, further research, further investigation, future research, future studies, are needed, is needed, is warranted, are warranted,
			is required, are required, should be, should, implications, recommend*, support the, supports the, highlight*, demonstrate that, demonstrates that`},
		{Conclusions, 1.2, `
			may, might, could, can, appears, appear, seems, effective, safe, thus, therefore, is a, is an, are, is, potential, useful, promising, does not,
			do not, need, evidence, well tolerated, feasible, leads to, improves, reduces, increases`},
	} {
		c.Add(meaning{i, x.role, x.weight}, x.phrases)
	}
	o.Add(meaning{0, Objective, 4}, "to") // what a sentence weighs more when it begins so
	o.Add(meaning{1, Conclusions, 1}, "thus, therefore, overall, collectively, these, our")
	o.Add(meaning{2, Background, 0.7}, "despite, however, although")
	return c, o
}()

// maxWeighed is how much of a sentence is looked at, in bytes. Longer ones are lists that lost their full stops.
const maxWeighed = 2000

// weigh says how much speaks for each role of the sentence, the i-th of n.
func weigh(sentence string, i, n int) [roles]float64 {
	var w [roles]float64
	words := wordsOf(sentence[:min(len(sentence), maxWeighed)])
	var hits [16]int // of each list; there are fewer
	cues.Find(words, func(_, _ int, m meaning) {
		switch hits[m.cue]++; hits[m.cue] {
		case 1:
			w[m.role] += m.weight
		case 2:
			w[m.role] += 0.7 * m.weight // a third says nothing more
		}
	})
	openings.Find(words[:min(len(words), 1)], func(_, _ int, m meaning) { w[m.role] += m.weight })
	w[Results] += figures(sentence)
	if passive(words) {
		w[Methods] += 1
	}
	standing(&w, i, n)
	return w
}

// seen are the participles with which results are told in the passive, too.
var seen = map[string]bool{
	"observed": true, "found": true, "seen": true, "detected": true, "associated": true, "increased": true, "decreased": true, "reduced": true,
	"improved": true, "noted": true, "correlated": true, "shown": true, "achieved": true, "affected": true, "identified": true, "reported": true,
	"diagnosed": true, "cured": true, "healed": true, "recovered": true,
}

// passive says whether the sentence tells what was done to something: "were then dissected".
func passive(words []string) bool {
	for i, w := range words {
		if w != "was" && w != "were" {
			continue
		}
		for _, v := range words[i+1 : min(len(words), i+3)] {
			if strings.HasSuffix(v, "ed") {
				return !seen[v]
			}
		}
	}
	return false
}

// standing adds what its place in the abstract says for a sentence.
func standing(w *[roles]float64, i, n int) {
	at := (float64(i) + 0.5) / float64(n)
	w[Background] += 2 - 8*at
	w[Objective] += 0.5 - 4*at
	w[Methods] += 1 - 4*max(at-0.45, 0)
	w[Results] += 0.6 - 3*max(0.4-at, 0) - 2*max(at-0.9, 0)
	w[Conclusions] += -3 + 8*max(at-0.5, 0)
	if i == n-1 && n > 2 {
		w[Conclusions] += 2
	}
}

// figures is what numbers in a sentence say for its telling a result.
func figures(sentence string) float64 {
	x := 0.0
	if strings.Contains(sentence, "±") || strings.Contains(sentence, "% CI") || strings.Contains(sentence, "%CI") {
		x += 2
	}
	for i := 0; i+1 < len(sentence) && x < 4; i++ {
		switch c := sentence[i]; {
		case c == '%' && i > 0 && sentence[i-1] >= '0' && sentence[i-1] <= '9':
			x++
		case (c == 'p' || c == 'P') && (i == 0 || !isLetter(sentence[i-1])) && compares(sentence[i+1:]):
			x += 2
		}
	}
	return x
}

// compares says whether the text begins with a sign that compares: "< 0.05".
func compares(s string) bool {
	s = strings.TrimLeft(s, " ")
	return s != "" && strings.IndexByte("<=>", s[0]) >= 0
}

func isLetter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }

// wordsOf is the words of a sentence in small letters, without other marks than hyphens.
func wordsOf(sentence string) []string {
	return strings.FieldsFunc(strings.ToLower(sentence), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-'
	})
}
