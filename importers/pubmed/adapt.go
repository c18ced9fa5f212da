package pubmed

import (
	"regexp"
	"strings"

	"claimlens/annotate"
)

// draft is a citation in the making, with what PubMed says in several places of which one counts.
type draft struct {
	annotate.Citation
	abbreviation, iso, journal, book string // names of the journal or the book
	vernacular                       string // the title in the language of the paper
	ownDOI                           string // of the record itself
	start, end                       string // pages
	printed, electronic              string // dates
	list                             string // whose list of authors is read
	editors                          []annotate.Author
	author                           *annotate.Author // that is being read
	notice                           *annotate.Notice
}

// adapt makes a citation of a record's leaves, or several of a list of deleted ones, and hands them over.
func adapt(leaves []leaf, out *output) error {
	var d draft
	deleted := 0
	for _, l := range leaves {
		if l.path == "DeleteCitation/PMID" || l.path == "DeleteDocument/PMID" {
			deleted++
			if err := out.record(annotate.Citation{PMID: l.text, Deleted: true}); err != nil {
				return err
			}
		} else if take := adapters[l.path]; take != nil {
			take(&d, l)
		}
	}
	if deleted > 0 {
		return nil
	}
	return out.record(d.citation())
}

// adapters says what becomes of each leaf.
var adapters = map[string]func(d *draft, l leaf){
	"MedlineCitation/PMID":                        func(d *draft, l leaf) { d.PMID = l.text },
	"Article/ArticleTitle":                        func(d *draft, l leaf) { d.Title = l.text },
	"Article/VernacularTitle":                     func(d *draft, l leaf) { d.vernacular = l.text },
	"Journal/Title":                               func(d *draft, l leaf) { d.journal = l.text },
	"Journal/ISOAbbreviation":                     func(d *draft, l leaf) { d.iso = l.text },
	"MedlineJournalInfo/MedlineTA":                func(d *draft, l leaf) { d.abbreviation = l.text },
	"JournalIssue/Volume":                         func(d *draft, l leaf) { d.Volume = l.text },
	"JournalIssue/Issue":                          func(d *draft, l leaf) { d.Issue = l.text },
	"PubDate/Year":                                func(d *draft, l leaf) { d.printed = l.text },
	"PubDate/MedlineDate":                         func(d *draft, l leaf) { d.printed = l.text },
	"ArticleDate/Year":                            func(d *draft, l leaf) { d.electronic = l.text },
	"Pagination/MedlinePgn":                       func(d *draft, l leaf) { d.Pages = l.text },
	"Pagination/StartPage":                        func(d *draft, l leaf) { d.start = l.text },
	"Pagination/EndPage":                          func(d *draft, l leaf) { d.end = l.text },
	"Article/Language":                            takeLanguage,
	"Article/ELocationID":                         takeLocation,
	"ArticleIdList/ArticleId":                     takeID,
	"MedlineCitation/OtherID":                     takeOtherID,
	"Abstract/AbstractText":                       takeSection,
	"Article/AuthorList":                          func(d *draft, l leaf) { d.list = l.get("Type") },
	"AuthorList/Author":                           takeAuthor,
	"Author/LastName":                             func(d *draft, l leaf) { d.author.Family = l.text },
	"Author/ForeName":                             func(d *draft, l leaf) { d.author.Given = l.text },
	"Author/FirstName":                            func(d *draft, l leaf) { d.author.Given = l.text },
	"Author/Initials":                             takeInitials,
	"Author/CollectiveName":                       func(d *draft, l leaf) { d.author.Collective = l.text },
	"PublicationTypeList/PublicationType":         takeType,
	"MeshHeading/DescriptorName":                  takeHeading,
	"CommentsCorrectionsList/CommentsCorrections": takeNotice,
	"CommentsCorrections/PMID":                    func(d *draft, l leaf) { d.notice.PMID = l.text },
	"CommentsCorrections/RefSource":               takeSource,

	"BookDocument/PMID":            func(d *draft, l leaf) { d.PMID = l.text },
	"BookDocument/ArticleTitle":    func(d *draft, l leaf) { d.Title = l.text },
	"BookDocument/VernacularTitle": func(d *draft, l leaf) { d.vernacular = l.text },
	"BookDocument/Language":        takeLanguage,
	"BookDocument/AuthorList":      func(d *draft, l leaf) { d.list = l.get("Type") },
	"BookDocument/PublicationType": takeType,
	"Book/AuthorList":              func(d *draft, l leaf) { d.list = "editors" },
	"Book/BookTitle":               func(d *draft, l leaf) { d.book = l.text },
}

// citation settles what the record says in several places.
func (d *draft) citation() annotate.Citation {
	c := d.Citation
	c.Authors = named(d.Authors)
	if c.Authors == nil {
		c.Authors = named(d.editors)
	}
	c.Journal = first(d.abbreviation, d.iso, d.journal)
	c = titled(c, d.vernacular, d.book)
	c.DOI = first(d.ownDOI, c.DOI)
	if c.Pages == "" && d.start != "" {
		c.Pages = d.start
		if d.end != "" {
			c.Pages += "-" + d.end
		}
	}
	if c.Year = yearOf(d.printed); c.Year == 0 {
		c.Year = yearOf(d.electronic)
	}
	c.Types, c.Mesh, c.Notices = distinct(c.Types), distinct(c.Mesh), reported(c.Notices)
	return c
}

// titled settles the title: PubMed has “[Not Available]” where there is none in English, and a chapter stands in its book as
// an article stands in its journal.
func titled(c annotate.Citation, vernacular, book string) annotate.Citation {
	if c.Title == "" || strings.Trim(c.Title, "[]. ") == "Not Available" {
		c.Title = first(vernacular, c.Title)
	}
	switch {
	case c.Title == "":
		c.Title = book
	case c.Journal == "":
		c.Journal = book
	}
	return c
}

// first is the first of some texts that is not empty.
func first(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}

var yearPattern = regexp.MustCompile(`(?:^|[^0-9])((?:1[5-9]|20)[0-9][0-9])(?:[^0-9]|$)`)

// yearOf is the first year in a date in words, or 0.
func yearOf(date string) int {
	m := yearPattern.FindStringSubmatch(date)
	if m == nil {
		return 0
	}
	year := 0
	for _, c := range m[1] {
		year = 10*year + int(c-'0')
	}
	return year
}

// doiOf is a DOI without a resolver before it, in lower case.
func doiOf(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	for _, prefix := range []string{"https://", "http://", "dx.", "www.", "doi.org/", "doi:"} {
		s = strings.TrimSpace(strings.TrimPrefix(s, prefix))
	}
	if !strings.HasPrefix(s, "10.") {
		return ""
	}
	return s
}

var pmcPattern = regexp.MustCompile(`^(?:PMC)?([0-9]+)(?:\.[0-9]+)?$`)

// pmcOf is a PMC identifier, with its prefix and without a version, or "".
func pmcOf(s string) string {
	m := pmcPattern.FindStringSubmatch(strings.ToUpper(strings.TrimSpace(s)))
	if m == nil {
		return ""
	}
	return "PMC" + m[1]
}
