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
	printed, electronic, contributed day    // dates
	revised                          day
	inWords                          string              // the printed one, where it is one in words
	plain, plainForeign              []annotate.Section  // abstracts in plain language
	other                            []annotate.Section  // an abstract by others, in English
	into                             *[]annotate.Section // which of them is being read
	bank                             string              // the data bank that is being read
	list                             string              // whose list of authors is read
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
			if err := out.record(annotate.Citation{PMID: l.text, Deleted: true}, false); err != nil {
				return err
			}
		} else if take := adapters[l.path]; take != nil {
			take(&d, l)
		}
	}
	if deleted > 0 {
		return nil
	}
	return out.record(d.citation(), false)
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
	"PubDate/Year":                                func(d *draft, l leaf) { d.printed.year = l.text },
	"PubDate/Month":                               func(d *draft, l leaf) { d.printed.month = l.text },
	"PubDate/Day":                                 func(d *draft, l leaf) { d.printed.day = l.text },
	"PubDate/MedlineDate":                         func(d *draft, l leaf) { d.inWords = l.text },
	"ArticleDate/Year":                            func(d *draft, l leaf) { d.electronic.year = l.text },
	"ArticleDate/Month":                           func(d *draft, l leaf) { d.electronic.month = l.text },
	"ArticleDate/Day":                             func(d *draft, l leaf) { d.electronic.day = l.text },
	"DateRevised/Year":                            func(d *draft, l leaf) { d.revised.year = l.text },
	"DateRevised/Month":                           func(d *draft, l leaf) { d.revised.month = l.text },
	"DateRevised/Day":                             func(d *draft, l leaf) { d.revised.day = l.text },
	"Pagination/MedlinePgn":                       func(d *draft, l leaf) { d.Pages = l.text },
	"Pagination/StartPage":                        func(d *draft, l leaf) { d.start = l.text },
	"Pagination/EndPage":                          func(d *draft, l leaf) { d.end = l.text },
	"Article/Language":                            takeLanguage,
	"Article/ELocationID":                         takeLocation,
	"ArticleIdList/ArticleId":                     takeID,
	"MedlineCitation/OtherID":                     takeOtherID,
	"Abstract/AbstractText":                       takeSection,
	"MedlineCitation/OtherAbstract":               takeOther,
	"OtherAbstract/AbstractText":                  takeOtherSection,
	"DataBankList/DataBank":                       func(d *draft, _ leaf) { d.bank = "" },
	"DataBank/DataBankName":                       func(d *draft, l leaf) { d.bank = l.text },
	"AccessionNumberList/AccessionNumber":         func(d *draft, l leaf) { d.Trials = append(d.Trials, accession(d.bank, l.text)) },
	"KeywordList/Keyword":                         func(d *draft, l leaf) { d.Keywords = append(d.Keywords, l.text) },
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
	"ContributionDate/Year":        func(d *draft, l leaf) { d.contributed.year = l.text },
	"ContributionDate/Month":       func(d *draft, l leaf) { d.contributed.month = l.text },
	"ContributionDate/Day":         func(d *draft, l leaf) { d.contributed.day = l.text },
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
	c = dated(c, finer(first(d.printed.String(), dateOf(d.inWords)), d.electronic.String()), d.contributed.String())
	c.Revised = d.revised.String()
	c.Summary = first(joined(d.plain), joined(d.plainForeign))
	if c.Abstract == nil {
		c.Abstract = d.other
	}
	c.Types, c.Mesh, c.Notices = distinct(c.Types), distinct(c.Mesh), reported(c.Notices)
	c.Keywords, c.Trials = withoutRepeats(c.Keywords), registered(c.Trials, c.Title, c.Abstract)
	return c
}

// dated gives a citation the first of some dates that is not empty.
func dated(c annotate.Citation, dates ...string) annotate.Citation {
	c.Date = first(dates...)
	c.Year = yearOf(c.Date)
	return c
}

// titled settles the title: PubMed has “[Not Available]” where there is none in English, else beside the title in the
// paper's language a translation of it, in brackets; and a chapter stands in its book as an article stands in its journal.
func titled(c annotate.Citation, vernacular, book string) annotate.Citation {
	if c.Title == "" || strings.Trim(c.Title, "[]. ") == "Not Available" {
		c.Title = first(vernacular, c.Title)
	}
	if !sameWords(c.Title, vernacular) {
		c.Original = vernacular
	}
	switch {
	case c.Title == "":
		c.Title = book
	case c.Journal == "":
		c.Journal = book
	}
	return c
}

// sameWords says whether two titles are the same but for the brackets and the point.
func sameWords(a, b string) bool {
	const around = "[]. "
	return strings.EqualFold(strings.Trim(a, around), strings.Trim(b, around))
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
