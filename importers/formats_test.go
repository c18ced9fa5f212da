package importers

import (
	"errors"
	"strings"
	"testing"

	"claimlens/annotate"
)

func TestDetect(t *testing.T) {
	for _, tt := range []struct{ name, file, mediaType, data, want string }{
		{"page", "", "", "<!DOCTYPE html><html>", "html"},
		{"page after a mark and a comment", "", "", "\ufeff <!-- saved -->\n<HTML lang=en>", "html"},
		{"XHTML", "", "application/xhtml+xml", `<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html>`, "html"},
		{"page sent as text", "", "text/plain", "<!doctype html><p>x", "html"},
		{"page named as text", "a.txt", "", "<html><p>x", "html"},
		{"page named after a program", "index.js", "", "<!doctype html><p>x", "html"},
		{"fragment", "", "", "<p>Salt</p>", "html"},
		{"fragment by its name", "a.html", "", "Salt <b>raises</b>", "html"},
		{"fragment by its media type", "a", "text/html; charset=utf-8", "Salt", "html"},
		{"Markdown that begins with HTML", "README.md", "", "<div align=center>x</div>\n\n# Salt", "markdown"},
		{"Markdown by its name", "a.MD", "", "Salt", "markdown"},
		{"Markdown by its media type", "", "text/markdown", "Salt", "markdown"},
		{"Markdown by its heading", "", "", "# Salt\n\nText", "markdown"},
		{"Markdown by its front matter", "", "", "---\ntitle: Salt\n---\n", "markdown"},
		{"a text that begins like Markdown", "a.txt", "", "# Salt\n\nText", "text"},
		{"a text that begins with a tag", "a.txt", "", "<p>is the tag for a paragraph", "text"},
		{"text", "", "", "Salt raises blood pressure", "text"},
		{"text with a few controls", "", "", "Salt\x0c raises \x1bblood pressure" + strings.Repeat(" and more", 20), "text"},
		{"UTF-16", "", "", "\xff\xfeS\x00a\x00", "text"},
		{"a text that begins with an archive's letters", "", "", "Rar! said the lion", "text"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f, err := Detect(Document{Name: tt.file, MediaType: tt.mediaType, Data: []byte(tt.data)})
			if err != nil || f.Name != tt.want {
				t.Errorf("got %q, %v, want %q", f.Name, err, tt.want)
			}
		})
	}
}

func TestDetectRefuses(t *testing.T) {
	for _, tt := range []struct{ name, file, mediaType, data, want string }{
		{"empty", "", "", "", "is empty"},
		{"blank", "a.html", "", "\ufeff \n\t", "is empty"},
		{"PDF", "a.html", "text/html", "%PDF-1.7\n%\xe2\xe3\xcf\xd3", "looks like a PDF, which can't be read yet"},
		{"image", "", "", "\x89PNG\r\n\x1a\n\x00\x00", "looks like an image"},
		{"JPEG", "", "", "\xff\xd8\xff\xe0\x00\x10JFIF", "looks like an image"},
		{"WebP", "", "", "RIFF\x00\x01\x02\x03WEBP", "looks like an image"},
		{"drawing", "", "", `<?xml version="1.0"?><svg xmlns="x">`, "looks like an image (SVG)"},
		{"Word", "a.docx", "", "PK\x03\x04\x14\x00\x06\x00", "looks like a ZIP archive or an Office document"},
		{"old Word", "", "", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "an old Office document"},
		{"rich text", "a.txt", "", `{\rtf1\ansi`, "rich text"},
		{"gzip", "a.html.gz", "", "\x1f\x8b\x08\x00\x00", "unpack it first"},
		{"RSS", "", "text/html", `<?xml version="1.0"?><rss version="2.0">`, "a news feed (RSS)"},
		{"Atom", "", "", `<feed xmlns="http://www.w3.org/2005/Atom">`, "a news feed (Atom)"},
		{"RDF", "", "", `<?xml version="1.0"?><!-- x --><rdf:RDF>`, "a news feed (RDF)"},
		{"sitemap", "", "", `<?xml version="1.0"?><urlset>`, "a sitemap"},
		{"PubMed", "", "", `<?xml version="1.0"?><!DOCTYPE PubmedArticleSet PUBLIC "x" "y"><PubmedArticleSet>`, "claimlens pubmed import"},
		{"MEDLINE", "a.nbib", "", "PMID- 123\nTI  - x", "claimlens pubmed import"},
		{"other XML", "", "", `<?xml version="1.0"?><data>`, "XML data"},
		{"JSON by its name", "a.json", "", `{"a": 1}`, "JSON data"},
		{"JSON by its media type", "", "application/json; charset=utf-8", `{"a": 1}`, "JSON data"},
		{"style sheet", "a.css", "", "p { color: red }", "a style sheet"},
		{"program", "a.js", "", "let x = 1", "a program"},
		{"archive of a page", "a.mhtml", "", "From: <Saved by a browser>", "a web archive (MHTML)"},
		{"binary", "a.txt", "", "abc\x00\x01\x02", "neither a web page nor text"},
		{"controls", "", "", "\x01\x02\x03\x04abc", "neither a web page nor text"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f, err := Detect(Document{Name: tt.file, MediaType: tt.mediaType, Data: []byte(tt.data)})
			if !errors.Is(err, annotate.ErrInvalid) || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %q, %v, want %q", f.Name, err, tt.want)
			}
		})
	}
}

func TestFormatNamed(t *testing.T) {
	for _, f := range Formats {
		if got, err := FormatNamed(f.Name); err != nil || got.Name != f.Name || f.Words == "" {
			t.Errorf("%s: got %q, %v", f.Name, got.Name, err)
		}
	}
	if _, err := FormatNamed("docx"); !errors.Is(err, annotate.ErrInvalid) || !strings.Contains(err.Error(), "html, markdown, text") {
		t.Errorf("got %v", err)
	}
}
