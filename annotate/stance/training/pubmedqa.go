package training

import (
	"slices"
	"strings"

	"claimlens/annotate"
	"claimlens/annotate/syntax"
)

type pubmedQuestion struct {
	Question string   `json:"QUESTION"`
	Contexts []string `json:"CONTEXTS"`
	Labels   []string `json:"LABELS"`
	Answer   string   `json:"LONG_ANSWER"`
	Decision string   `json:"final_decision"`
}

// pubmedqa reads PubMedQA: titles that ask, and what their abstracts answer. Yes supports what the question says, no
// disputes it, maybe does neither; and neither does what the abstract says before its results.
func pubmedqa(name string) ([]example, error) {
	var all []map[string]pubmedQuestion
	if err := eachLine(name, func(m map[string]pubmedQuestion) { all = append(all, m) }); err != nil {
		return nil, err
	}
	var out []example
	for _, m := range all {
		ids := make([]string, 0, len(m))
		for id := range m {
			ids = append(ids, id)
		}
		slices.Sort(ids)
		for _, id := range ids {
			out = append(out, m[id].examples("pubmedqa "+id)...)
		}
	}
	return out, nil
}

func (q pubmedQuestion) examples(paper string) []example {
	claim := statement(q.Question)
	if claim == "" {
		return nil
	}
	whole := example{set: "pubmedqa", paper: paper, gold: map[string]annotate.Stance{"yes": annotate.Supports, "no": annotate.Disputes}[q.Decision], weight: 1}
	whole.claim = claim
	var before []string
	add := func(text string) {
		for _, s := range syntax.Sentences(text) {
			whole.passages = append(whole.passages, text[s.Start:s.End])
		}
	}
	for i, c := range q.Contexts {
		add(c)
		label := ""
		if i < len(q.Labels) {
			label = q.Labels[i]
		}
		if !strings.Contains(label, "RESULT") && !strings.Contains(label, "CONCLUSION") && !strings.Contains(label, "FINDING") {
			before = append(before, c)
		}
	}
	first := len(whole.passages)
	add(q.Answer)
	whole.carry, whole.about = map[int]bool{}, map[int]bool{}
	for i := first; i < len(whole.passages); i++ {
		whole.about[i] = true
		whole.carry[i] = whole.gold != ""
	}
	if whole.gold == "" {
		whole.gold = annotate.Neutral
	}
	out := []example{whole}
	if whole.gold != annotate.Neutral {
		best := first + closest(claim, whole.passages[first:])
		out = append(out, example{set: "pubmedqa alone", paper: paper, claim: claim, gold: whole.gold, passages: whole.passages[best : best+1], carry: map[int]bool{0: true}, weight: aloneWeight})
	}
	if len(before) > 0 && len(before) < len(q.Contexts) {
		e := example{set: "pubmedqa", paper: paper, gold: annotate.Neutral, carry: map[int]bool{}, weight: 0.5}
		e.claim = claim
		for _, text := range before {
			for _, s := range syntax.Sentences(text) {
				e.passages = append(e.passages, text[s.Start:s.End])
			}
		}
		near := closest(claim, e.passages)
		out = append(out, e, example{set: "pubmedqa alone", paper: paper, claim: claim, gold: annotate.Neutral, passages: e.passages[near : near+1], carry: map[int]bool{}, weight: aloneWeight})
	}
	return out
}

// askers are the verbs that a question begins with which is answered by yes or no; those that the statement does without
// are false.
var askers = map[string]bool{
	"is": true, "are": true, "was": true, "were": true, "can": true, "could": true, "should": true, "will": true, "would": true, "may": true,
	"might": true, "must": true, "has": true, "have": true, "had": true, "do": false, "does": false, "did": false,
}

// statement turns a question into what it asks about as a sentence: "Does rest help?" into "rest help". The verb goes
// behind what the tree takes for the subject, which is often wrong for questions: the words are what counts. A question of
// another form gives "".
func statement(question string) string {
	if before, after, ok := strings.Cut(question, ":"); ok {
		first, _, _ := strings.Cut(strings.TrimSpace(after), " ")
		if _, asks := askers[strings.ToLower(first)]; asks {
			question = after
		} else {
			question = before
		}
	}
	question = strings.TrimRight(strings.TrimSpace(question), "?. ")
	first, rest, _ := strings.Cut(question, " ")
	keep, asks := askers[strings.ToLower(first)]
	if !asks || rest == "" {
		return ""
	}
	if !keep {
		return rest
	}
	words := syntax.Parse(question)
	end := subjectEnd(words)
	if end <= words[0].End {
		return rest
	}
	return strings.TrimSpace(question[words[0].End:end]) + " " + strings.ToLower(first) + question[end:]
}

// subjectEnd is where the subject of the sentence ends, 0 where it has none.
func subjectEnd(words []syntax.Word) int {
	for i, w := range words {
		if !strings.HasPrefix(w.Rel, "nsubj") || i == 0 {
			continue
		}
		end := w.End
		for j := i + 1; j < len(words) && hangsOn(words, j, i); j++ {
			end = words[j].End
		}
		return end
	}
	return 0
}

func hangsOn(words []syntax.Word, j, i int) bool {
	for n := 0; j >= 0 && n < len(words); n++ {
		if j == i {
			return true
		}
		j = words[j].Head
	}
	return false
}
