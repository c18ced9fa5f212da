package europepmc

import (
	"io"
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"claimlens/annotate"
)

// folded is a text with single spaces, and without characters that nobody prints.
func folded(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }), " ")
}

// plain is a text without its markup.
func plain(s string) string {
	if !strings.ContainsAny(s, "<&") {
		return folded(s)
	}
	var text string
	for _, x := range sections(s) {
		text += " " + x.Label + " " + x.Text
	}
	return folded(text)
}

// categories are what PubMed takes the usual titles of an abstract's sections for.
var categories = map[string]string{
	"background": "BACKGROUND", "introduction": "BACKGROUND", "context": "BACKGROUND", "rationale": "BACKGROUND",
	"objective": "OBJECTIVE", "objectives": "OBJECTIVE", "aim": "OBJECTIVE", "aims": "OBJECTIVE", "purpose": "OBJECTIVE",
	"methods": "METHODS", "method": "METHODS", "design": "METHODS", "setting": "METHODS", "participants": "METHODS",
	"patients": "METHODS", "interventions": "METHODS", "materials and methods": "METHODS", "main outcome measures": "METHODS",
	"results": "RESULTS", "findings": "RESULTS", "main results": "RESULTS",
	"conclusion": "CONCLUSIONS", "conclusions": "CONCLUSIONS", "interpretation": "CONCLUSIONS", "discussion": "CONCLUSIONS",
}

// sections are the parts of an abstract, each of which begins with a heading: <h4>Results</h4>. Other markup goes, as it
// does within words, and paragraphs and line breaks become spaces. A < that begins no tag is one.
func sections(s string) []annotate.Section {
	var out []annotate.Section
	var text strings.Builder
	label := ""
	end := func() {
		if t := folded(text.String()); t != "" {
			out = append(out, annotate.Section{Label: label, Category: categories[strings.ToLower(strings.TrimSuffix(label, ":"))], Text: t})
			label = ""
		}
		text.Reset()
	}
	in := html.NewTokenizer(strings.NewReader(s))
	for {
		kind := in.Next()
		switch kind {
		case html.ErrorToken:
			if in.Err() != io.EOF {
				text.WriteString(string(in.Raw()))
			}
			end()
			return out
		case html.TextToken:
			text.Write(in.Text())
			continue
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
		default: // comments and the like say nothing
			continue
		}
		name, _ := in.TagName()
		switch tag := string(name); {
		case isHeading(tag) && kind == html.StartTagToken:
			end()
		case isHeading(tag) && kind == html.EndTagToken:
			label = folded(text.String())
			text.Reset()
		case tag == "p" || tag == "br" || tag == "li" || tag == "div":
			text.WriteByte(' ')
		}
	}
}

func isHeading(tag string) bool {
	return len(tag) == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6'
}
