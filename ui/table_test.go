package ui

import (
	"strings"
	"testing"

	"claimlens/annotate"
)

// table is an article that is one table, a row to each line.
func table(rows ...string) annotate.Article {
	a := annotate.Article{Text: strings.Join(rows, "\n\n")}
	at := 0
	for _, row := range rows {
		n := len([]rune(row))
		a.Blocks = append(a.Blocks, annotate.Block{Kind: annotate.TableRow, Start: at, End: at + n})
		at += n + 2
	}
	return a
}

func TestTable(t *testing.T) {
	for _, tt := range []struct {
		name string
		rows []string
		want string // cells in brackets, each with its span
	}{
		{"even", []string{"Outcome | Drug | Placebo", "Döden | 61 | 63"}, "[1 Outcome][1 Drug][1 Placebo]\n[1 Döden][1 61][1 63]"},
		{"a heading without its first, empty cell", []string{"Drug | Placebo", "Death | 61 | 63", "Falls | 7 | 8"}, "[3 Drug | Placebo]\n[1 Death][1 61][1 63]\n[1 Falls][1 7][1 8]"},
		{"a line across", []string{"Men", "Death | 1", "Falls | 2"}, "[2 Men]\n[1 Death][1 1]\n[1 Falls][1 2]"},
		{"one column", []string{"One", "Two"}, "[1 One]\n[1 Two]"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := groups(table(tt.rows...), nil, nil)
			if len(got) != 1 {
				t.Fatalf("got %d groups, want one table", len(got))
			}
			if s := drawn(got[0]); s != tt.want {
				t.Errorf("got\n%s\nwant\n%s", s, tt.want)
			}
		})
	}
}

// A claim in one cell is marked in it; a row in which one reaches over two cells is not cut, so that its quote is whole.
func TestTableClaims(t *testing.T) {
	a := table("Statins | lower cholesterol | often", "Aspirin | thins blood | always")
	first, second := mention(a.Text, 10, 27), mention(a.Text, 37, 58)
	g := groups(a, []annotate.MentionRow{first, second}, nil)[0]
	if got, want := drawn(g), "[1 Statins][1 *lower cholesterol*][1 often]\n[3 *Aspirin | thins blood*| | always]"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// The columns of a table stand in the order of its language, and what lies beneath a row spans them all.
func TestTablePage(t *testing.T) {
	a := table("الخطر | الدواء", "Across", "الأسبرين | 12")
	m := mention(a.Text, 16, 22)
	g := groups(a, []annotate.MentionRow{m}, []*card{{MentionRow: m}})[0]
	var b strings.Builder
	if err := newSite(t).server.pages["article"].ExecuteTemplate(&b, "group", g); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`<table dir="auto">`, `<td>الخطر</td><td>الدواء</td>`, `<td colspan="2"><a class="mark`, `<tr class="beneath"><td colspan="2">`, `<td>12</td>`} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("the table lacks %s:\n%s", want, b.String())
		}
	}
}

func drawn(g group) string {
	var lines []string
	for _, b := range g.Blocks {
		var line strings.Builder
		for _, c := range b.Cells {
			var parts []string
			for _, s := range c.Segments {
				if s.Claims != "" {
					s.Text = "*" + s.Text + "*"
				}
				parts = append(parts, s.Text)
			}
			line.WriteString("[" + string(rune('0'+c.Span)) + " " + strings.Join(parts, "|") + "]")
		}
		lines = append(lines, line.String())
	}
	return strings.Join(lines, "\n")
}
