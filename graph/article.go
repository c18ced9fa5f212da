package graph

import (
	"strings"

	"github.com/cayleygraph/quad"

	"claimlens/annotate"
)

// articleQuads is the quads of one revision of an article. The first revision makes the article's own node too; every
// revision adds the addresses at which the article is found.
func articleQuads(a annotate.Article, o origin) ([]quad.Quad, error) {
	n := newNode(nameOfNumbered(a.ID, a.Revision), kindRevision, o)
	n.link(ofArticle, a.ID)
	n.text(hasURL, a.URL)
	n.text(hasCanonical, a.CanonicalURL)
	n.text(hasTitle, a.Title)
	n.text(hasByline, a.Byline)
	n.text(hasSite, a.Site)
	n.text(wasPublished, a.Published)
	n.text(hasLanguage, a.Language)
	n.text(hasFormat, a.Format)
	n.text(hasText, a.Text)
	addList(n, hasBlocks, a.Blocks)
	addList(n, hasRuns, a.Runs)
	n.text(hasDigest, a.Digest)
	n.moment(wasRead, a.Read)
	quads, err := n.done()
	if err != nil {
		return nil, err
	}
	return append(quads, articleRootQuads(a, o)...), nil
}

// articleRootQuads is what one revision says of the article itself.
func articleRootQuads(a annotate.Article, o origin) []quad.Quad {
	n := &node{name: nameOf(a.ID)}
	if a.Revision == 1 {
		n = newNode(nameOf(a.ID), kindArticle, origin{seq: o.seq})
		n.text(hasKey, a.Key())
	}
	for _, address := range addressesOf(a) {
		n.add(hasAddress, addressValue(address))
	}
	return n.quads
}

// addressesOf is the keys of the pages at which an article is found: its canonical address and where it was read.
func addressesOf(a annotate.Article) []string {
	var keys []string
	for _, address := range []string{a.CanonicalURL, a.URL} {
		if address == "" {
			continue
		}
		if key := annotate.PageKey(address); len(keys) == 0 || keys[0] != key {
			keys = append(keys, key)
		}
	}
	return keys
}

// addressValue is an address as a node, or as a literal when it could not be written as an IRI.
func addressValue(address string) quad.Value {
	if strings.ContainsFunc(address, func(r rune) bool { return r <= ' ' || strings.ContainsRune("<>\"{}|^`\\", r) }) {
		return quad.String(address)
	}
	return quad.IRI(address)
}

// articleFromProperties is the revision of an article whose node has these properties, and what made it.
func articleFromProperties(name quad.IRI, values properties) (annotate.Article, origin, error) {
	f := fieldsOf(name, kindRevision, values)
	a := annotate.Article{
		URL:          f.text(hasURL),
		CanonicalURL: f.text(hasCanonical),
		Title:        f.text(hasTitle),
		Byline:       f.text(hasByline),
		Site:         f.text(hasSite),
		Published:    f.text(wasPublished),
		Language:     f.text(hasLanguage),
		Format:       f.text(hasFormat),
		Text:         f.text(hasText),
		Blocks:       listOf[annotate.Block](f, hasBlocks),
		Runs:         listOf[annotate.Run](f, hasRuns),
		Digest:       f.text(hasDigest),
		Read:         f.moment(wasRead),
	}
	o := f.origin()
	a.ID, a.Revision = f.self(ofArticle)
	return a, o, f.err
}

func settledArticle(a annotate.Article) annotate.Article {
	a.Read = annotate.Moment(a.Read)
	a.Runs = orNil(a.Runs)
	return a
}
