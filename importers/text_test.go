package importers

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"claimlens/annotate"

	"github.com/google/go-cmp/cmp"
)

// outlineLines is an article's blocks, one a line: kind, level, text.
func outlineLines(a annotate.Article) []string {
	var got []string
	for i, words := range blocksOf(a) {
		got = append(got, fmt.Sprintf("%s %d %s", a.Blocks[i].Kind, a.Blocks[i].Level, words))
	}
	return got
}

const long = "Dialysis takes over part of the work of the kidneys, removing waste products and surplus water from the blood, and it does so three times a week."

func TestText(t *testing.T) {
	for _, tt := range []struct {
		name, text              string
		title, byline, site, on string
		want                    []string
	}{
		{"title and paragraphs", "Salt and blood pressure\n\n" + long + "\n\nA second.\n", "Salt and blood pressure", "", "", "",
			[]string{"heading 1 Salt and blood pressure", "paragraph 0 " + long, "paragraph 0 A second."}},
		{"no title", "Salt raises blood pressure.\n\nIt does so slowly.", "Salt raises blood pressure.", "", "", "",
			[]string{"paragraph 0 Salt raises blood pressure.", "paragraph 0 It does so slowly."}},
		{"a quote is no title", "“Salt raises blood pressure.”\n\nSo they say.", "“Salt raises blood pressure.”", "", "", "",
			[]string{"paragraph 0 “Salt raises blood pressure.”", "paragraph 0 So they say."}},
		{"one block is no title", "Salt raises blood pressure. It harms the kidneys, and it does so in people of every age", "Salt raises blood pressure. It harms the kidneys, and it does so in people of …", "", "", "",
			[]string{"paragraph 0 Salt raises blood pressure. It harms the kidneys, and it does so in people of every age"}},
		{"a question as title", "Does salt raise blood pressure?\n\nIt does.", "Does salt raise blood pressure?", "", "", "",
			[]string{"heading 1 Does salt raise blood pressure?", "paragraph 0 It does."}},
		{"site above a repeated title", "April 20, 2024\n\nMedical Trend\n\nNews and Resources\n\nSalt and blood pressure\n\nSalt and blood pressure. " + long, "Salt and blood pressure", "", "Medical Trend", "2024-04-20",
			[]string{"caption 0 April 20, 2024", "caption 0 Medical Trend", "caption 0 News and Resources", "heading 1 Salt and blood pressure", "paragraph 0 Salt and blood pressure. " + long}},
		{"line of credits", "Salt and you\n\nBy Ada Lovelace, Healthdesk, 3 May 2024\n\n" + long, "Salt and you", "Ada Lovelace", "Healthdesk", "2024-05-03",
			[]string{"heading 1 Salt and you", "caption 0 By Ada Lovelace, Healthdesk, 3 May 2024", "paragraph 0 " + long}},
		{"credits with dots", "Salt and you\nAda Lovelace · Healthdesk · May 3, 2024\n\n" + long, "Salt and you", "Ada Lovelace", "Healthdesk", "2024-05-03",
			[]string{"heading 1 Salt and you", "caption 0 Ada Lovelace · Healthdesk · May 3, 2024", "paragraph 0 " + long}},
		{"keys and values", "Title: Salt and you\nAuthor: Ada Lovelace\nDate: 2024-05-03\n\n" + long, "Salt and you", "Ada Lovelace", "", "2024-05-03",
			[]string{"caption 0 Title: Salt and you", "caption 0 Author: Ada Lovelace", "caption 0 Date: 2024-05-03", "paragraph 0 " + long}},
		{"for the press", "FOR IMMEDIATE RELEASE\n\nSalt and you\n\nNORTHFIELD, 12 March 2025 – " + long, "Salt and you", "", "", "2025-03-12",
			[]string{"caption 0 FOR IMMEDIATE RELEASE", "heading 1 Salt and you", "paragraph 0 NORTHFIELD, 12 March 2025 – " + long}},
		{"hard-wrapped", "Salt\n\nSalt raises the blood pressure of people who\neat a lot of it. Most of it hides in bread and\ncheese.\nA new paragraph begins after the short line and\ngoes on.\n", "Salt", "", "", "",
			[]string{"heading 1 Salt", "paragraph 0 Salt raises the blood pressure of people who\neat a lot of it. Most of it hides in bread and\ncheese.", "paragraph 0 A new paragraph begins after the short line and\ngoes on."}},
		{"a paragraph a line", "Salt\n\n" + long + "\n" + long + "\nThe end.", "Salt", "", "", "",
			[]string{"heading 1 Salt", "paragraph 0 " + long, "paragraph 0 " + long, "paragraph 0 The end."}},
		{"headings", "Salt\n\n" + long + "\n\nWhat helps?\n\n" + long + "\n\nAbout us\nWe are a desk of twelve people who read studies every day of the week.", "Salt", "", "", "",
			[]string{"heading 1 Salt", "paragraph 0 " + long, "heading 2 What helps?", "paragraph 0 " + long, "heading 2 About us", "paragraph 0 We are a desk of twelve people who read studies every day of the week."}},
		{"items", "Salt\n\nWhat helps:\n\n- Less bread.\n- Less cheese,\n  and no crisps.\n* More fruit.\n    1. Apples\n    2) Pears\n• Walks.", "Salt", "", "", "",
			[]string{"heading 1 Salt", "heading 2 What helps:", "item 1 Less bread.", "item 1 Less cheese,\n  and no crisps.", "item 1 More fruit.", "item 2 Apples", "item 2 Pears", "item 1 Walks."}},
		{"items without marks", "Salt\n\n" + long + "\n\nLess bread\n\nLess cheese\n\nMore fruit\n\n" + long, "Salt", "", "", "",
			[]string{"heading 1 Salt", "paragraph 0 " + long, "item 1 Less bread", "item 1 Less cheese", "item 1 More fruit", "paragraph 0 " + long}},
		{"furniture at the end", "Salt\n\n" + long + "\n\n(source: chinanet, reference only)\n\nContact: A, a@b.example\n\n© 2024 Desk\n\n-----\n", "Salt", "", "", "",
			[]string{"heading 1 Salt", "paragraph 0 " + long, "caption 0 (source: chinanet, reference only)", "caption 0 Contact: A, a@b.example", "caption 0 © 2024 Desk"}},
		{"white space of all kinds after a mark", "- \vone\u00a0\n", "one", "", "", "", []string{"item 1 one"}},
		{"carriage returns", "Salt\r\n\r\n" + long + "\r\n", "Salt", "", "", "", []string{"heading 1 Salt", "paragraph 0 " + long}},
		{"marked headings", "# Salt\n\n## What it does\n" + long, "Salt", "", "", "", []string{"heading 1 Salt", "heading 2 What it does", "paragraph 0 " + long}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, err := readText(Document{Data: []byte(tt.text)})
			if err != nil {
				t.Fatal(err)
			}
			if a.Text != tt.text {
				t.Errorf("the text is not the file's: %q", a.Text)
			}
			if a.Title != tt.title || a.Byline != tt.byline || a.Site != tt.site || a.Published != tt.on {
				t.Errorf("got title %q, byline %q, site %q, published %q", a.Title, a.Byline, a.Site, a.Published)
			}
			if diff := cmp.Diff(tt.want, outlineLines(a)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestTextEncodings(t *testing.T) {
	for _, tt := range []struct{ name, data, mediaType, want string }{
		{"UTF-8", "Häufig", "", "Häufig"},
		{"byte order mark", "\ufeffHäufig", "", "Häufig"},
		{"UTF-16", "\xff\xfeH\x00\xe4\x00u\x00", "", "Häu"},
		{"windows-1252", "H\xe4ufig \x96 \x93so\x94", "", "Häufig – “so”"},
		{"media type", "H\xe4ufig \xa4", "text/plain; charset=iso-8859-15", "Häufig €"},
		{"emoji", "👩‍⚕️ says so", "", "👩‍⚕️ says so"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, err := readText(Document{Data: []byte(tt.data), MediaType: tt.mediaType})
			if err != nil || a.Text != tt.want {
				t.Errorf("got %q, %v, want %q", a.Text, err, tt.want)
			}
		})
	}
}

func TestTextRefused(t *testing.T) {
	for _, tt := range []struct{ name, data, want string }{
		{"NUL", "abc\x00def", "NUL"},
		{"no encoding", "abc\x81\xff", "neither UTF-8 nor windows-1252"},
		{"blank", " \n\t\n", "no text"},
		{"a book", strings.Repeat("ab ", annotate.MaxText/3+1), "a book is not an article"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := readText(Document{Data: []byte(tt.data)})
			if !errors.Is(err, annotate.ErrInvalid) || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %q", err, tt.want)
			}
		})
	}
}
