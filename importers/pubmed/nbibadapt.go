package pubmed

import (
	"regexp"
	"strings"

	"claimlens/annotate"
)

// refTypes are MEDLINE's tags for notices, and what PubMed's XML calls them.
var refTypes = map[string]string{
	"CIN": "CommentIn", "CON": "CommentOn",
	"CRI": "CorrectedandRepublishedIn", "CRF": "CorrectedandRepublishedFrom",
	"ECI": "ExpressionOfConcernIn", "ECF": "ExpressionOfConcernFor",
	"EIN": "ErratumIn", "EFR": "ErratumFor",
	"ORI":  "OriginalReportIn",
	"PRIN": "PartialRetractionIn", "PROF": "PartialRetractionOf",
	"RIN": "RetractionIn", "ROF": "RetractionOf",
	"RPI": "RepublishedIn", "RPF": "RepublishedFrom",
	"RRI": "RetractedandRepublishedIn", "RRF": "RetractedandRepublishedFrom",
	"SPIN": "SummaryForPatientsIn",
	"UIN":  "UpdateIn", "UOF": "UpdateOf",
}

// medlineDraft is a citation in the making.
type medlineDraft struct {
	annotate.Citation
	abbreviation, journal, vernacular, book string
	short                                   []annotate.Author // as AU has them
	locations, identifiers                  string            // DOIs of LID and AID
	printed, electronic, contributed        string            // dates
}

// adaptMedline makes a citation of a record's fields.
func adaptMedline(fields []field) annotate.Citation {
	var d medlineDraft
	for _, f := range fields {
		if f.text == "" {
			continue
		}
		if kind, ok := refTypes[f.tag]; ok {
			d.Notices = append(d.Notices, referenceOf(kind, f.text))
		} else if take := medlineAdapters[f.tag]; take != nil {
			take(&d, f.text)
		}
	}
	c := d.Citation
	if !hasPerson(c.Authors) {
		c.Authors = append(d.short, c.Authors...)
	}
	c.Types, c.Mesh = distinct(c.Types), distinct(c.Mesh)
	c.DOI = first(d.identifiers, d.locations)
	c.Journal = first(d.abbreviation, d.journal)
	c = dated(c, finer(d.printed, d.electronic), d.contributed)
	c = titled(c, d.vernacular, d.book)
	c.Keywords, c.Trials = withoutRepeats(c.Keywords), registered(c.Trials, c.Title, c.Abstract)
	return c
}

// medlineAdapters says what becomes of each field.
var medlineAdapters = map[string]func(d *medlineDraft, text string){
	"PMID": func(d *medlineDraft, text string) { d.PMID = text },
	"PMC":  func(d *medlineDraft, text string) { d.PMCID = pmcOf(text) },
	"TI":   func(d *medlineDraft, text string) { d.Title = text },
	"TT":   func(d *medlineDraft, text string) { d.vernacular = text },
	"BTI":  func(d *medlineDraft, text string) { d.book = text },
	"AB":   func(d *medlineDraft, text string) { d.Abstract = sectionsOf(text) },
	"FAU":  func(d *medlineDraft, text string) { d.Authors = append(d.Authors, fullAuthor(text)) },
	"AU":   func(d *medlineDraft, text string) { d.short = append(d.short, shortAuthor(text)) },
	"CN":   func(d *medlineDraft, text string) { d.Authors = append(d.Authors, annotate.Author{Collective: text}) },
	"TA":   func(d *medlineDraft, text string) { d.abbreviation = text },
	"JT":   func(d *medlineDraft, text string) { d.journal = text },
	"DP":   func(d *medlineDraft, text string) { d.printed = dateOf(text) },
	"DEP":  func(d *medlineDraft, text string) { d.electronic = daysOf(text) },
	"CTDT": func(d *medlineDraft, text string) { d.contributed = dateOf(text) },
	"LR":   func(d *medlineDraft, text string) { d.Revised = daysOf(text) },
	"DRDT": func(d *medlineDraft, text string) { d.Revised = dateOf(text) },
	"OT":   func(d *medlineDraft, text string) { d.Keywords = append(d.Keywords, strings.TrimPrefix(text, "*")) },
	"SI":   takeBank,
	"OAB":  takeOtherAbstract,
	"VI":   func(d *medlineDraft, text string) { d.Volume = text },
	"IP":   func(d *medlineDraft, text string) { d.Issue = text },
	"PG":   func(d *medlineDraft, text string) { d.Pages = text },
	"LA":   func(d *medlineDraft, text string) { d.Language = first(d.Language, text) },
	"LID":  func(d *medlineDraft, text string) { d.locations = first(d.locations, taggedDOI(text)) },
	"AID":  func(d *medlineDraft, text string) { d.identifiers = first(d.identifiers, taggedDOI(text)) },
	"PT":   func(d *medlineDraft, text string) { d.Types = append(d.Types, annotate.Term{Name: text}) },
	"MH":   func(d *medlineDraft, text string) { d.Mesh = append(d.Mesh, annotate.Term{Name: descriptor(text)}) },
}

// takeBank takes the number out of “ClinicalTrials.gov/NCT99000001”.
func takeBank(d *medlineDraft, text string) {
	bank, number, _ := strings.Cut(text, "/")
	d.Trials = append(d.Trials, accession(bank, number))
}

// takeOtherAbstract takes one in plain language, which says first what it is.
func takeOtherAbstract(d *medlineDraft, text string) {
	if plain, ok := strings.CutPrefix(text, "plain-language-summary:"); ok && d.Summary == "" {
		d.Summary = strings.TrimSpace(plain)
	}
}

// taggedDOI is the DOI of an identifier that is marked as one, or "".
func taggedDOI(text string) string {
	doi, ok := strings.CutSuffix(text, "[doi]")
	if !ok {
		return ""
	}
	return doiOf(doi)
}

// descriptor is a heading without its subheadings and without the star of a major topic.
func descriptor(heading string) string {
	name, _, _ := strings.Cut(heading, "/")
	return strings.Trim(name, "* ")
}

func hasPerson(authors []annotate.Author) bool {
	for _, a := range authors {
		if a.Family != "" {
			return true
		}
	}
	return false
}

// fullAuthor takes “Casbon, James A” apart.
func fullAuthor(text string) annotate.Author {
	family, given, _ := strings.Cut(text, ",")
	return annotate.Author{Family: strings.TrimSpace(family), Given: strings.TrimSpace(given)}
}

var initials = regexp.MustCompile(`^(.+?)\s+(\p{Lu}{1,4}(?:\s+(?:Jr|Sr|2nd|3rd|4th))?)$`)

// shortAuthor takes “Casbon JA” apart.
func shortAuthor(text string) annotate.Author {
	if m := initials.FindStringSubmatch(text); m != nil {
		return annotate.Author{Family: m[1], Given: m[2]}
	}
	return annotate.Author{Family: text}
}

var taggedPMID = regexp.MustCompile(`\s*\bPMID:\s*([0-9]{1,8})\b\.?`)

// referenceOf takes “Examples. 2022;6(1):60. PMID: 99000102” apart.
func referenceOf(kind, text string) annotate.Notice {
	n := annotate.Notice{Kind: kind, DOI: doiIn(text), Date: sourceDate(text)}
	if m := taggedPMID.FindStringSubmatch(text); m != nil {
		n.PMID = m[1]
	}
	n.Source = strings.TrimSpace(taggedPMID.ReplaceAllString(text, ""))
	return n
}
