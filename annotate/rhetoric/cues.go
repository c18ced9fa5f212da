package rhetoric

import (
	"strings"
	"unicode"
)

// A cue is what words say for a role.
type cue struct {
	role    Role
	weight  float64
	phrases []string // in small letters; those that end in "*" match the beginning of a word
}

// cues are set by hand, so that one which is rarely wrong, such as "in conclusion", decides alone and two common ones decide
// together.
var cues = []cue{
	{Background, 2, list(`
		little is known, is unknown, are unknown, remains unclear, remain unclear, is unclear, are unclear, poorly understood,
		not well understood, controversial, remains unknown, not been studied, not been established, has not been,
		have not been, remains to be, is limited, are limited, is lacking, are lacking, lack of evidence, there is no, there is little,
		previous studies, previous research, previous work, earlier studies, recent studies, prior studies, studies have, has been shown,
		have been shown, has been reported, have been reported, has been suggested, have been suggested, has been proposed,
		has been used, have been used, has been associated, have been associated, it is known, is known to, are known to, well known,
		is believed, is thought, are thought, is said, major cause, leading cause, common cause, worldwide, major public health`)},
	{Background, 1, list(`
		is a, are a, is an, is one of, is often, are often, is common, are common, is widely, are widely, commonly, is the most, is used, are used,
		is recommended, are recommended, recent*, previously, currently, increasingly, traditionally, has become, have become, is associated with,
		are associated with, is characterized, burden, few studies, concern, concerns, debate, challenge, important, play*, prevalent,
		however, although, plays, can be, can, may be, is important, remains, remain, have, has`)},
	{Objective, 4, list(`
		aim, aims, aimed, objective, objectives, purpose, goal, we sought, sought to, we asked, we hypothesi*, we tested whether, hypothesi*,
		the present study was designed, was designed to, were designed to, was undertaken to, were undertaken to, was conducted to, was performed to,
		this study evaluat*, this study investigat*, this study examin*, this study assess*, this study compar*, this study explor*,
		this trial evaluat*, this trial compar*, we investigated whether, we examined whether, we assessed whether, we evaluated whether,
		here we, this article, this paper, this review, intended to`)},
	{Objective, 2, list(`
		to determine, to investigate, to evaluate, to assess, to examine, to compare, to explore, to test, to identify, to describe, to find out,
		whether, we investigated, we examined, we evaluated, we compared, is to, was to, were to`)},
	{Methods, 2.2, list(`
		were randomi*, was randomi*, randomly assigned, randomly allocated, randomly divided, were recruited, was recruited, were enrolled, was conducted,
		was carried out, were carried out, was performed, were performed, were measured, was measured, were collected, was collected, was assessed,
		were assessed, were evaluated, was evaluated, were analy*, was analy*, were obtained, was obtained, we searched, we used, we conducted, we performed,
		we measured, we recruited, we enrolled, we collected, we analy*, we included, we randomi*, were included, were invited, were asked, were interviewed,
		received either, to receive, were treated with, were divided, were assigned, was defined, were defined, were reviewed, was reviewed, were identified from,
		were given, were followed, were selected, was administered, were administered, was used to, were used to, was calculated, were calculated,
		primary outcome, primary outcomes, primary endpoint, main outcome, outcome measure*, outcomes were, outcome was, end point was, endpoints were`)},
	{Methods, 1.2, list(`
		retrospective*, prospective*, double-blind, placebo-controlled, single-blind, open-label, cross-over, crossover, crossectional, cross-sectional, cohort,
		questionnaire*, interview*, regression, using, database*, medical records, data from, eligib*, inclusion, consecutive, randomi*, blind*,
		hospital, university, between january, mg, weeks, allocat*, intention-to-treat, intention to treat, follow-up, immunohistochem*, pcr, included, underwent,
		baseline, scale, measured by, samples, months, volunteers, aged, years`)},
	{Results, 2.2, list(`
		we found, no significant, not significant*, significant*, showed, revealed, was higher, were higher, was lower, were lower, was associated with,
		were associated with, no difference, no differences, did not differ, did not, there was, there were, compared with, increased, decreased, reduced, improved, odds ratio,
		hazard ratio, risk ratio, relative risk, correlated, the mean, the median, respectively, more likely, less likely,
		was observed, were observed, was found, were found, was seen, were seen, was detected, were detected, completed, occurred, died, had`)},
	{Results, 1, list(`higher, lower, greater, fewer, versus, vs, than, responded, similar, average, rate, ratio, ci, both groups`)},
	{Conclusions, 5, list(`
		we conclude, in conclusion, conclude, conclusion, conclusions, in summary, to conclude, overall these, taken together`)},
	{Conclusions, 2.8, list(`
		suggest, suggests, suggesting, these results, these findings, these data, our results, our findings, our data, our study, the results indicate, indicate that,
		indicates that, results of this study, this study shows, this study demonstrates, this study provides, this study confirms, the findings, the present findings,
		further studies, further research, further investigation, future research, future studies, are needed, is needed, is warranted, are warranted,
		is required, are required, should be, should, implications, recommend*, support the, supports the, highlight*, demonstrate that, demonstrates that`)},
	{Conclusions, 1.2, list(`
		may, might, could, can, appears, appear, seems, effective, safe, thus, therefore, is a, is an, are, is, potential, useful, promising, does not,
		do not, need, evidence, well tolerated, feasible, leads to, improves, reduces, increases`)},
}

func list(s string) []string {
	var out []string
	for _, p := range strings.Split(s, ",") {
		p = " " + strings.Join(strings.Fields(p), " ")
		if strings.HasSuffix(p, "*") {
			out = append(out, strings.TrimSuffix(p, "*"))
		} else {
			out = append(out, p+" ")
		}
	}
	return out
}

// opening is what a sentence weighs more for a role when it begins with these words.
var opening = []struct {
	role   Role
	weight float64
	words  []string
}{
	{Objective, 4, list("to")},
	{Conclusions, 1, list("thus, therefore, overall, collectively, these, our")},
	{Background, 0.7, list("despite, however, although")},
}

// maxWeighed is how much of a sentence is looked at, in bytes. Longer ones are lists that lost their full stops.
const maxWeighed = 2000

// weigh says how much speaks for each role of the sentence, the i-th of n.
func weigh(sentence string, i, n int) [roles]float64 {
	var w [roles]float64
	t := spaced(sentence[:min(len(sentence), maxWeighed)])
	for _, c := range cues {
		hits := 0
		for _, p := range c.phrases {
			if strings.Contains(t, p) {
				if hits++; hits == 2 {
					break
				}
			}
		}
		w[c.role] += c.weight * (float64(hits) - 0.3*float64(max(0, hits-1))*float64(hits-1))
	}
	for _, o := range opening {
		for _, p := range o.words {
			if strings.HasPrefix(t, p) {
				w[o.role] += o.weight
			}
		}
	}
	w[Results] += figures(sentence)
	if passive(t) {
		w[Methods] += 1
	}
	standing(&w, i, n)
	return w
}

// seen are the participles with which results are told in the passive, too.
var seen = map[string]bool{
	"observed": true, "found": true, "seen": true, "detected": true, "associated": true, "increased": true, "decreased": true, "reduced": true,
	"improved": true, "noted": true, "correlated": true, "shown": true, "achieved": true, "affected": true, "identified": true, "reported": true,
	"diagnosed": true,
}

// passive says whether the sentence tells what was done to something: "were then dissected".
func passive(t string) bool {
	words := strings.Fields(t)
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

// spaced is the sentence in small letters with one space before, after and between its words and without other marks than
// hyphens.
func spaced(sentence string) string {
	var b strings.Builder
	b.Grow(len(sentence) + 2)
	gap := true
	for _, r := range sentence {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-' {
			if gap {
				b.WriteByte(' ')
			}
			b.WriteRune(unicode.ToLower(r))
			gap = false
		} else {
			gap = true
		}
	}
	b.WriteByte(' ')
	return b.String()
}
