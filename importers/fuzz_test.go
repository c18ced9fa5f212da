package importers

import (
	"fmt"
	"io/fs"
	"net/url"
	"strings"
	"testing"
	"unicode/utf8"

	"claimlens/annotate"
	"claimlens/fixtures"
)

// seed adds the fixtures with one of the endings to a fuzz test, and a few more.
func seed(f *testing.F, endings string, more ...string) {
	names, err := fs.Glob(fixtures.Articles(), "*")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range names {
		if strings.Contains(endings, name[strings.LastIndexByte(name, '.'):]) {
			f.Add(fixture(f, name))
		}
	}
	for _, s := range more {
		f.Add([]byte(s))
	}
}

// checkArticle says what is wrong with an article that an importer made of anything at all: it has to be one that the
// store takes, and its blocks have to hold all of its text but the white space between them.
func checkArticle(a annotate.Article) error {
	if err := a.Complete().Check(); err != nil {
		return err
	}
	text := []rune(a.Text)
	at := 0
	for i, b := range a.Blocks {
		words := string(text[b.Start:b.End])
		if strings.TrimSpace(words) == "" || strings.TrimSpace(words) != words {
			return fmt.Errorf("block %d is %q", i, words)
		}
		if a.Format != "text" && strings.TrimSpace(string(text[at:b.Start])) != "" {
			return fmt.Errorf("%q is in no block", string(text[at:b.Start]))
		}
		at = b.End
	}
	if len(a.Blocks) == 0 || strings.TrimSpace(a.Title) == "" {
		return fmt.Errorf("got %d blocks, title %q", len(a.Blocks), a.Title)
	}
	return nil
}

func FuzzHTML(f *testing.F) {
	seed(f, ".html", "<p>a", "<table><tr><td>a<td>b", "<pre>\n a\n", "<p>a&shy;b <br><br>c", "<ul><li>a<ul><li>b", "<a href='javascript:x'>a</a>", "<math><mi>a", "<body><h1>T</h1>T")
	f.Fuzz(func(t *testing.T, data []byte) {
		a, err := readHTML(Document{Data: data, URL: "https://example.org/a"})
		if err != nil {
			return
		}
		source, err := decodePage(data, "")
		if err != nil {
			t.Fatal(err)
		}
		if err := checkRuns(a, source); err != nil {
			t.Fatal(err)
		}
		a.Format = "html"
		if err := checkArticle(a); err != nil {
			t.Fatal(err)
		}
	})
}

func FuzzText(f *testing.F) {
	seed(f, ".txt.md", "a\n\nb", "- a\n  b\n# c", "Title: a\nBy B\n3 May 2024", "\xff\xfea\x00", "\x96")
	f.Fuzz(func(t *testing.T, data []byte) {
		a, err := readText(Document{Data: data})
		if err != nil {
			return
		}
		a.Format = "text"
		if err := checkArticle(a); err != nil {
			t.Fatal(err)
		}
		if utf8.Valid(data) && a.Text != strings.TrimPrefix(string(data), "\ufeff") {
			t.Fatalf("the text is not the file's")
		}
	})
}

func FuzzMarkdown(f *testing.F) {
	seed(f, ".txt.md", "> - 1. a\n", "|a|b|\n|-|-|\n|c", "[a]: b\n[a][]", "a[^1]\n\n[^1]: b", "<div>\na", "&#0;&#55296;\\", "---\na: b\n---\n")
	f.Fuzz(func(t *testing.T, data []byte) {
		a, err := readMarkdown(Document{Data: data})
		if err != nil {
			return
		}
		a.Format = "markdown"
		if err := checkArticle(a); err != nil {
			t.Fatal(err)
		}
	})
}

func FuzzDetect(f *testing.F) {
	f.Add("a.html", "text/html", []byte("<p>"))
	f.Add("a.pdf", "", []byte("%PDF-"))
	f.Add("", "application/xml", []byte("<?xml?><!DOCTYPE a [<!ENTITY b 'c'>]><rss>"))
	f.Fuzz(func(t *testing.T, name, mediaType string, data []byte) {
		format, err := Detect(Document{Name: name, MediaType: mediaType, Data: data})
		if (err == nil) != (format.Read != nil) {
			t.Fatalf("got %q, %v", format.Name, err)
		}
		if err == nil && format.Name != "html" && binary(data[:min(len(data), HeadLength)]) {
			t.Fatalf("binary data as %s", format.Name)
		}
	})
}

func FuzzRobots(f *testing.F) {
	f.Add(200, []byte("User-agent: *\nDisallow: /a*b$\nCrawl-delay: 1\n"), "/a/b")
	f.Add(503, []byte(""), "/")
	f.Add(200, []byte("Disallow: /\r\rUser-agent"), "/?")
	f.Fuzz(func(t *testing.T, status int, body []byte, path string) {
		r := parseRobots(status, body, "claimlens", "e.example")
		if r.delay < 0 {
			t.Fatalf("got delay %v", r.delay)
		}
		u, err := url.Parse("https://e.example/" + path)
		if err != nil {
			return
		}
		err = r.allows(u)
		if status >= 500 && err == nil {
			t.Fatal("a server's error allows")
		}
		if status >= 400 && status < 500 && status != 429 && err != nil {
			t.Fatalf("no file denies: %v", err)
		}
	})
}

func FuzzISODate(f *testing.F) {
	f.Add("May 3rd, 2024")
	f.Add("2024-05-03T10:11:12+01:00")
	f.Fuzz(func(t *testing.T, s string) {
		iso, ok := isoDate(s)
		if !ok {
			return
		}
		if again, ok := isoDate(iso); !ok || again != iso {
			t.Fatalf("%q is read as %q, and that as %q", s, iso, again)
		}
	})
}
