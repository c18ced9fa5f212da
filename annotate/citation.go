package annotate

import (
	"strings"

	"github.com/google/uuid"
)

// Citation is a paper as PubMed describes it. Version counts the descriptions that the store has held of it, from 1, and
// is set by the store: a record that differs from the latest becomes the next version.
type Citation struct {
	ID       uuid.UUID `json:"id"`
	Version  int       `json:"version"`
	PMID     string    `json:"pmid"`
	DOI      string    `json:"doi,omitempty"` // without a resolver before it, lower case
	PMCID    string    `json:"pmcid,omitempty"`
	Title    string    `json:"title"`
	Original string    `json:"original,omitempty"` // the title in the paper's own language, where Title is a translation
	Authors  []Author  `json:"authors,omitempty"`  // in the order of the record
	Journal  string    `json:"journal,omitempty"`
	Year     int       `json:"year,omitempty"` // of publication; 0 if the record does not say
	Date     string    `json:"date,omitempty"` // of publication as far as it is known: 2021-07-03, 2021-07 or 2021
	Volume   string    `json:"volume,omitempty"`
	Issue    string    `json:"issue,omitempty"`
	Pages    string    `json:"pages,omitempty"`
	Language string    `json:"language,omitempty"` // three letters, as PubMed has it
	Types    []Term    `json:"types,omitempty"`    // publication types
	Mesh     []Term    `json:"mesh,omitempty"`     // MeSH headings
	Keywords []string  `json:"keywords,omitempty"` // the authors' own
	Trials   []string  `json:"trials,omitempty"`   // registration numbers, as in NCT01234567, in capitals
	Notices  []Notice  `json:"notices,omitempty"`  // what PubMed's record says
	Heard    []Notice  `json:"heard,omitempty"`    // what others say (NoticeCheck): set by the store, no part of a version
	Abstract []Section `json:"abstract,omitempty"`
	Summary  string    `json:"summary,omitempty"` // in plain language, where the record has one
	Revised  string    `json:"revised,omitempty"` // the day on which PubMed last revised the record: 2021-07-03
	Deleted  bool      `json:"deleted,omitempty"` // PubMed took the record back
}

// Author is a person (Family, Given) or a group (Collective).
type Author struct {
	Family     string `json:"family,omitempty"`
	Given      string `json:"given,omitempty"`
	Collective string `json:"collective,omitempty"`
}

// Term is a heading of PubMed's with its unique identifier, as in "Randomized Controlled Trial", D016449.
type Term struct {
	UI   string `json:"ui,omitempty"`
	Name string `json:"name"`
}

// Section is one part of an abstract. An unstructured abstract is one section without a label.
type Section struct {
	Label    string `json:"label,omitempty"`    // as printed: "RESULTS"
	Category string `json:"category,omitempty"` // BACKGROUND, OBJECTIVE, METHODS, RESULTS, CONCLUSIONS, UNASSIGNED or empty
	Text     string `json:"text"`
}

// Check lists what is wrong with the citation.
func (c Citation) Check() error {
	var p Problems
	if !ValidPMID(c.PMID) {
		p.Add("PMID", "%q is not a PMID: one to eight digits, not beginning with 0", c.PMID)
	}
	if c.ID != CitationID(c.PMID) {
		p.Add("id", "does not belong to PMID %s", c.PMID)
	}
	p.text("title", c.Title, 4000, !c.Deleted)
	if c.Year != 0 && (c.Year < 1500 || c.Year > 2200) {
		p.Add("year", "%d is not a year of publication", c.Year)
	}
	total := 0
	for _, s := range c.Abstract {
		p.text("abstract", s.Text, 200_000, false)
		total += len(s.Text)
	}
	if total > 1_000_000 {
		p.Add("abstract", "is longer than a million bytes")
	}
	return p.Err()
}

// ValidPMID says whether s has the form of a PMID: one to eight digits, the first not 0.
func ValidPMID(s string) bool {
	if len(s) < 1 || len(s) > 8 || s[0] == '0' {
		return false
	}
	return strings.Trim(s, "0123456789") == ""
}
