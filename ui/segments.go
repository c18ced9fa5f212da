package ui

import (
	"cmp"
	"slices"
	"strings"

	"github.com/google/uuid"

	"claimlens/annotate"
)

// segment is a stretch of a block's text over which the same claims are made. Claims that overlap or lie in one another
// cut the text where any of them begins or ends, so that marks never have to cross.
type segment struct {
	Text   string
	Claim  uuid.UUID // the claim that the mark leads to: of those made here the one with the shortest quote; zero for none
	Claims string    // all claims made here, for the module that lights them up
	At     int       // where the segment begins, which names the mark: each mention begins at one
	Sign   sign
	Title  string
	Ends   bool // the claim's quote ends here, which is where its glyph stands
	Link   bool // the mark can be followed; a mark of a letter or two is no target for anybody's finger
	Stop   bool // it is the keyboard's one stop for its mention: the longest of its segments
}

// minLink is the shortest segment, in code points, that is a link although another segment of its mention is longer.
const minLink = 8

// segments cuts the code points start to end of an article's text. The mentions are those that lie in it.
func segments(t *annotate.Text, start, end int, mentions []annotate.MentionRow) []segment {
	cuts := []int{start, end}
	for _, m := range mentions {
		cuts = append(cuts, m.Mention.Anchor.Start, m.Mention.Anchor.End)
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var out []segment
	longest := map[*annotate.MentionRow]int{} // index into out
	for i, from := range cuts[:len(cuts)-1] {
		text, ok := t.Slice(from, cuts[i+1])
		if !ok {
			continue
		}
		here := covering(mentions, from, cuts[i+1])
		s := segment{Text: text, At: from}
		if len(here) > 0 {
			s.mark(here, cuts[i+1])
			s.Link = cuts[i+1]-from >= minLink
			if best, ok := longest[here[0]]; !ok || len(s.Text) > len(out[best].Text) {
				longest[here[0]] = len(out)
			}
		}
		out = append(out, s)
	}
	for _, i := range longest {
		out[i].Link, out[i].Stop = true, true
	}
	return out
}

// covering are the mentions that hold the whole stretch, the shortest quote first.
func covering(mentions []annotate.MentionRow, from, to int) []*annotate.MentionRow {
	var here []*annotate.MentionRow
	for i := range mentions {
		if a := mentions[i].Mention.Anchor; a.Start <= from && to <= a.End {
			here = append(here, &mentions[i])
		}
	}
	slices.SortStableFunc(here, func(a, b *annotate.MentionRow) int {
		return cmp.Compare(a.Mention.Anchor.End-a.Mention.Anchor.Start, b.Mention.Anchor.End-b.Mention.Anchor.Start)
	})
	return here
}

func (s *segment) mark(here []*annotate.MentionRow, to int) {
	first := here[0]
	s.Claim = first.Claim.ID
	s.Sign = standingSign(first.Standing)
	s.Title = s.Sign.Word + ": " + first.Claim.Text
	s.Ends = first.Mention.Anchor.End == to
	ids := make([]string, len(here))
	for i, m := range here {
		ids[i] = m.Claim.ID.String()
	}
	s.Claims = strings.Join(ids, " ")
}
