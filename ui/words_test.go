package ui

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"time"

	"claimlens/annotate"
)

func TestAgo(t *testing.T) {
	now := time.Date(2026, 5, 3, 12, 0, 0, 0, time.UTC)
	for _, tt := range []struct {
		before time.Duration
		want   string
	}{
		{-time.Hour, "just now"}, {30 * time.Second, "just now"}, {time.Minute, "1 minute ago"}, {59 * time.Minute, "59 minutes ago"},
		{time.Hour, "1 hour ago"}, {23 * time.Hour, "23 hours ago"}, {24 * time.Hour, "yesterday"}, {49 * time.Hour, "2 days ago"}, {40 * 24 * time.Hour, "24 March 2026"},
	} {
		if got := ago(now.Add(-tt.before), now); got != tt.want {
			t.Errorf("%v: got %q, want %q", tt.before, got, tt.want)
		}
	}
	if got := ago(time.Time{}, now); got != "never" {
		t.Errorf("the zero time: got %q", got)
	}
}

func TestNumber(t *testing.T) {
	for n, want := range map[int]string{0: "0", 9999: "9999", 10000: "10\u202f000", 1234567: "1\u202f234\u202f567"} {
		if got := number(n); got != want {
			t.Errorf("%d: got %q, want %q", n, got, want)
		}
	}
}

func TestAsSentence(t *testing.T) {
	for in, want := range map[string]string{
		"give a text": "Give a text.", "big.txt is larger than 20 MB": "big.txt is larger than 20 MB.", "“x” is no day": "“x” is no day.",
		"über alles": "Über alles.", "Done.": "Done.", "already": "Already.",
	} {
		if got := asSentence(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestPublished(t *testing.T) {
	for in, want := range map[string]string{"2024-05-03": "3 May 2024", "2024-05-03T10:00:00+02:00": "3 May 2024", "spring 2024": "spring 2024", "": ""} {
		if got := published(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestMarkWords(t *testing.T) {
	for _, tt := range []struct{ text, query, want string }{
		{"Vitamin D reduces fractures.", "vitamin FRAC", "[Vitamin] D reduces [fractures]."},
		{"Misuse and use", "use", "Misuse and [use]"},
		{"睡眠とコーヒー", "睡眠", "[睡眠とコーヒー]"},
		{"", "x", ""}, {"Nothing", "", "Nothing"}, {"a–b", "b", "a–[b]"},
	} {
		var b strings.Builder
		for _, s := range markWords(tt.text, tt.query) {
			if s.Hit {
				b.WriteString("[" + s.Text + "]")
			} else {
				b.WriteString(s.Text)
			}
		}
		if got := b.String(); got != tt.want {
			t.Errorf("%q in %q: got %q, want %q", tt.query, tt.text, got, tt.want)
		}
	}
}

func FuzzMarkWords(f *testing.F) {
	f.Add("Vitamin D reduces fractures.", "vit d")
	f.Add("é\xff 日本", "\xff")
	f.Fuzz(func(t *testing.T, text, query string) {
		var b strings.Builder
		for _, s := range markWords(text, query) {
			if s.Text == "" {
				t.Fatal("an empty stretch")
			}
			b.WriteString(s.Text)
		}
		if b.String() != text {
			t.Fatalf("got %q, want %q", b.String(), text)
		}
	})
}

func TestReference(t *testing.T) {
	c := annotate.Citation{
		Journal: "Examples.", Year: 2021, Volume: "14", Issue: "2", Pages: "101-9",
		Authors: []annotate.Author{{Family: "Drexler-Vance", Given: "Leo Ann"}, {Family: "Molnár", Given: "Á"}, {Family: "Ito", Given: "MJ"}, {Collective: "The Example Group"}},
	}
	if got, want := paperOf(c).Reference, "Drexler-Vance LA, Molnár Á, Ito MJ, The Example Group. Examples. 2021;14(2):101-9."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := authors(c.Authors, 2), "Drexler-Vance LA, Molnár Á, et al."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := paperOf(annotate.Citation{}).Reference; got != "" {
		t.Errorf("an empty record: got %q", got)
	}
}

func TestTags(t *testing.T) {
	terms := func(names ...string) (all []annotate.Term) {
		for _, n := range names {
			all = append(all, annotate.Term{Name: n})
		}
		return all
	}
	for _, tt := range []struct {
		types, mesh []annotate.Term
		want        []string
	}{
		{terms("Journal Article", "Randomized Controlled Trial"), terms("Humans", "Animals"), []string{"RCT"}},
		{terms("Systematic Review", "Meta-Analysis", "Review"), terms("Humans"), []string{"meta-analysis", "systematic review"}},
		{terms("Journal Article"), terms("Animals", "Mice"), []string{"mice"}},
		{terms("Journal Article"), terms("Animals/genetics"), []string{"animals"}},
		{nil, nil, nil},
	} {
		if got := tags(annotate.Citation{Types: tt.types, Mesh: tt.mesh}); !slices.Equal(got, tt.want) {
			t.Errorf("got %v, want %v", got, tt.want)
		}
	}
}

func TestHelpTopics(t *testing.T) {
	names, err := fs.Glob(Help(), "*") // the picture in the folder is the README’s, and is not embedded
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for _, n := range Topics() {
		want = append(want, n+".md")
	}
	slices.Sort(want)
	if !slices.Equal(names, want) {
		t.Errorf("got %v, want %v", names, want)
	}
}

func TestContext(t *testing.T) {
	for _, tt := range []struct{ prefix, suffix, before, after string }{
		{"isk of heart attack and stroke. ", ". Both statements can be true, a", "… of heart attack and stroke. ", ". Both statements can be true, …"},
		{"It begins ", " and ends.", "It begins ", " and ends."},
		{strings.Repeat("字", 32), strings.Repeat("字", 32), "… " + strings.Repeat("字", 32), strings.Repeat("字", 32) + " …"},
		{"", "", "", ""},
	} {
		if got := before(tt.prefix); got != tt.before {
			t.Errorf("got %q, want %q", got, tt.before)
		}
		if got := after(tt.suffix); got != tt.after {
			t.Errorf("got %q, want %q", got, tt.after)
		}
	}
}
