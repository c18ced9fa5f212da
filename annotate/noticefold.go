package annotate

import (
	"slices"
	"strings"
)

// Worst is the gravest of what is said about the paper and not taken back, by its record and by others, and how grave it
// is. Of several that are equally grave it is the newest. Nothing is Unremarked.
func (c Citation) Worst() (Notice, Severity) {
	return worst(c.Said())
}

// Retracted says whether the paper was retracted or withdrawn, and by which notice as far as it is known. An erratum, a
// correction, a retraction of a part or a notice about some other paper is no retraction, and one that was taken back is
// none either.
func (c Citation) Retracted() (Notice, bool) {
	n, s := c.Worst()
	if s < Withdrawn {
		return Notice{}, false
	}
	return n, true
}

// Concern says whether the paper is under an expression of concern, retracted or not.
func (c Citation) Concern() (Notice, bool) {
	said := c.Said()
	for _, n := range said {
		if n.Severity() == UnderConcern && !lifted(n, said) {
			return n, true
		}
	}
	return Notice{}, false
}

// Said is all that the paper's record and others say of it, each event once, whoever tells of it: what stands, the gravest
// first and then the newest; what was taken back; and last what it says of other papers.
func (c Citation) Said() []Notice {
	if len(c.Notices)+len(c.Heard) == 0 && !c.typedRetracted() {
		return nil
	}
	said := merge(c)
	if n := (Notice{Kind: "RetractionIn"}); c.typedRetracted() && !lifted(n, said) && !slices.ContainsFunc(said, Notice.retracts) {
		said = append(said, n) // the record names no notice
	}
	rank := make(map[Notice]Severity, len(said))
	for _, n := range said {
		rank[n] = n.Severity()
		if lifted(n, said) {
			rank[n] = Commented
		}
	}
	slices.SortStableFunc(said, func(a, b Notice) int {
		if rank[a] != rank[b] {
			return int(rank[b] - rank[a])
		}
		return strings.Compare(b.when(), a.when())
	})
	return said
}

// Since is what is said of the paper now that was not said before, however many tell of it, in the order of Said. What
// became graver by being told otherwise, such as a withdrawal that turns out a retraction, is new.
func (c Citation) Since(before Citation) []Notice {
	known := before.Said()
	var news []Notice
	for _, n := range c.Said() {
		if !slices.ContainsFunc(known, func(x Notice) bool { return x.sameEvent(n) && x.Severity() >= n.Severity() }) {
			news = append(news, n)
		}
	}
	return news
}

func worst(said []Notice) (n Notice, s Severity) {
	for _, x := range said {
		if x.Severity() > s && !lifted(x, said) {
			n, s = x, x.Severity()
		}
	}
	return n, s
}

// typedRetracted says whether the record is headed Retracted Publication; a notice is headed Retraction of Publication.
func (c Citation) typedRetracted() bool {
	return slices.ContainsFunc(c.Types, func(t Term) bool { return t.UI == "D016441" || t.Name == "Retracted Publication" })
}

func (n Notice) retracts() bool { return n.Severity() >= Withdrawn }

// lifted says whether a later notice among said takes n back. Where one of them has no date it is taken to be in order, for
// only what was said can be taken back.
func lifted(n Notice, said []Notice) bool {
	s := n.Severity()
	if n.Kind != "RetractedandRepublishedIn" && !s.Weightless() {
		return false
	}
	return slices.ContainsFunc(said, func(x Notice) bool {
		takesBack := x.Kind == ReinstatedIn || x.Kind == ConcernLiftedIn && s == UnderConcern
		return takesBack && !before(x.when(), n.when())
	})
}
