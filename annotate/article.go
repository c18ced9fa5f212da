package annotate

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/google/uuid"
)

// MaxText is the longest text of an article, in code points. Longer ones are refused by Check: a book is not an article.
const MaxText = 2_000_000

// Article is one document as it was read at one time. Its ID stays the same over revisions; Revision counts them from
// 1 and is set by the store: a text that differs from the latest revision's becomes the next one.
type Article struct {
	ID           uuid.UUID `json:"id"`
	Revision     int       `json:"revision"`
	URL          string    `json:"url,omitempty"`          // where it was read, empty for a text from a file
	CanonicalURL string    `json:"canonicalURL,omitempty"` // the address that the page gives itself, as PageKey has it
	Title        string    `json:"title"`
	Byline       string    `json:"byline,omitempty"`
	Site         string    `json:"site,omitempty"`
	Published    string    `json:"published,omitempty"` // as the page says it: 2006-01-02 or RFC 3339 where it can be read, else its words
	Language     string    `json:"language,omitempty"`  // BCP 47, guessed where the page does not say; empty if unknown
	Format       string    `json:"format"`              // the importers' name of the format: html, text, markdown
	Text         string    `json:"text"`                // the blocks, with white space between them
	Blocks       []Block   `json:"blocks"`              // in order of Text, not overlapping
	Runs         []Run     `json:"runs,omitempty"`      // for HTML: where the text stands in the page
	Digest       string    `json:"textSHA256"`          // hexadecimal SHA-256 of Text
	Read         time.Time `json:"read"`                // when it was read
}

// BlockKind says what a block of text is.
type BlockKind string

// The kinds of block.
const (
	Paragraph BlockKind = "paragraph"
	Heading   BlockKind = "heading"
	ListItem  BlockKind = "item"
	Quote     BlockKind = "quote"
	TableRow  BlockKind = "row"
	Caption   BlockKind = "caption"
	Code      BlockKind = "code"
)

// Block is one paragraph, heading, list item, table row … of an article: Text[Start:End) in code points. A claim's
// quote never crosses a block.
type Block struct {
	Kind  BlockKind `json:"kind"`
	Level int       `json:"level,omitempty"` // of a heading, 1..6; of a nested item, its depth from 1
	Start int       `json:"start"`
	End   int       `json:"end"`
}

// Run says where a stretch of an article's text stands in the page it was read from: the text node at Path (an XPath of
// child steps, as in /html[1]/body[1]/p[3]/text()[1]), from Offset on. Text[Start:End) equals the node's text from
// Offset on when runs of white space are taken for one space. Offsets are code points.
type Run struct {
	Start  int    `json:"s"`
	End    int    `json:"e"`
	Path   string `json:"p"`
	Offset int    `json:"o"`
}

// Key is what makes an article the same article: its canonical address, else the address that it was read from, else
// the digest of its text.
func (a Article) Key() string {
	switch {
	case a.CanonicalURL != "":
		return a.CanonicalURL
	case a.URL != "":
		return PageKey(a.URL)
	}
	return "sha256:" + a.Digest
}

// Complete returns the article with what follows from the rest filled in: digest and ID. Importers call it last.
func (a Article) Complete() Article {
	sum := sha256.Sum256([]byte(a.Text))
	a.Digest = hex.EncodeToString(sum[:])
	a.ID = ArticleID(a.Key())
	a.Read = Moment(a.Read)
	return a
}

// Check lists what is wrong with the article: fields that are missing, too long or not text, blocks that do not lie in
// the text in order.
func (a Article) Check() error {
	var p Problems
	p.text("text", a.Text, MaxText, true)
	p.text("title", a.Title, 2000, false)
	p.text("byline", a.Byline, 2000, false)
	p.text("site", a.Site, 500, false)
	p.text("published", a.Published, 200, false)
	p.text("language", a.Language, 100, false)
	p.text("address", a.URL, 4000, false)
	p.text("canonical address", a.CanonicalURL, 4000, false)
	if a.ID != ArticleID(a.Key()) {
		p.Add("id", "does not belong to %q", a.Key())
	}
	last, length := 0, utf8.RuneCountInString(a.Text)
	for i, b := range a.Blocks {
		if b.Start < last || b.End < b.Start || b.End > length {
			p.Add("blocks", "block %d (%d to %d) does not lie in order in a text of %d characters", i+1, b.Start, b.End, length)
			break
		}
		last = b.End
	}
	return p.Err()
}

// Host is the name under which an article's site is listed: the site's own name, else the host of its address.
func (a Article) Host() string {
	if a.Site != "" {
		return a.Site
	}
	host, _, _ := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(a.Key(), "https://"), "http://"), "/")
	if strings.HasPrefix(host, "sha256:") {
		return ""
	}
	return host
}
