package finding

import (
	"cmp"
	"slices"
	"strings"

	"claimlens/annotate"
	"claimlens/annotate/study"
)

// How many papers are measured for so many candidates: four times as many, within these bounds. What is found far down
// seldom rises to the top.
const (
	leastDepth = 60
	usualDepth = 200
)

func depth(top int) int { return max(top, min(usualDepth, max(leastDepth, 4*top))) }

// alike is by how much relevance may differ and say nothing: the odds of being the paper looked for are then within a
// tenth of each other. Within a band of papers that are alike, no more than mostAlike, other things decide.
const (
	alike     = 0.1
	mostAlike = 5
)

// order puts papers in the order in which they are offered, and reads the studies of those that may be among the top.
func order(all []ranked, top int) []ranked {
	slices.SortStableFunc(all, func(a, b ranked) int {
		return cmp.Or(cmp.Compare(opinion(a.hit.Citation), opinion(b.hit.Citation)), cmp.Compare(b.score, a.score))
	})
	near := all[:min(len(all), top+mostAlike-1)]
	atOnce(func(from, step int) {
		for i := from; i < len(near); i += step {
			near[i].study = study.Of(near[i].hit.Citation)
		}
	})
	for from := 0; from < len(near); {
		to := from + 1
		for to < len(near) && to-from < mostAlike && near[from].score-near[to].score < alike && opinion(near[to].hit.Citation) == opinion(near[from].hit.Citation) {
			to++
		}
		slices.SortStableFunc(near[from:to], better)
		from = to
	}
	return all
}

// better orders papers that are alike in relevance.
func better(a, b ranked) int {
	return cmp.Or(
		cmp.Compare(weightless(a.hit.Citation), weightless(b.hit.Citation)),
		cmp.Compare(a.study.Design.Rank(), b.study.Design.Rank()),
		cmp.Compare(b.hit.Citation.Year, a.hit.Citation.Year),
		cmp.Compare(b.score, a.score),
	)
}

// weightless is 1 for a paper that was retracted or withdrawn, or is under concern, by whoever says so.
func weightless(c annotate.Citation) int {
	_, s := c.Worst()
	return one(s.Weightless())
}

// typed says whether a paper is of one of the publication types, by identifier or name.
func typed(c annotate.Citation, types map[string]string) bool {
	return slices.ContainsFunc(c.Types, func(t annotate.Term) bool {
		for ui, name := range types {
			if t.UI == ui || strings.EqualFold(name, t.Name) {
				return true
			}
		}
		return false
	})
}

// The publication types of notices, and of what gives an opinion.
var (
	noticeTypes  = map[string]string{"D016440": "Retraction of Publication", "D016425": "Published Erratum", "D000075742": "Expression of Concern"}
	opinionTypes = map[string]string{"D016420": "Comment", "D016421": "Editorial", "D016433": "News", "D016422": "Letter"}
)

// notice says whether a record is a notice about another paper, which it alone is about: it has no findings of its own.
func notice(c annotate.Citation) bool {
	if typed(c, noticeTypes) {
		return true
	}
	return len(c.Abstract) == 0 && slices.ContainsFunc(c.Notices, func(n annotate.Notice) bool {
		switch n.Kind {
		case "RetractionOf", "PartialRetractionOf", "WithdrawalOf", "ExpressionOfConcernFor", "ErratumFor":
			return true
		}
		return false
	})
}

// opinion is 1 for what comments, without an abstract in which results could stand.
func opinion(c annotate.Citation) int {
	return one(len(c.Abstract) == 0 && typed(c, opinionTypes))
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
