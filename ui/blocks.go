package ui

import (
	"slices"
	"strings"

	"github.com/google/uuid"

	"claimlens/annotate"
)

// group is one block of an article, or the blocks that make one list, one quotation or one table.
type group struct {
	Kind    annotate.BlockKind
	Blocks  []block
	Columns int // of a table
}

// block is a block of an article as its page shows it, with the cards of the claims that are first made in it.
type block struct {
	Kind     annotate.BlockKind
	Level    int // of a heading on this page, from 2; of a list item its depth, from 1
	Segments []segment
	Cells    []cell // of a table's row, which the segments are then cut into
	Cards    []*card
}

// grouped are the kinds of block of which neighbours belong together.
var grouped = []annotate.BlockKind{annotate.ListItem, annotate.Quote, annotate.TableRow, annotate.Code}

// groups lays an article out: its blocks in order, cut at the claims, with their cards.
func groups(a annotate.Article, mentions []annotate.MentionRow, cards []*card) []group {
	text := annotate.NewText(a.Text)
	blocks := blocksOf(a, text)
	if titled(text, blocks, a.Title, mentions) {
		blocks = blocks[1:]
	}
	levels := headingLevels(blocks)
	cardAt := make(map[uuid.UUID]*card, len(cards)) // by the mention at which the claim is first made
	for _, x := range cards {
		cardAt[x.Mention.ID] = x
	}
	var out []group
	for i, b := range blocks {
		var here []annotate.MentionRow
		here, mentions = within(mentions, b)
		x := block{Kind: b.Kind, Level: b.Level, Segments: segments(text, b.Start, b.End, here)}
		if b.Kind == annotate.Heading {
			x.Level = levels[i]
		}
		if b.Kind == annotate.TableRow {
			x.Cells = cells(text, b, here)
		}
		for _, m := range here {
			if at := cardAt[m.Mention.ID]; at != nil {
				x.Cards = append(x.Cards, at)
			}
		}
		if n := len(out); n > 0 && out[n-1].Kind == b.Kind && slices.Contains(grouped, b.Kind) {
			out[n-1].Blocks = append(out[n-1].Blocks, x)
			continue
		}
		out = append(out, group{Kind: b.Kind, Blocks: []block{x}})
	}
	for i := range out {
		if out[i].Kind == annotate.TableRow {
			out[i].align()
		}
	}
	return out
}

// blocksOf are the article's blocks; a text without any is one paragraph.
func blocksOf(a annotate.Article, text *annotate.Text) []annotate.Block {
	if len(a.Blocks) == 0 && text.Len() > 0 {
		return []annotate.Block{{Kind: annotate.Paragraph, End: text.Len()}}
	}
	return a.Blocks
}

// within parts the mentions, which come in the order of the text, at the end of a block.
func within(mentions []annotate.MentionRow, b annotate.Block) (here, rest []annotate.MentionRow) {
	n := 0
	for n < len(mentions) && mentions[n].Mention.Anchor.Start < b.End {
		if a := mentions[n].Mention.Anchor; a.Start >= b.Start && a.End <= b.End {
			here = append(here, mentions[n])
		}
		n++
	}
	return here, mentions[n:]
}

// headingLevels are the levels of an article's headings on the page, where the title is the first: none is left out on
// the way down, whatever the levels of the article itself.
func headingLevels(blocks []annotate.Block) []int {
	levels := make([]int, len(blocks))
	var above []int
	for i, b := range blocks {
		if b.Kind != annotate.Heading {
			continue
		}
		for len(above) > 0 && above[len(above)-1] >= b.Level {
			above = above[:len(above)-1]
		}
		above = append(above, b.Level)
		levels[i] = min(len(above)+1, 6)
	}
	return levels
}

// titled says whether the text begins with the article's title, as a heading in which nothing is claimed: the page has
// said it already.
func titled(text *annotate.Text, blocks []annotate.Block, title string, mentions []annotate.MentionRow) bool {
	if len(blocks) == 0 || blocks[0].Kind != annotate.Heading || len(mentions) > 0 && mentions[0].Mention.Anchor.Start < blocks[0].End {
		return false
	}
	s, _ := text.Slice(blocks[0].Start, blocks[0].End)
	return strings.EqualFold(strings.Join(strings.Fields(s), " "), strings.Join(strings.Fields(title), " "))
}
