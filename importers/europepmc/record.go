package europepmc

import (
	"regexp"
	"strconv"
	"strings"

	"claimlens/annotate"
)

// record is a paper as Europe PMC describes it, as far as it is wanted.
type record struct {
	ID, Source, PMID, PMCID, DOI string

	Title    string
	Authors  struct{ Author []author } `json:"authorList"`
	Journal  journal                   `json:"journalInfo"`
	Book     struct{ Title string }    `json:"bookOrReportDetails"`
	PubYear  string
	Pages    string `json:"pageInfo"`
	Abstract string `json:"abstractText"`
	Language string
	Types    struct{ PubType []string }            `json:"pubTypeList"`
	Mesh     struct{ MeshHeading []heading }       `json:"meshHeadingList"`
	Keywords struct{ Keyword []string }            `json:"keywordList"`
	Comments struct{ CommentCorrection []comment } `json:"commentCorrectionList"`

	First      string `json:"firstPublicationDate"`
	Electronic string `json:"electronicPublicationDate"`
	Revised    string `json:"dateOfRevision"`
}

type author struct {
	FullName, FirstName, LastName, Initials, CollectiveName string
}

type journal struct {
	Volume, Issue string
	Date          string `json:"dateOfPublication"`
	Year          int    `json:"yearOfPublication"`
	Month         int    `json:"monthOfPublication"`
	Printed       string `json:"printPublicationDate"`
	Journal       struct {
		Title, MedlineAbbreviation, ISOAbbreviation string
	}
}

type heading struct {
	Name string `json:"descriptorName"`
}

type comment struct {
	ID, Source, Reference, Type string
}

// citation adapts the record.
func (r record) citation() annotate.Citation {
	c := annotate.Citation{
		PMID: r.pmid(), DOI: identifier(annotate.DOI, r.DOI), PMCID: identifier(annotate.PMCID, r.PMCID),
		Title: plain(r.Title), Journal: plain(first(r.Journal.Journal.MedlineAbbreviation, r.Journal.Journal.ISOAbbreviation, r.Journal.Journal.Title, r.Book.Title)),
		Volume: plain(r.Journal.Volume), Issue: plain(r.Journal.Issue), Pages: plain(r.Pages), Language: plain(r.Language),
		Abstract: sections(r.Abstract), Revised: day(r.Revised),
	}
	c.ID = annotate.CitationID(c.PMID)
	c.Year, c.Date = r.date()
	for _, a := range r.Authors.Author {
		if x := a.author(); x != (annotate.Author{}) {
			c.Authors = append(c.Authors, x)
		}
	}
	for _, name := range r.Types.PubType {
		if name = plain(name); name != "" {
			c.Types = append(c.Types, annotate.Term{Name: typeName(name)})
		}
	}
	for _, h := range r.Mesh.MeshHeading {
		if name := plain(h.Name); name != "" {
			c.Mesh = append(c.Mesh, annotate.Term{Name: name})
		}
	}
	for _, k := range r.Keywords.Keyword {
		if k = plain(k); k != "" {
			c.Keywords = append(c.Keywords, k)
		}
	}
	for _, x := range r.Comments.CommentCorrection {
		if n, ok := x.notice(); ok {
			c.Notices = append(c.Notices, n)
		}
	}
	return c
}

// identifier is a DOI or a PMCID as we write it, or "" for what is none.
func identifier(kind annotate.IdentifierKind, s string) string {
	id, err := annotate.ReadIdentifier(s)
	if err != nil || id.Kind != kind {
		return ""
	}
	return id.Value
}

func (r record) pmid() string {
	if r.PMID == "" && r.Source == "MED" {
		return r.ID
	}
	return r.PMID
}

// typeName is a type's name as PubMed writes it; Europe PMC writes some in small letters.
func typeName(name string) string {
	if name != strings.ToLower(name) {
		return name
	}
	words := strings.Fields(strings.ReplaceAll(name, "-", " "))
	for i, w := range words {
		if w != "of" && w != "as" && w != "in" && w != "and" {
			words[i] = strings.ToUpper(w[:1]) + w[1:]
		}
	}
	return strings.Join(words, " ")
}

func (a author) author() annotate.Author {
	if a.CollectiveName != "" {
		return annotate.Author{Collective: plain(a.CollectiveName)}
	}
	x := annotate.Author{Family: plain(a.LastName), Given: plain(first(a.FirstName, a.Initials))}
	if x.Family == "" {
		x = annotate.Author{Family: plain(first(a.FullName, a.FirstName))}
	}
	return x
}

func first(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}

var days = regexp.MustCompile(`^(1[5-9][0-9]{2}|20[0-9]{2})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$`)

// day is a date if it is one.
func day(s string) string {
	if days.MatchString(s) {
		return s
	}
	return ""
}

var (
	yearIn = regexp.MustCompile(`\b(1[5-9][0-9]{2}|20[0-9]{2})\b`)
	months = regexp.MustCompile(`(?i)^\S+\s+(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?:\s+([0-9]{1,2}))?$`)
)

// date is the year of publication, and the date as far as it is known: that of the issue, else the electronic one.
func (r record) date() (year int, date string) {
	y := yearIn.FindString(r.Journal.Date)
	if y == "" {
		date = first(day(r.Electronic), day(r.First))
		year = r.Journal.Year
		if year == 0 {
			year, _ = strconv.Atoi(yearIn.FindString(first(date, r.PubYear))) // none is 0
		}
		if date == "" && year != 0 {
			date = strconv.Itoa(year)
		}
		return year, date
	}
	year, _ = strconv.Atoi(y) // it is four digits
	date = y
	if m := months.FindStringSubmatch(r.Journal.Date); m != nil {
		month := strings.Index("janfebmaraprmayjunjulaugsepoctnovdec", strings.ToLower(m[1]))/3 + 1
		date += "-" + two(strconv.Itoa(month))
		if d := day(date + "-" + two(m[2])); d != "" {
			date = d
		}
	}
	return year, date
}

func two(s string) string {
	if len(s) == 1 {
		return "0" + s
	}
	return s
}
