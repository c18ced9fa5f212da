package ui

import (
	"fmt"
	"html/template"
	"reflect"
	"strings"
	"testing"
	"text/template/parse"
)

// pageStructs are the struct of every page, by the name of its template.
var pageStructs = map[string]framed{
	"about": &aboutPage{}, "article": &articlePage{}, "articles": &articlesPage{}, "citation": &citationPage{},
	"citations": &citationsPage{}, "claim": &claimPage{}, "claims": &claimsPage{}, "drop": &dropPage{}, "edit": &editPage{}, "history": &historyPage{}, "error": &errorPage{}, "events": &eventsPage{},
	"evidence": &evidencePage{}, "grade": &gradePage{}, "help": &helpPage{}, "home": &homePage{}, "import": &importPage{},
	"job": &jobPage{}, "find": &findPage{}, "look": &lookPage{}, "link": &linkPage{}, "report": &reportPage{}, "search": &searchPage{},
}

// Every field and method that a template names exists in the struct that it is shown with, in every branch, taken or not.
func TestTemplatesMatchTheirStructs(t *testing.T) {
	s := newSite(t)
	for name, tmpl := range s.server.pages {
		p, ok := pageStructs[name]
		if !ok {
			t.Errorf("template %s has no struct", name)
			continue
		}
		c := checker{t: t, tmpl: tmpl, funcs: s.server.funcs(), met: map[string]bool{}}
		c.template("frame", reflect.TypeOf(p))
	}
	if len(pageStructs) != len(s.server.pages) {
		t.Errorf("got %d templates, want %d", len(s.server.pages), len(pageStructs))
	}
}

// Every page can be executed with the zero value of its struct: nothing takes for granted what may be missing.
func TestTemplatesWithNothing(t *testing.T) {
	s := newSite(t)
	for name, p := range pageStructs {
		var b strings.Builder
		if err := s.server.pages[name].ExecuteTemplate(&b, "frame", p); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// checker walks a template's parse tree with the types that its values have. A nil type is one that isn't known, of
// which nothing is checked.
type checker struct {
	t     *testing.T
	tmpl  *template.Template
	funcs template.FuncMap
	met   map[string]bool
}

type scope struct {
	name string
	dot  reflect.Type
	vars map[string]reflect.Type
}

func (c *checker) template(name string, dot reflect.Type) {
	key := fmt.Sprint(name, " ", dot)
	if c.met[key] {
		return
	}
	c.met[key] = true
	found := c.tmpl.Lookup(name)
	if found == nil || found.Tree == nil {
		c.t.Errorf("no template %q", name)
		return
	}
	c.nodes(found.Tree.Root, scope{name, dot, map[string]reflect.Type{"$": dot}})
}

func (c *checker) nodes(list *parse.ListNode, s scope) {
	if list == nil {
		return
	}
	for _, n := range list.Nodes {
		switch n := n.(type) {
		case *parse.ActionNode:
			c.pipe(n.Pipe, s)
		case *parse.IfNode:
			c.pipe(n.Pipe, s)
			c.nodes(n.List, s)
			c.nodes(n.ElseList, s)
		case *parse.WithNode:
			inner := s
			inner.dot = c.pipe(n.Pipe, s)
			c.nodes(n.List, inner)
			c.nodes(n.ElseList, s)
		case *parse.RangeNode:
			inner := s
			inner.dot = c.rangeOver(n.Pipe, s)
			c.nodes(n.List, inner)
			c.nodes(n.ElseList, s)
		case *parse.TemplateNode:
			c.template(n.Name, c.pipe(n.Pipe, s))
		}
	}
}

// rangeOver is the type of the elements, which the variables of the range get too.
func (c *checker) rangeOver(p *parse.PipeNode, s scope) reflect.Type {
	var list reflect.Type
	for _, cmd := range p.Cmds {
		list = c.command(cmd, s)
	}
	key, elem := reflect.TypeFor[int](), reflect.Type(nil)
	if list != nil {
		switch list.Kind() {
		case reflect.Slice, reflect.Array:
			elem = list.Elem()
		case reflect.Map:
			key, elem = list.Key(), list.Elem()
		default:
			c.t.Errorf("%s: range over %v", s.name, list)
		}
	}
	switch len(p.Decl) {
	case 1:
		s.vars[p.Decl[0].Ident[0]] = elem
	case 2:
		s.vars[p.Decl[0].Ident[0]], s.vars[p.Decl[1].Ident[0]] = key, elem
	}
	return elem
}

func (c *checker) pipe(p *parse.PipeNode, s scope) reflect.Type {
	if p == nil {
		return nil
	}
	var last reflect.Type
	for _, cmd := range p.Cmds {
		last = c.command(cmd, s)
	}
	for _, v := range p.Decl {
		s.vars[v.Ident[0]] = last
	}
	return last
}

func (c *checker) command(cmd *parse.CommandNode, s scope) reflect.Type {
	var args []reflect.Type
	for _, a := range cmd.Args {
		args = append(args, c.value(a, s))
	}
	id, ok := cmd.Args[0].(*parse.IdentifierNode)
	if !ok {
		return args[0]
	}
	if f, ok := c.funcs[id.Ident]; ok {
		return reflect.TypeOf(f).Out(0)
	}
	if id.Ident == "index" && args[1] != nil {
		return args[1].Elem()
	}
	return nil // of the built-in functions nothing is asked further
}

func (c *checker) value(n parse.Node, s scope) reflect.Type {
	switch n := n.(type) {
	case *parse.DotNode:
		return s.dot
	case *parse.FieldNode:
		return c.chain(s.dot, n.Ident, s)
	case *parse.VariableNode:
		return c.chain(s.vars[n.Ident[0]], n.Ident[1:], s)
	case *parse.ChainNode:
		return c.chain(c.value(n.Node, s), n.Field, s)
	case *parse.PipeNode:
		return c.pipe(n, s)
	}
	return nil
}

func (c *checker) chain(t reflect.Type, names []string, s scope) reflect.Type {
	for _, name := range names {
		if t == nil {
			return nil
		}
		if m, ok := t.MethodByName(name); ok {
			t = m.Type.Out(0)
			continue
		}
		if t.Kind() == reflect.Pointer {
			t = t.Elem()
		}
		if m, ok := t.MethodByName(name); ok {
			t = m.Type.Out(0)
			continue
		}
		f, ok := reflect.StructField{}, false
		if t.Kind() == reflect.Struct {
			f, ok = t.FieldByName(name)
		}
		if !ok {
			c.t.Errorf("template %s: %v has no %s", s.name, t, name)
			return nil
		}
		t = f.Type
	}
	return t
}
