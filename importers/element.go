package importers

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// elements is a set of elements.
type elements map[atom.Atom]bool

func set(names ...atom.Atom) elements {
	s := make(elements, len(names))
	for _, n := range names {
		s[n] = true
	}
	return s
}

var (
	// silent are the elements whose text is never part of what a page says: programs, controls, replaced content,
	// pronunciation, and text that the page has struck out.
	silent = set(atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Head, atom.Title, atom.Iframe, atom.Object, atom.Embed,
		atom.Canvas, atom.Svg, atom.Audio, atom.Video, atom.Map, atom.Button, atom.Select, atom.Option, atom.Datalist, atom.Textarea,
		atom.Input, atom.Meter, atom.Progress, atom.Noframes, atom.Noembed, atom.Rt, atom.Rp, atom.Del, atom.S, atom.Strike,
		atom.Annotation, atom.AnnotationXml)

	// framing are the elements that hold what surrounds an article.
	framing = set(atom.Nav, atom.Footer, atom.Aside, atom.Menu, atom.Dialog)

	// blocks are the elements that begin a new block of text, beside those that have a kind of their own.
	blocks = set(atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Caption, atom.Center, atom.Dd, atom.Details,
		atom.Dialog, atom.Dir, atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer, atom.Form,
		atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Header, atom.Hgroup, atom.Hr, atom.Html, atom.Legend, atom.Li,
		atom.Main, atom.Menu, atom.Nav, atom.Ol, atom.P, atom.Pre, atom.Section, atom.Summary, atom.Table, atom.Tbody, atom.Td,
		atom.Tfoot, atom.Th, atom.Thead, atom.Tr, atom.Ul)

	// articleParts are the elements whose header is the article's.
	articleParts = set(atom.Article, atom.Main)

	framingRole = regexp.MustCompile(`^(banner|contentinfo|complementary)$`)
	controlRole = regexp.MustCompile(`^(navigation|search|dialog|alertdialog|menu|menubar|toolbar|tablist)$`)
	unseenStyle = regexp.MustCompile(`(?i)(display\s*:\s*none|visibility\s*:\s*hidden)`)
)

// attribute is the value of an element's attribute, "" if it has none.
func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key && a.Namespace == "" {
			return a.Val
		}
	}
	return ""
}

func hasAttribute(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key && a.Namespace == "" {
			return true
		}
	}
	return false
}

// heard says whether an element's text is something that the page says.
func heard(n *html.Node) bool {
	if silent[n.DataAtom] || hasAttribute(n, "hidden") || attribute(n, "aria-hidden") == "true" {
		return false
	}
	return !unseenStyle.MatchString(attribute(n, "style"))
}

// controls says whether an element is there to be used and not to be read.
func controls(n *html.Node) bool {
	return n.DataAtom == atom.Nav || n.DataAtom == atom.Menu || controlRole.MatchString(strings.ToLower(attribute(n, "role")))
}

// frames says whether an element is part of what surrounds an article rather than of the article. A form is, unless it
// holds a whole page, as some systems build them.
func frames(n *html.Node) bool {
	switch {
	case framing[n.DataAtom] || controls(n) || framingRole.MatchString(strings.ToLower(attribute(n, "role"))):
		return true
	case n.DataAtom == atom.Form:
		return len(textUpTo(n, 1000)) < 1000
	}
	return n.DataAtom == atom.Header && !within(n, articleParts)
}

func within(n *html.Node, of elements) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if of[p.DataAtom] {
			return true
		}
	}
	return false
}
