package ui

import (
	"fmt"
	"regexp"
	"strings"
	"time"
	"unicode"

	"claimlens/annotate"
)

// paper is a citation in the words of a page.
type paper struct {
	annotate.Citation
	Reference string   // authors and source, Vancouver style, without the title
	Source    string   // journal, year, volume, issue and pages alone
	Tags      []string // design and species, short
	Band      string   // RETRACTED or CONCERN, else empty
	BandDate  string   // when the notice was given, as far as its reference says, else the reference itself
	BandWords string   // the notice's own reference, if it gives one
}

func paperOf(c annotate.Citation) paper {
	p := paper{Citation: c, Source: source(c), Tags: tags(c)}
	p.Reference = strings.TrimSpace(authors(c.Authors, 6) + " " + p.Source)
	if n, ok := c.Retracted(); ok {
		p.Band, p.BandWords, p.BandDate = "RETRACTED", n.Source, partialDate(n.Date)
	} else if n, ok := c.Concern(); ok {
		p.Band, p.BandWords, p.BandDate = "CONCERN", n.Source, partialDate(n.Date)
	}
	if p.BandDate == "" {
		p.BandDate = sourceDate(p.BandWords)
	}
	return p
}

// dated finds the date in a reference as PubMed writes it: "Examples. 2021 Jul 3;5(3):175".
var dated = regexp.MustCompile(`(?:^|[.:)] *)((?:19|20)\d\d)(?:[- ]([A-Z][a-z]{2})[a-z]*)?(?:[ ](\d{1,2}))?\b`)

// sourceDate is the date in a reference, in words; the reference where there is none.
func sourceDate(source string) string {
	m := dated.FindStringSubmatch(source)
	if m == nil {
		return source
	}
	month, err := time.Parse("Jan", m[2])
	if err != nil {
		return m[1]
	}
	return strings.TrimSpace(m[3] + " " + month.Format("January") + " " + m[1])
}

// authors are names as Vancouver style has them: family name and initials, after the limit "et al."; 0 is no limit.
func authors(all []annotate.Author, limit int) string {
	var names []string
	for i, a := range all {
		if limit > 0 && i == limit {
			names = append(names, "et al")
			break
		}
		name := a.Collective
		if a.Family != "" {
			name = strings.TrimSpace(a.Family + " " + initials(a.Given))
		}
		names = append(names, name)
	}
	if len(names) == 0 {
		return ""
	}
	return strings.Join(names, ", ") + "."
}

// initials are the first letters of given names; what is initials already, as in "MJ", stays.
func initials(given string) string {
	if given == strings.ToUpper(given) && len(given) <= 4 && !strings.ContainsAny(given, " .-") {
		return given
	}
	var b strings.Builder
	for _, word := range strings.FieldsFunc(given, func(r rune) bool { return unicode.IsSpace(r) || r == '-' || r == '.' }) {
		b.WriteRune([]rune(word)[0])
	}
	return strings.ToUpper(b.String())
}

// source is journal, year, volume, issue and pages: "Examples. 2021;14(2):101-9."
func source(c annotate.Citation) string {
	s := strings.TrimSuffix(c.Journal, ".")
	if c.Year != 0 {
		if s != "" {
			s += ". "
		}
		s += fmt.Sprint(c.Year)
	}
	if c.Volume != "" {
		s += ";" + c.Volume
	}
	if c.Issue != "" {
		s += "(" + c.Issue + ")"
	}
	if c.Pages != "" {
		s += ":" + c.Pages
	}
	if s == "" {
		return ""
	}
	return s + "."
}

// designs are the publication types that say how a study was made, the strongest first.
var designs = []struct{ name, tag string }{
	{"Meta-Analysis", "meta-analysis"},
	{"Systematic Review", "systematic review"},
	{"Randomized Controlled Trial", "RCT"},
	{"Pragmatic Clinical Trial", "pragmatic trial"},
	{"Controlled Clinical Trial", "controlled trial"},
	{"Clinical Trial", "trial"},
	{"Observational Study", "observational"},
	{"Case Reports", "case report"},
	{"Practice Guideline", "guideline"},
	{"Guideline", "guideline"},
	{"Review", "review"},
	{"Editorial", "editorial"},
	{"Letter", "letter"},
	{"Comment", "comment"},
	{"Preprint", "preprint"},
}

// tags are at most two designs, and the species when no people were studied.
func tags(c annotate.Citation) []string {
	var out []string
	for _, d := range designs {
		if len(out) < 2 && has(c.Types, d.name) {
			out = append(out, d.tag)
		}
	}
	if !has(c.Mesh, "Humans") {
		out = append(out, species(c.Mesh)...)
	}
	return out
}

func species(mesh []annotate.Term) []string {
	for _, s := range []struct{ name, tag string }{
		{"Mice", "mice"}, {"Rats", "rats"}, {"Swine", "pigs"}, {"Dogs", "dogs"}, {"Rabbits", "rabbits"},
		{"Animals", "animals"}, {"In Vitro Techniques", "cells"}, {"Cells, Cultured", "cells"},
	} {
		if has(mesh, s.name) {
			return []string{s.tag}
		}
	}
	return nil
}

func has(terms []annotate.Term, name string) bool {
	for _, t := range terms {
		if main, _, _ := strings.Cut(t.Name, "/"); main == name {
			return true
		}
	}
	return false
}
