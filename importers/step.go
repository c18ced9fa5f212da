package importers

import (
	"strconv"

	"golang.org/x/net/html"
)

// step is one element on the way from the page's root: the nth of its parent's children of that name.
type step struct {
	parent *step
	name   string
	nth    int
	xpath  string // made when it is first asked for
}

// path is the XPath of the element, "" for the document.
func (s *step) path() string {
	if s.name == "" {
		return ""
	}
	if s.xpath == "" {
		s.xpath = s.parent.path() + "/" + s.name + "[" + strconv.Itoa(s.nth) + "]"
	}
	return s.xpath
}

// children counts an element's children, so that each can be told which of its kind it is.
type children struct {
	parent *step
	texts  int
	names  map[string]int
}

// next is the step to the child n, an element.
func (c *children) next(n *html.Node) *step {
	if c.names == nil {
		c.names = map[string]int{}
	}
	c.names[n.Data]++
	return &step{parent: c.parent, name: n.Data, nth: c.names[n.Data]}
}
