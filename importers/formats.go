package importers

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"claimlens/annotate"
)

// Document is a file or a page in hand.
type Document struct {
	Name      string // of the file, or the last part of the address; "" if unknown
	URL       string // where it was read, "" for a file
	MediaType string // as the server says it, "" if unknown
	Data      []byte
}

// Format is a kind of document that can be read.
type Format struct {
	Name  string // as in annotate.Article.Format and on the command line
	Words string // what it reads
	// Match says whether a document with this name, media type and beginning (up to HeadLength bytes) is of the format.
	Match func(name, mediaType string, head []byte) bool
	// Read makes an article of a document, without the fields that Reader.Read fills in. Its error is a Refusal.
	Read func(Document) (annotate.Article, error)
}

// HeadLength is how many bytes from a document's beginning its format is told by.
const HeadLength = 4096

// Formats is the formats that can be read, in the order in which they are tried. What is in a document comes first, then
// what it is called: a page that is sent as plain text is a page all the same.
var Formats = []Format{
	{Name: "html", Words: "web pages (HTML)", Match: isHTML, Read: readHTML},
	{Name: "markdown", Words: "Markdown", Match: isMarkdown, Read: readMarkdown},
	{Name: "text", Words: "plain text", Match: isText, Read: readText},
}

// FormatNamed is the format with this name.
func FormatNamed(name string) (Format, error) {
	var names []string
	for _, f := range Formats {
		if f.Name == name {
			return f, nil
		}
		names = append(names, f.Name)
	}
	return Format{}, refuse("%q is no format; there are %s", name, strings.Join(names, ", "))
}

// Detect is the format of a document, or a Refusal that says what the document looks like instead.
func Detect(d Document) (Format, error) {
	head := d.Data[:min(len(d.Data), HeadLength)]
	if len(bytes.TrimSpace(bytes.TrimPrefix(head, []byte(byteOrderMark)))) == 0 && len(d.Data) == len(head) {
		return Format{}, refuse("is empty")
	}
	if what, ok := foreign(d.Name, d.MediaType, head); ok {
		return Format{}, refuse("looks like %s", what)
	}
	for _, f := range Formats {
		if f.Match(d.Name, d.MediaType, head) {
			return f, nil
		}
	}
	return Format{}, refuse("is neither a web page nor text, but binary data")
}

const byteOrderMark = "\xef\xbb\xbf"

var (
	pageStart = regexp.MustCompile(`(?is)^(\s|<!--.*?-->|<\?xml[^>]*>)*<(!doctype\s+html|html|head|body)\b`)
	markup    = regexp.MustCompile(`(?is)^(\s|<!--.*?-->)*<(title|meta|link|script|style|div|p|h1|table|article|main|section|header|ul|span|a|br|font|center)\b`)
	htmlName  = regexp.MustCompile(`(?i)\.(html?|xhtml|shtml|php|aspx?)$`)
	mdName    = regexp.MustCompile(`(?i)\.(md|markdown|mdown|mkd)$`)
	txtName   = regexp.MustCompile(`(?i)\.(txt|text|asc)$`)
	mdStart   = regexp.MustCompile(`^(---\r?\n([A-Za-z][\w-]*:.*\r?\n)|# \S)`)
)

func isHTML(name, mediaType string, head []byte) bool {
	head = bytes.TrimPrefix(head, []byte(byteOrderMark))
	switch {
	case pageStart.Match(head):
		return true
	case mdName.MatchString(name) || txtName.MatchString(name) || isMedia(mediaType, "text/markdown", "text/plain"):
		return false
	case markup.Match(head):
		return true
	}
	return !binary(head) && (htmlName.MatchString(name) || isMedia(mediaType, "text/html", "application/xhtml+xml"))
}

func isMarkdown(name, mediaType string, head []byte) bool {
	if txtName.MatchString(name) || binary(head) {
		return false
	}
	return mdName.MatchString(name) || isMedia(mediaType, "text/markdown", "text/x-markdown") ||
		mdStart.Match(bytes.TrimPrefix(head, []byte(byteOrderMark)))
}

func isText(_, _ string, head []byte) bool { return !binary(head) }

func isMedia(mediaType string, among ...string) bool {
	return slices.Contains(among, mediaBase(mediaType))
}

// binary says whether a document's beginning is no text: it has a NUL that no UTF-16 mark explains, or more than a few
// control characters.
func binary(head []byte) bool {
	if bytes.HasPrefix(head, []byte("\xfe\xff")) || bytes.HasPrefix(head, []byte("\xff\xfe")) {
		return false
	}
	controls := 0
	for _, b := range head {
		switch {
		case b == 0:
			return true
		case b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != '\v':
			controls++
		}
	}
	return controls*50 > len(head)
}
