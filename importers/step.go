package importers

import (
	"regexp"
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
	all    int
	names  map[string]int
}

// plainName is an element's name that XPath can name. Of the others HTML has many: "o:p", "a[b", "ø".
var plainName = regexp.MustCompile(`^[a-z][a-z0-9_.-]*$`)

// next is the step to the child n, an element. One that has no plain name, or is no element of HTML, as in drawings and
// formulas, is named as the nth of all.
func (c *children) next(n *html.Node) *step {
	c.all++
	if n.Namespace != "" || n.DataAtom == 0 && !plainName.MatchString(n.Data) {
		return &step{parent: c.parent, name: "*", nth: c.all}
	}
	if c.names == nil {
		c.names = map[string]int{}
	}
	c.names[n.Data]++
	return &step{parent: c.parent, name: n.Data, nth: c.names[n.Data]}
}
