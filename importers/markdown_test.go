package importers

import (
	"errors"
	"strings"
	"testing"

	"claimlens/annotate"

	"github.com/google/go-cmp/cmp"
)

func TestMarkdown(t *testing.T) {
	for _, tt := range []struct {
		name, text              string
		title, byline, site, on string
		want                    []string
	}{
		{"title and paragraph", "# Salt\n\nIt *raises* **blood\npressure**.\n", "Salt", "", "", "", []string{"paragraph 0 It raises blood pressure."}},
		{"front matter", "---\ntitle: \"Salt\"\nauthor: Ada Lovelace\ndate: 2024-05-03\nlanguage: en\ntags:\n  - x\n---\nText.\n", "Salt", "Ada Lovelace", "", "2024-05-03", []string{"paragraph 0 Text."}},
		{"front matter and the same heading", "---\ntitle: Salt\n---\n\n# Salt\n\nText.", "Salt", "", "", "", []string{"paragraph 0 Text."}},
		{"a date that is no date", "---\ndate: " + strings.Repeat("soon ", 99) + "\n---\nText.", "Text.", "", "", strings.Repeat("soon ", 20) + "…", []string{"paragraph 0 Text."}},
		{"no front matter", "---\n\nText.", "Text.", "", "", "", []string{"paragraph 0 Text."}},
		{"credits", "# Salt\n\nAda Lovelace · Desk · 3 May 2024\n\nText.", "Salt", "Ada Lovelace", "Desk", "2024-05-03", []string{"paragraph 0 Text."}},
		{"links and images", "A [link](http://x.example 'y'), <http://a.example> and ![not this](i.png) so [ref] on.\n\n[ref]: /r\n", "A link, http://a.example and so ref on.", "", "", "", []string{"paragraph 0 A link, http://a.example and so ref on."}},
		{"bold line", "# Salt\n\n**What helps**:\n\n**Salt** does not.", "Salt", "", "", "", []string{"heading 4 What helps:", "paragraph 0 Salt does not."}},
		{"lists", "- one\n- two\n\n  more\n  - inner\n1. three\n", "one", "", "", "", []string{"item 1 one", "item 1 two", "item 1 more", "item 2 inner", "item 1 three"}},
		{"quote", "> Painkillers **can**\n> cause it.\n", "Painkillers can cause it.", "", "", "", []string{"quote 0 Painkillers can cause it."}},
		{"table", "| A | B |\n|---|---|\n| 1 | `2` |\n|   | 3 |\n", "A | B", "", "", "", []string{"row 0 A | B", "row 0 1 | 2", "row 0 3"}},
		{"code", "```\nx = 1\n  y\n```\n\n    indented\n", "x = 1 y", "", "", "", []string{"code 0 x = 1\n  y", "code 0 indented"}},
		{"breaks", "one  \ntwo\\\nthree\nfour", "one two three four", "", "", "", []string{"paragraph 0 one\ntwo\nthree four"}},
		{"HTML", "<div>\n<p>Salt <b>raises</b> it.</p>\n<script>no()</script>\n</div>\n\nA<br>b <i>c</i>.\n", "Salt raises it.", "", "", "", []string{"paragraph 0 Salt raises it.", "paragraph 0 A\nb c."}},
		{"escapes and references", "5 \\* 3 &lt; 20 &#8211; &copy; `&lt;`\n", "5 * 3 < 20 – © &lt;", "", "", "", []string{"paragraph 0 5 * 3 < 20 – © &lt;"}},
		{"struck out", "It ~~cures~~ helps.", "It helps.", "", "", "", []string{"paragraph 0 It helps."}},
		{"footnote", "It falls.[^1]\n\n[^1]: Source.\n", "It falls.", "", "", "", []string{"paragraph 0 It falls.", "item 1 Source."}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, err := readMarkdown(Document{Data: []byte(tt.text)})
			if err != nil {
				t.Fatal(err)
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

// Inputs on which the parser takes the square of their length, or worse.
func TestMarkdownBounds(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"quotes", strings.Repeat(">", 1000), "line 1"},
		{"lists in a line", "a\n\n" + strings.Repeat("- ", 1000), "line 3"},
		{"numbers in a line", strings.Repeat("1. ", 1000), "line 1"},
		{"lists by indentation", "- a\n" + strings.Repeat(" ", 80) + "- b", "line 2"},
		{"brackets", strings.Repeat("[a](", 1000), "brackets"},
		{"brackets over lines", strings.Repeat("[a](\n", 1000), "line 501"},
		{"emphasis", strings.Repeat("*a_ ", 100_000), "line 1"},
		{"emphasis over lines", strings.Repeat("*a_\n", 100_000), "line 2501"},
		{"emphasis in a quote", strings.Repeat("> *a_\n", 100_000), "line 2501"},
		{"emphasis in what is no table", strings.Repeat("|*a_ \n", 100_000), "line 2501"},
		{"length", strings.Repeat("word ", maxMarkdown/5+1), "not an article"},
		{"NUL", "a\x00b", "NUL"},
		{"nothing", "[a]: /b\n", "no text"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := readMarkdown(Document{Data: []byte(tt.text)})
			if !errors.Is(err, annotate.ErrInvalid) || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %q", err, tt.want)
			}
		})
	}
	for _, text := range []string{
		strings.Repeat("- [a](b)\n", 5000),
		strings.Repeat("* **tea** helps\n", 5000),
		"| a | b |\n|---|---|\n" + strings.Repeat("| **tea** | helps |\n", 500),
	} {
		if _, err := readMarkdown(Document{Data: []byte(text)}); err != nil {
			t.Errorf("a long list or table of %.20q: %v", text, err)
		}
	}
}

// A refusal says where without the name of the file, which whoever lists several says before it.
func TestRefusalPosition(t *testing.T) {
	r := Refusal{Position: "line 3", Reason: "is nested"}
	if got, want := r.Error(), "line 3: is nested"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	r.Source = "a.md"
	if got, want := r.Error(), "a.md, line 3: is nested"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
