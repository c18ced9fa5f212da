package annotate

import (
	"slices"
	"strings"
)

// Check lists what is wrong with what a source said.
func (n NoticeCheck) Check() error {
	var p Problems
	if n.From != Crossref && n.From != RetractionWatch {
		p.Add("from", "%q is no source of notices", n.From)
	}
	if len(n.Notices) > 1000 {
		p.Add("notices", "there are %d; 1000 is the most", len(n.Notices))
		return p
	}
	for _, x := range n.Notices {
		if x.From != n.From {
			p.Add("notices", "%q is what %q says, not %q", x.Kind, x.From, n.From)
		}
		p.text("notice", x.Kind, 100, true)
		p.text("notice", x.PMID, 100, false)
		p.text("notice", x.DOI, 1000, false)
		p.text("notice", x.Source, 2000, false)
		p.text("notice", x.Date, 10, false)
		p.text("notice", x.Reason, 2000, false)
	}
	p.text("by", n.By, MaxName, true)
	return p.Err()
}

// Heard is what sources said when each was asked last: checks are of one paper, the last first. The sources come in the
// order of their names.
func Heard(checks []NoticeCheck) []Notice {
	var latest []NoticeCheck
	for _, c := range checks {
		if !slices.ContainsFunc(latest, func(x NoticeCheck) bool { return x.From == c.From }) {
			latest = append(latest, c)
		}
	}
	slices.SortFunc(latest, func(a, b NoticeCheck) int { return strings.Compare(string(a.From), string(b.From)) })
	var heard []Notice
	for _, c := range latest {
		heard = append(heard, c.Notices...)
	}
	return heard
}
