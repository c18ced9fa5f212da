package retractionwatch

import (
	"slices"
	"strings"

	"claimlens/annotate"
)

// columns says where the columns are that are read.
type columns struct {
	count                                 int // at least so many cells has a row
	title, date, nature, reason           int
	noticeDOI, noticePMID, paperDOI, pmid int
}

// columnsOf finds the columns by the names in the first row.
func columnsOf(names []string) (columns, error) {
	var c columns
	for _, x := range []struct {
		name string
		at   *int
	}{
		{"Title", &c.title},
		{"RetractionDate", &c.date},
		{"RetractionDOI", &c.noticeDOI},
		{"RetractionPubMedID", &c.noticePMID},
		{"OriginalPaperDOI", &c.paperDOI},
		{"OriginalPaperPubMedID", &c.pmid},
		{"RetractionNature", &c.nature},
		{"Reason", &c.reason},
	} {
		*x.at = slices.IndexFunc(names, func(s string) bool {
			return strings.EqualFold(strings.TrimSpace(strings.TrimPrefix(s, "\uFEFF")), x.name)
		})
		if *x.at < 0 {
			return c, faultf("is no Retraction Watch file: its first row names no column %s", x.name)
		}
		c.count = max(c.count, *x.at+1)
	}
	return c, nil
}

// fit says whether a row has the columns, and nature among them, which a row that was cut at the wrong place has not.
func (c columns) fit(cells []string) bool {
	return len(cells) >= c.count && natureOf(cells[c.nature]) != unknown
}

// row reads the cells of a row that fits.
func (c columns) row(cells []string) Row {
	r := Row{PMID: pmidOf(cells[c.pmid]), DOI: doiOf(cells[c.paperDOI]), Title: strings.TrimSpace(cells[c.title])}
	if r.PMID == "" && r.DOI == "" {
		r.Err = faultf("names neither a PMID nor a DOI of the paper")
		return r
	}
	n := annotate.Notice{
		PMID: pmidOf(cells[c.noticePMID]),
		DOI:  doiOf(cells[c.noticeDOI]),
		Date: dateOf(cells[c.date]),
		From: annotate.RetractionWatch,
	}
	if n.PMID == r.PMID {
		n.PMID = ""
	}
	if r.DOI != "" && withoutWord(n.DOI) == withoutWord(r.DOI) { // the paper's own, perhaps with a word behind it
		n.DOI = ""
	}
	r.Notices = noticesOf(n, natureOf(cells[c.nature]), reasonsOf(cells[c.reason]))
	return r
}
