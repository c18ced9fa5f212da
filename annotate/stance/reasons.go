package stance

import (
	"fmt"

	"claimlens/annotate"
	"claimlens/annotate/stance/internal/compare"
	"claimlens/annotate/stance/internal/model"
	"claimlens/annotate/stance/internal/reading"
)

// mostReasons is how many reasons are given.
const mostReasons = 4

// reasons says in words what in the claim and in the passage that carries the answer led to it.
func reasons(j model.Judged, a Answer) []string {
	u := unitOf(j, a)
	var out []string
	if words := common(u.Alignment); words != "" {
		out = append(out, "both speak of "+words)
	}
	claim, passage := way(*u.Claim), way(*u.Sentence)
	null := nullWord(u.Sentence)
	switch {
	case null != "" && nullWord(u.Claim) == "":
		out = append(out, fmt.Sprintf("the passage reports no difference or denies it: “%s”", null))
	case null != "":
		out = append(out, fmt.Sprintf("both deny it: “%s” and “%s”", nullWord(u.Claim), null))
	case nullWord(u.Claim) != "":
		out = append(out, fmt.Sprintf("the claim denies what the passage does not: “%s”", nullWord(u.Claim)))
	}
	switch {
	case claim.word == "" || passage.word == "":
	case claim.sign == passage.sign && a.Stance == annotate.Supports:
		out = append(out, fmt.Sprintf("same direction: “%s” and “%s”", claim.word, passage.word))
	case claim.sign != passage.sign && a.Stance == annotate.Disputes:
		out = append(out, fmt.Sprintf("opposite direction: “%s” against “%s”", claim.word, passage.word))
	}
	if w := first(u.Sentence, reading.Doubt|reading.Unclear); w != "" {
		out = append(out, fmt.Sprintf("the passage says it with reserve: “%s”", w))
	}
	if len(out) == 0 {
		out = []string{"its wording is close to the claim's"}
	}
	return out[:min(len(out), mostReasons)]
}

// unitOf is the unit of the passage that carries an answer most.
func unitOf(j model.Judged, a Answer) compare.Unit {
	class := 0
	if a.Stance == annotate.Disputes {
		class = 1
	}
	best := -1
	for i, u := range j.Units {
		if u.Passage == a.Passages[0] && (best < 0 || j.Shares[i][class] > j.Shares[best][class]) {
			best = i
		}
	}
	return j.Units[best]
}

// neutralReasons says why nothing speaks for or against the claim.
func neutralReasons(j model.Judged) []string {
	if len(j.Units) == 0 || j.Units[0].Covered == 0 {
		return []string{"nothing in it speaks of what the claim speaks of"}
	}
	u := j.Units[0]
	missing, weight := "", float32(0)
	for i, w := range u.Claim.Words {
		if u.To[i] < 0 && w.Weight > weight {
			missing, weight = w.Form, w.Weight
		}
	}
	if missing != "" {
		return []string{fmt.Sprintf("what comes nearest does not speak of “%s”", annotate.Shorten(missing, 60))}
	}
	return []string{"it speaks of the same things without saying whether the claim holds"}
}

// common are the weightiest words that both have, in words.
func common(a compare.Alignment) string {
	var best, second string
	var most, next float32
	for i, w := range a.Claim.Words {
		if a.To[i] < 0 || w.Sense&(reading.Up|reading.Down) != 0 {
			continue
		}
		switch {
		case w.Weight > most:
			second, next = best, most
			best, most = w.Form, w.Weight
		case w.Weight > next:
			second, next = w.Form, w.Weight
		}
	}
	switch {
	case best == "":
		return ""
	case second == "":
		return fmt.Sprintf("“%s”", annotate.Shorten(best, 60))
	}
	return fmt.Sprintf("“%s” and “%s”", annotate.Shorten(best, 60), annotate.Shorten(second, 60))
}

// towards is a direction and the word that says it.
type towards struct {
	sign int8
	word string
}

// way is the first direction that a text gives.
func way(t reading.Text) towards {
	for _, w := range t.Words {
		if sign := w.Sense.Sign(); sign != 0 {
			return towards{sign, w.Form}
		}
	}
	return towards{}
}

// nullWord is the word by which a text denies, or says that there is no difference.
func nullWord(t *reading.Text) string { return first(t, reading.Denial|reading.Same) }

func first(t *reading.Text, s reading.Sense) string {
	for _, w := range t.Words {
		if w.Sense&s != 0 {
			return w.Form
		}
	}
	return ""
}
