package llm

import (
	"cmp"
	"slices"
	"strings"

	"claimlens/annotate"
)

// merged puts the claims of an article in the order of its text, each once: of two that say the same, or almost the same, of
// overlapping quotes the first stays. It says how many were left out.
func merged(drafts []annotate.Draft) ([]annotate.Draft, int) {
	slices.SortStableFunc(drafts, func(a, b annotate.Draft) int {
		return cmp.Or(cmp.Compare(a.Anchor.Start, b.Anchor.Start), cmp.Compare(a.Anchor.End, b.Anchor.End))
	})
	out := make([]annotate.Draft, 0, len(drafts))
	for _, d := range drafts {
		if !repeats(out, d) {
			out = append(out, d)
		}
	}
	return out, len(drafts) - len(out)
}

// maxBack is how many claims before one are compared with it. More don't overlap in honest answers.
const maxBack = 50

func repeats(before []annotate.Draft, d annotate.Draft) bool {
	for i := len(before) - 1; i >= max(0, len(before)-maxBack); i-- {
		b := before[i]
		common := min(b.Anchor.End, d.Anchor.End) - max(b.Anchor.Start, d.Anchor.Start)
		if common <= 0 {
			continue
		}
		if annotate.ClaimID(b.Text) == annotate.ClaimID(d.Text) {
			return true
		}
		// Negation and numbers are short and decide: claims that differ in them are two.
		if alike(b.Text, d.Text) && b.Polarity == d.Polarity && sameNumbers(b.Text, d.Text) {
			return true
		}
	}
	return false
}

func sameNumbers(a, b string) bool {
	return strings.Join(number.FindAllString(a, -1), " ") == strings.Join(number.FindAllString(b, -1), " ")
}
