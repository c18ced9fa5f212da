package ui

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"claimlens/annotate"
)

func mention(text string, start, end int) annotate.MentionRow {
	quote := string([]rune(text)[start:end])
	c := annotate.Claim{ID: annotate.ClaimID(quote), Text: quote}
	return annotate.MentionRow{
		Mention:  annotate.Mention{ID: annotate.MentionID(c.ID, 1, c.ID, start, end), Claim: c.ID, Anchor: annotate.Anchor{Exact: quote, Start: start, End: end}},
		ClaimRow: annotate.ClaimRow{Claim: c},
	}
}

func TestSegments(t *testing.T) {
	const text = "Dialysis works, and it works well."
	for _, tt := range []struct {
		name     string
		mentions [][2]int
		want     string // segments between bars, the marked ones with the number of their claims, the keyboard's stops with !
	}{
		{"none", nil, "Dialysis works, and it works well."},
		{"one", [][2]int{{0, 14}}, "1!Dialysis works|, and it works well."},
		{"one in another", [][2]int{{0, 33}, {20, 28}}, "1!Dialysis works, and |2!it works|1 well|."},
		{"two that overlap", [][2]int{{0, 22}, {20, 33}}, "1!Dialysis works, and |2it|1! works well|."},
		{"one at another’s end", [][2]int{{0, 14}, {14, 34}}, "1!Dialysis works|1!, and it works well."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var rows []annotate.MentionRow
			for _, m := range tt.mentions {
				rows = append(rows, mention(text, m[0], m[1]))
			}
			var parts []string
			for _, s := range segments(annotate.NewText(text), 0, len(text), rows) {
				mark := ""
				if s.Claims != "" {
					mark = string(rune('0' + len(strings.Fields(s.Claims))))
				}
				if s.Stop {
					mark += "!"
				}
				parts = append(parts, mark+s.Text)
			}
			if got := strings.Join(parts, "|"); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

// Whatever lies over and in one another: the segments are the text, each says which claims are made there, a mark begins
// where each mention begins, and each claim that is anywhere the shortest has one stop.
func TestSegmentsAnything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.RuneFrom([]rune("aé 日👩.")), 1, 40, -1).Draw(t, "text")
		length := len([]rune(text))
		var rows []annotate.MentionRow
		for range rapid.IntRange(0, 6).Draw(t, "mentions") {
			start := rapid.IntRange(0, length-1).Draw(t, "start")
			rows = append(rows, mention(text, start, rapid.IntRange(start+1, length).Draw(t, "end")))
		}
		var joined strings.Builder
		at, begins := 0, []int{}
		for _, s := range segments(annotate.NewText(text), 0, length, rows) {
			if s.At != at {
				t.Fatalf("a segment begins at %d, want %d", s.At, at)
			}
			begins = append(begins, s.At)
			joined.WriteString(s.Text)
			end := at + len([]rune(s.Text))
			for _, m := range rows {
				a := m.Mention.Anchor
				covers := a.Start <= at && end <= a.End
				if covers != strings.Contains(s.Claims, m.Claim.ID.String()) && covers {
					t.Fatalf("%q at %d does not say that %q is claimed there", s.Text, at, a.Exact)
				}
			}
			if s.Stop && !s.Link {
				t.Fatalf("%q at %d is a stop and no link", s.Text, at)
			}
			at = end
		}
		if joined.String() != text {
			t.Fatalf("got %q, want %q", joined.String(), text)
		}
		for _, m := range rows {
			if !slices.Contains(begins, m.Mention.Anchor.Start) {
				t.Fatalf("no mark begins at %d", m.Mention.Anchor.Start)
			}
		}
	})
}

func TestHeadingLevels(t *testing.T) {
	for _, tt := range []struct{ levels, want []int }{
		{[]int{1, 2, 3, 2, 1}, []int{2, 3, 4, 3, 2}},
		{[]int{2, 4, 4, 2, 6}, []int{2, 3, 3, 2, 3}},
		{[]int{4, 2, 1}, []int{2, 2, 2}},
		{[]int{1, 2, 3, 4, 5, 6}, []int{2, 3, 4, 5, 6, 6}},
	} {
		var blocks []annotate.Block
		for _, l := range tt.levels {
			blocks = append(blocks, annotate.Block{Kind: annotate.Heading, Level: l})
		}
		if got := headingLevels(blocks); !slices.Equal(got, tt.want) {
			t.Errorf("%v: got %v, want %v", tt.levels, got, tt.want)
		}
	}
}

func TestGroups(t *testing.T) {
	text := "Title\nOne works.\nTwo.\nThree.\nMore"
	a := annotate.Article{Title: "Title", Text: text, Blocks: []annotate.Block{
		{Kind: annotate.Heading, Level: 1, Start: 0, End: 5}, {Kind: annotate.ListItem, Level: 1, Start: 6, End: 16},
		{Kind: annotate.ListItem, Level: 1, Start: 17, End: 21}, {Kind: annotate.Paragraph, Start: 22, End: 28},
		{Kind: annotate.Heading, Level: 2, Start: 29, End: 33},
	}}
	rows := []annotate.MentionRow{mention(text, 6, 15), mention(text, 22, 27)}
	cards := []*card{{MentionRow: rows[0]}, {MentionRow: rows[1]}}
	got := groups(a, rows, cards)
	if len(got) != 3 || len(got[0].Blocks) != 2 || got[0].Kind != annotate.ListItem {
		t.Fatalf("got %+v, want a list of two items, a paragraph and a heading, without the title", got)
	}
	if level := got[2].Blocks[0].Level; level != 2 {
		t.Errorf("a heading beneath the title that is left out has level %d, want 2", level)
	}
	if got[0].Blocks[0].Cards[0] != cards[0] || len(got[0].Blocks[1].Cards) != 0 || got[1].Blocks[0].Cards[0] != cards[1] {
		t.Errorf("the cards are not with the blocks that make their claims: %+v", got)
	}
	if got := groups(annotate.Article{Text: "No blocks."}, nil, nil); len(got) != 1 || got[0].Blocks[0].Segments[0].Text != "No blocks." {
		t.Errorf("a text without blocks: got %+v", got)
	}
}
