package ui

import (
	"strings"
	"unicode/utf8"

	"claimlens/annotate"
)

// betweenCells is what stands between two cells in the text of a table's row.
const betweenCells = " | "

// cell is a cell of a table's row.
type cell struct {
	Segments []segment
	Span     int // columns that it takes
}

// cells cuts the row of a table at its cells. A row in which a claim reaches over more than one cell is not cut.
func cells(t *annotate.Text, row annotate.Block, mentions []annotate.MentionRow) []cell {
	text, _ := t.Slice(row.Start, row.End)
	var out []cell
	rest, start := mentions, row.Start
	whole := 0
	for part := range strings.SplitSeq(text, betweenCells) {
		end := start + utf8.RuneCountInString(part)
		var here []annotate.MentionRow
		here, rest = within(rest, annotate.Block{Start: start, End: end})
		whole += len(here)
		out = append(out, cell{Segments: segments(t, start, end, here), Span: 1})
		start = end + len(betweenCells)
	}
	if whole < len(mentions) {
		return nil
	}
	return out
}

// align makes the rows of a table stand in columns: as many as most of its rows have cells. A row with another number
// stays one line across all of them, since the text does not say which of its cells is missing, and a figure must not
// come to stand under another one's heading.
func (g *group) align() {
	rows := map[int]int{} // how many have so many cells
	for _, b := range g.Blocks {
		rows[len(b.Cells)]++
	}
	columns := 1
	for n, count := range rows {
		if n > 0 && (count > rows[columns] || count == rows[columns] && n > columns) {
			columns = n
		}
	}
	g.Columns = columns
	for i := range g.Blocks {
		if b := &g.Blocks[i]; len(b.Cells) != columns {
			b.Cells = []cell{{Segments: b.Segments, Span: columns}}
		}
	}
}
