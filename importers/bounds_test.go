package importers

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"claimlens/annotate"
)

// Pages that are made to cost much more than they are long. They are refused, or read at a cost in proportion.
func TestCostlyPages(t *testing.T) {
	var unclosed, attributes strings.Builder
	for i := range 200 {
		fmt.Fprintf(&unclosed, "<b id=%d>", i)
	}
	for i := range maxNodes + 100 {
		fmt.Fprintf(&attributes, "a%d ", i)
	}
	behind := "<p>" + unclosed.String() + "</p><applet>" + strings.Repeat("</b>", 200) + "</applet>"
	for _, tt := range []struct{ name, page, want string }{
		{"nested deeply", strings.Repeat("<div>", 600) + sentence, "nested too deeply"},
		{"many elements", strings.Repeat("<p>a</p>", maxNodes/2), "built of more than"},
		{"many attributes", "<p " + attributes.String() + ">" + sentence, "built of more than"},
		{"formatting that is never closed", unclosed.String() + strings.Repeat("<p>x</p>", 5000), "built of more than"},
		{"formatting that only seems to be closed", behind + strings.Repeat("<p>x</p>", 5000), "built of more than"},
		{"a book", "<p>" + strings.Repeat("word ", annotate.MaxText/5+1), "a book is not an article"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := readHTML(Document{Data: []byte("<html><body>" + tt.page)})
			if !errors.Is(err, annotate.ErrInvalid) || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %q", err, tt.want)
			}
		})
	}
}

// Formatting that is closed, repeated or left open as on old pages does not make a page costly.
func TestNodesIn(t *testing.T) {
	for _, tt := range []struct {
		name, page string
		most       int
	}{
		{"closed", strings.Repeat("<p><b>a</b> <i>b</i></p>", 100), 1300},
		{"anchors left open", strings.Repeat("<p><a name=x>a</p>", 100), 700},
		{"fonts left open", strings.Repeat("<p><font size=2>a</p>", 100), 1300},
		{"in cells", "<table>" + strings.Repeat("<tr><td><b>a</td></tr>", 100) + "</table>", 1300},
	} {
		if got := nodesIn(tt.page, maxNodes); got > tt.most {
			t.Errorf("%s: got %d nodes, want %d at most", tt.name, got, tt.most)
		}
	}
}

// A page whose main text would take too long to find is read whole.
func TestCostlyExtraction(t *testing.T) {
	words := "<nav>Home</nav>" + strings.Repeat("<div>", 400) + strings.Repeat("<p>"+strings.Repeat(sentence, 20)+"</p>", 600)
	a, err := readHTML(Document{Data: []byte("<html><body>" + words)})
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Blocks) != 600 || strings.Contains(a.Text, "Home") {
		t.Errorf("got %d blocks", len(a.Blocks))
	}
}

// The extraction fails on nothing that it is given: a panic in it is a page without a main text.
func TestExtractionPanics(t *testing.T) {
	if got := readable(nil); got != nil {
		t.Errorf("got %v", got)
	}
}
