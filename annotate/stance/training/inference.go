package training

import (
	"strings"

	"claimlens/annotate"
)

type trial struct {
	PMCID   string
	Prompts []struct {
		Outcome, Intervention, Comparator string
		Annotations                       []struct {
			Code  int    `json:"label_code"`
			Label bool   `json:"valid_label"`
			Quote string `json:"quote"`
		}
	}
}

// inference reads Evidence Inference: what a trial found of an outcome, with the sentences that say so. Each finding is put
// as a claim in the direction found, in the other one and in none; and as a claim beside what the trial says of another
// outcome, which is neither for nor against it.
func inference(name string) ([]example, error) {
	var out []example
	n := 0
	err := eachLine(name, func(t trial) {
		other := ""
		for _, p := range t.Prompts {
			if len(p.Annotations) == 0 || !p.Annotations[0].Label || p.Annotations[0].Quote == "" || len(p.Outcome) > 120 || len(p.Intervention) > 120 {
				continue
			}
			a := p.Annotations[0]
			for _, way := range []int{a.Code, (a.Code+2+n%2)%3 - 1} { // what was found, and one of the other two in turn
				e := example{set: "inference", paper: "inference " + t.PMCID, gold: annotate.Disputes, carry: map[int]bool{0: true}, weight: inferenceWeight}
				if way == a.Code {
					e.gold = annotate.Supports
				}
				e.claim, e.passages = finding(n, way, p.Intervention, p.Comparator, p.Outcome), []string{a.Quote}
				out = append(out, e)
				if (way == a.Code) == (n%2 == 0) && other != "" && other != a.Quote {
					e.gold, e.carry = annotate.Neutral, map[int]bool{}
					e.passages = []string{other}
					out = append(out, e)
				}
			}
			other = a.Quote
			n++
		}
	})
	return out, err
}

// inferenceWeight is how much an example of Evidence Inference counts: there are many, and their claims are made by rule.
const inferenceWeight = 0.3

// findings are the ways to say that an intervention I, against a comparator C, makes more (or less, or no other) of an
// outcome O.
var findings = map[int][]string{
	1: {"I increases O compared with C", "O is higher with I than with C", "I leads to higher O", "I raises O", "O is greater in patients given I",
		"I significantly increased O versus C", "I improves O", "I is associated with increased O", "I may increase O", "people who are given I have more O"},
	-1: {"I decreases O compared with C", "O is lower with I than with C", "I leads to lower O", "I reduces O", "O is smaller in patients given I",
		"I significantly reduced O versus C", "I lowers O", "I is associated with decreased O", "I can reduce O", "people who are given I have less O"},
	0: {"I does not affect O compared with C", "O does not differ between I and C", "I has no effect on O", "O is similar with I and with C", "there is no difference in O between I and C",
		"I and C have a similar effect on O", "I makes no difference to O", "I is not associated with O", "I does not help with O", "O is the same with or without I"},
}

func finding(n, way int, intervention, comparator, outcome string) string {
	ways := findings[way]
	words := strings.Fields(ways[n%len(ways)])
	for i, w := range words {
		switch w {
		case "I":
			words[i] = strings.TrimSpace(intervention)
		case "C":
			words[i] = strings.TrimSpace(comparator)
		case "O":
			words[i] = strings.TrimSpace(outcome)
		}
	}
	return strings.Join(words, " ")
}
