package study

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"claimlens/annotate"
)

// Group is papers that report one study, as indexes into the list that was asked about, and why they are taken for one, in words. A
// paper that stands alone has no reason.
type Group struct {
	Papers []int
	Why    []string
}

// Independent counts the studies behind papers: those that report one study count once.
func Independent(papers []annotate.Citation) int { return len(Reports(papers)) }

// Reports groups papers by the study that they report, in the order of each group's first paper. Papers are taken for reports of one study
// when they name the same registration, when PubMed links them as versions of one another, when one is the preprint of the other,
// or when authors, title, design, number of people and date all agree. Where one of these is not told, the papers stay
// apart: to count one study twice is milder than to lose one. A review names many trials and reports none.
func Reports(papers []annotate.Citation) []Group {
	g := grouping{of: make([]int, len(papers)), why: map[int][]string{}}
	all := make([]report, len(papers))
	for i, c := range papers {
		g.of[i] = i
		all[i] = reportOf(c)
	}
	g.byRegistration(all)
	g.byLink(papers)
	g.byVersion(all)
	g.byLikeness(all)
	return g.groups()
}

// report is what a paper is compared by.
type report struct {
	Study
	paper   annotate.Citation
	authors []string // family and first initial, in order
	title   map[string]bool
	plain   string // the title's letters and digits
	trials  []string
}

func reportOf(c annotate.Citation) report {
	r := report{Study: Of(c), paper: c, title: map[string]bool{}}
	for _, a := range c.Authors {
		if a.Family != "" && len(r.authors) < maxAuthors {
			r.authors = append(r.authors, authorKey(a))
		}
	}
	for _, w := range sentenceOf(cut(c.Title, maxTitle)).words {
		if len(w) > 3 {
			r.title[w] = true
		}
		r.plain += w
	}
	if !r.Design.synthesis() && r.Design != Review && r.Design != Guideline {
		r.trials = registrations(c)
	}
	return r
}

// Bounds on what is compared.
const (
	maxAuthors = 100
	maxSharing = 60 // papers with an author of one name; a name that more share tells nothing
	maxNamed   = 2  // registrations that a report of one study names
)

func authorKey(a annotate.Author) string {
	initial := ""
	for _, r := range a.Given {
		if unicode.IsLetter(r) {
			initial = string(unicode.ToLower(r))
			break
		}
	}
	return strings.ToLower(a.Family) + " " + initial
}

var registration = regexp.MustCompile(`(?i)\b(?:NCT\d{8}|ISRCTN\s?\d{5,9}|ACTRN\d{14}|ChiCTR[-A-Z]*\d{8,12}|EUCTR\d{4}-\d{6}-\d{2}|UMIN\d{9}|DRKS\d{8}|IRCT\d{8,20}N?\d*|PACTR\d{12,17}|TCTR\d{8,12}|CTRI/\d{4}/\d{2,3}/\d{6})\b`)

// registrations are the trials that a paper says it reports; none if it names so many that it must speak of others'.
func registrations(c annotate.Citation) []string {
	var out []string
	add := func(s string) { out = append(out, strings.ToUpper(strings.Join(strings.Fields(s), ""))) }
	for _, t := range c.Trials {
		add(t)
	}
	left := maxAbstract
	for _, s := range c.Abstract {
		text := cut(s.Text, left)
		left -= len(text)
		for _, t := range registration.FindAllString(text, -1) {
			add(t)
		}
	}
	slices.Sort(out)
	out = slices.Compact(out)
	if len(out) > maxNamed {
		return nil
	}
	return out
}

// grouping joins papers: of is a forest in which each paper points to one of its group, the first to itself.
type grouping struct {
	of  []int
	why map[int][]string // by the later paper of the pair that was joined
}

func (g *grouping) root(i int) int {
	for g.of[i] != i {
		g.of[i] = g.of[g.of[i]]
		i = g.of[i]
	}
	return i
}

func (g *grouping) join(i, j int, why string) {
	a, b := g.root(i), g.root(j)
	if a == b {
		return
	}
	g.of[max(a, b)] = min(a, b)
	g.why[max(i, j)] = append(g.why[max(i, j)], why)
}

func (g *grouping) groups() []Group {
	at := map[int]int{}
	var out []Group
	for i := range g.of {
		r := g.root(i)
		n, ok := at[r]
		if !ok {
			n = len(out)
			at[r] = n
			out = append(out, Group{})
		}
		out[n].Papers = append(out[n].Papers, i)
		for _, why := range g.why[i] {
			if !slices.Contains(out[n].Why, why) {
				out[n].Why = append(out[n].Why, why)
			}
		}
	}
	return out
}

func (g *grouping) byRegistration(all []report) {
	named := map[string]int{}
	for i, r := range all {
		for _, t := range r.trials {
			if j, ok := named[t]; ok {
				g.join(j, i, "both name the trial "+t)
			} else {
				named[t] = i
			}
		}
	}
}

// versions are the links that make one paper a version or a part of another, or a notice about it.
var versions = map[string]string{
	"UpdateOf": "an update", "UpdateIn": "an update", "CorrectedandRepublishedFrom": "corrected and republished", "CorrectedandRepublishedIn": "corrected and republished",
	"RetractedandRepublishedFrom": "retracted and republished", "RetractedandRepublishedIn": "retracted and republished", "RepublishedFrom": "republished", "RepublishedIn": "republished",
	"ErratumFor": "an erratum", "ErratumIn": "an erratum", "RetractionOf": "a retraction", "RetractionIn": "a retraction", "OriginalReportIn": "the original report",
	"SummaryForPatientsIn": "a summary for patients",
}

func (g *grouping) byLink(papers []annotate.Citation) {
	at := map[string]int{}
	for i, c := range papers {
		if c.PMID != "" {
			at[c.PMID] = i
		}
	}
	for i, c := range papers {
		for _, n := range c.Notices {
			if j, ok := at[n.PMID]; ok && n.PMID != "" && j != i && versions[n.Kind] != "" {
				g.join(j, i, "PubMed links them: "+versions[n.Kind])
			}
		}
	}
}

var version = regexp.MustCompile(`[./]v\d{1,2}$`)

func (g *grouping) byVersion(all []report) {
	dois, titles := map[string]int{}, map[string][]int{}
	for i, r := range all {
		if doi := version.ReplaceAllString(strings.ToLower(r.paper.DOI), ""); doi != "" {
			if j, ok := dois[doi]; ok {
				g.join(j, i, "have one DOI")
			} else {
				dois[doi] = i
			}
		}
		if len(r.plain) < 20 || len(r.authors) == 0 || len(titles[r.plain]) >= maxSharing {
			continue
		}
		for _, j := range titles[r.plain] {
			if o := all[j]; (o.Preprint || r.Preprint) && o.authors[0] == r.authors[0] {
				g.join(j, i, "preprint and journal, with one title and first author")
			}
		}
		titles[r.plain] = append(titles[r.plain], i)
	}
}

// byLikeness compares the papers that share a first or last author.
func (g *grouping) byLikeness(all []report) {
	sharing := map[string][]int{}
	for i, r := range all {
		if len(r.authors) < 2 || !r.Design.primary() {
			continue
		}
		for _, a := range []string{r.authors[0], r.authors[len(r.authors)-1]} {
			if len(sharing[a]) >= maxSharing {
				continue
			}
			for _, j := range sharing[a] {
				if j != i && alike(all[j], r) {
					g.join(j, i, "share authors, design, subject and "+number(r.Sample)+" "+r.SampleOf)
				}
			}
			sharing[a] = append(sharing[a], i)
		}
	}
}

// What has to agree for two papers to be reports of one study without saying so.
const (
	sharedAuthors   = 0.5 // of the shorter list
	sharedTitle     = 0.4 // of the words of both titles
	sharedTitleSaid = 0.2 // where one says that it analyses again
	yearsApart      = 3
	yearsApartSaid  = 15
	tellingSample   = 20 // smaller numbers are alike by chance
)

// alike says whether two papers, neither of which names a registration that the other lacks, report one study.
func alike(a, b report) bool {
	said := a.Secondary || b.Secondary
	years, titles := yearsApart, sharedTitle
	if said {
		years, titles = yearsApartSaid, sharedTitleSaid
	}
	apart := a.paper.Year - b.paper.Year
	switch {
	case len(a.trials) > 0 && len(b.trials) > 0: // they would have been joined
		return false
	case a.Design != b.Design || a.Sample != b.Sample || a.Sample < tellingSample:
		return false
	case a.paper.Year == 0 || b.paper.Year == 0 || max(apart, -apart) > years:
		return false
	}
	return share(a.authors, b.authors) >= sharedAuthors && overlap(a.title, b.title) >= titles
}

func share(a, b []string) float64 {
	n := 0
	for _, x := range a {
		if slices.Contains(b, x) {
			n++
		}
	}
	return float64(n) / float64(max(1, min(len(a), len(b))))
}

func overlap(a, b map[string]bool) float64 {
	n := 0
	for w := range a {
		if b[w] {
			n++
		}
	}
	return float64(n) / float64(max(1, len(a)+len(b)-n))
}
