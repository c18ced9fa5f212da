package pubmed

import (
	"bytes"
	"strings"
)

// flat makes plain text of text with markup: the text of all elements one after another, white space as single spaces.
// What would change its meaning is kept: an exponent becomes superscript characters where there are such, so that
// 10<sup>9</sup> is not 109, and the two parts of a fraction are kept apart.
type flat struct {
	depth int // of the element of which it is the text
	text  []byte
	open  []markup
}

// markup is an element within the text.
type markup struct {
	kind     string
	start    int // where its text begins
	children int
}

func (f *flat) add(b []byte) { f.text = append(f.text, b...) }

func (f *flat) start(name []byte) {
	if i := bytes.IndexByte(name, ':'); i >= 0 {
		name = name[i+1:]
	}
	kind := string(name)
	if n := len(f.open); n > 0 {
		in := &f.open[n-1]
		if in.children++; in.children == 2 {
			switch in.kind {
			case "mfrac":
				f.text = append(f.text, '/')
			case "msup":
				kind = "exponent"
			}
		}
	}
	f.open = append(f.open, markup{kind: kind, start: len(f.text)})
}

func (f *flat) end() {
	m := f.open[len(f.open)-1]
	f.open = f.open[:len(f.open)-1]
	if m.kind != "sup" && m.kind != "exponent" {
		return
	}
	inner := string(bytes.TrimSpace(f.text[m.start:]))
	raised, ok := superscript(inner)
	switch {
	case ok:
		f.text = append(f.text[:m.start], raised...)
	case m.kind == "exponent":
		f.text = append(append(f.text[:m.start], '^'), inner...)
	}
}

// String is the plain text.
func (f *flat) String() string { return strings.Join(strings.Fields(string(f.text)), " ") }

var superscripts = strings.NewReplacer(
	"0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹",
	"+", "⁺", "-", "⁻", "−", "⁻", "–", "⁻", "n", "ⁿ", "(", "⁽", ")", "⁾")

// superscript writes numbers and signs in superscript characters, and says whether s is made of such.
func superscript(s string) (string, bool) {
	if s == "" || strings.Trim(s, "0123456789+-−–n()") != "" {
		return "", false
	}
	return superscripts.Replace(s), true
}
