package importers

import (
	"bytes"
	"path/filepath"
	"regexp"
	"strings"
)

// kind is a kind of document that can't be read: how it begins, or how it is named, and what to say of it.
type kind struct {
	magic string
	name  string
	words string
}

// kinds are those that people are likely to hand in by mistake, or in the hope that they can be read.
var kinds = []kind{
	{"%PDF-", ".pdf", "a PDF, which can't be read yet; its text can, saved as a .txt file"},
	{"{\\rtf", ".rtf", "a rich text file (RTF), which can't be read; save it as text or as a web page"},
	{"\xd0\xcf\x11\xe0", ".doc", "an old Office document, which can't be read; save it as text or as a web page"},
	{"PK\x03\x04", ".docx", "a ZIP archive or an Office document, which can't be read; save it as text or as a web page"},
	{"\x1f\x8b", ".gz", "a gzip archive; unpack it first"},
	{"7z\xbc\xaf", ".7z", "an archive; unpack it first"},
	{"Rar!", ".rar", "an archive; unpack it first"},
	{"\x89PNG", ".png", "an image, which can't be read"},
	{"\xff\xd8\xff", ".jpg", "an image, which can't be read"},
	{"GIF8", ".gif", "an image, which can't be read"},
	{"RIFF", ".webp", "an image, or sound, which can't be read"},
	{"II*\x00", ".tif", "an image, which can't be read"},
	{"MM\x00*", ".tiff", "an image, which can't be read"},
	{"", ".jpeg", "an image, which can't be read"},
	{"", ".svg", "an image, which can't be read"},
	{"", ".ico", "an image, which can't be read"},
	{"ID3", ".mp3", "sound, which can't be read"},
	{"OggS", ".ogg", "sound or video, which can't be read"},
	{"", ".mp4", "a video, which can't be read"},
	{"WARC/", ".warc", "a web archive (WARC), which can't be read yet"},
	{"", ".mhtml", "a web archive (MHTML), which can't be read yet; save the page as HTML"},
	{"", ".mht", "a web archive (MHTML), which can't be read yet; save the page as HTML"},
	{"", ".css", "a style sheet, not an article"},
	{"", ".js", "a program, not an article"},
	{"", ".json", "JSON data, not an article"},
	{"", ".csv", "a table (CSV), not an article"},
	{"PMID- ", ".nbib", "citations in PubMed's format; `claimlens pubmed import` reads them"},
}

var (
	xmlStart = regexp.MustCompile(`(?is)^(\s|<\?.*?\?>|<!--.*?-->|<!doctype[^>\[]*(\[.*?\])?\s*>)*<([a-z][\w:.-]*)`)
	xmlWords = map[string]string{
		"rss":              "a news feed (RSS), which can't be read yet; give the address of one of its articles",
		"feed":             "a news feed (Atom), which can't be read yet; give the address of one of its articles",
		"rdf:rdf":          "a news feed (RDF), which can't be read yet; give the address of one of its articles",
		"urlset":           "a sitemap, which can't be read yet; give the address of one of its pages",
		"sitemapindex":     "a sitemap, which can't be read yet; give the address of one of its pages",
		"pubmedarticleset": "PubMed records (XML); `claimlens pubmed import` reads them",
		"svg":              "an image (SVG), which can't be read",
	}
	foreignMedia = map[string]string{
		"application/pdf": "a PDF, which can't be read yet; its text can, saved as a .txt file", "application/json": "JSON data, not an article",
		"application/rss+xml": xmlWords["rss"], "application/atom+xml": xmlWords["feed"], "text/css": "a style sheet, not an article",
		"text/javascript": "a program, not an article", "application/javascript": "a program, not an article",
		"text/csv": "a table (CSV), not an article",
	}
)

// foreign says what a document looks like that is of no format that can be read: by its beginning (a short one counts only
// before binary data, so that "ID3 …" may begin a text), then by its media type, then by its name.
func foreign(name, mediaType string, head []byte) (words string, ok bool) {
	for _, k := range kinds {
		if k.magic != "" && bytes.HasPrefix(head, []byte(k.magic)) && (len(k.magic) > 4 || binary(head)) {
			return k.words, true
		}
	}
	if pageStart.Match(head) {
		return "", false
	}
	if m := xmlStart.FindSubmatch(bytes.TrimPrefix(head, []byte(byteOrderMark))); m != nil {
		if words, ok = xmlWords[strings.ToLower(string(m[3]))]; ok {
			return words, true
		}
		if bytes.HasPrefix(bytes.TrimSpace(head), []byte("<?xml")) {
			return "XML data, not an article", true
		}
	}
	if words, ok = foreignMedia[mediaBase(mediaType)]; ok {
		return words, true
	}
	ending := strings.ToLower(filepath.Ext(name))
	for _, k := range kinds {
		if ending == k.name && (binary(head) || k.magic == "") {
			return k.words, true
		}
	}
	return "", false
}
