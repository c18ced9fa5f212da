package ui

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"claimlens/annotate"
	"claimlens/annotate/finding"
)

// Finder goes from a claim to the papers here that may speak to it. It only ever suggests.
type Finder interface {
	Find(ctx context.Context, q finding.Question) (finding.Answer, error)
}

// How many candidates a page shows at first, by how many more it grows, and where it ends.
const (
	firstCandidates = 5
	moreCandidates  = 15
	maxCandidates   = 200
)

// findPage is what is suggested for a claim, and where else to look: a part of the claim's page that it reads when it is
// open, and a page by itself.
type findPage struct {
	page
	Row   annotate.ClaimRow
	Found foundView
	Look  lookView
}

// foundView is the papers here that may speak to a claim.
type foundView struct {
	Claim      uuid.UUID
	On         bool
	Candidates []candidate
	Asked      int    // papers that share words with the claim
	Decided    int    // of those, left out because they are linked or were rejected
	More       string // where more candidates are; empty: these are all
	Top        int    // how many were asked for
	Query      string // what was looked for, to be recorded
	Judge      string // the language model that judged, and where it is; empty: the grammar
	Back, CSRF string
}

// candidate is a paper that may speak to a claim, with the forms that answer the suggestion.
type candidate struct {
	finding.Candidate
	Paper    paper
	Section  string // of the abstract in which the passage stands, in words
	Form     answerFields
	Quote    quoteProblem
	Problems map[string]string

	Claim      uuid.UUID
	Top        int
	Back, CSRF string
}

func (s *Server) find(c echo.Context) error {
	id, err := identifier(c, "id")
	if err != nil {
		return err
	}
	return s.showFind(c, http.StatusOK, id, nil)
}

// showFind shows what is found; where an answer was refused, its candidate comes with what was typed and why.
func (s *Server) showFind(c echo.Context, status int, id uuid.UUID, refused *candidate) error {
	p := &findPage{}
	var err error
	if p.Row, err = s.config.Store.Claim(c.Request().Context(), id); err != nil {
		return err
	}
	var query string
	if p.Found, query, err = s.found(c, p.Row.Claim, refused); err != nil {
		return err
	}
	p.Look = s.lookView(c, id, query)
	p.Title, p.Section = "Papers that may speak to a claim", "claims"
	return s.show(c, status, "find", p)
}

// found looks for papers, and leaves out those that somebody linked or rejected already. The query is for PubMed.
func (s *Server) found(c echo.Context, claim annotate.Claim, refused *candidate) (f foundView, query string, err error) {
	here := "/claims/" + claim.ID.String()
	f = foundView{Claim: claim.ID, On: s.config.Finder != nil, Query: claim.Text, Judge: s.judge(), Top: top(c), Back: back(c, here+"/find"), CSRF: token(c)}
	if !f.On {
		return f, claim.Text, nil
	}
	l, err := s.suggestions(c, claim)
	if err != nil {
		return f, "", err
	}
	f.Asked = l.answer.Asked
	for _, x := range l.answer.Candidates {
		switch {
		case l.decided[x.Citation.ID]:
			f.Decided++
		case len(f.Candidates) < f.Top:
			f.Candidates = append(f.Candidates, viewCandidate(x, f, refused))
		}
	}
	if left := f.Asked - f.Decided - len(f.Candidates); left > 0 && len(f.Candidates) == f.Top && f.Top < maxCandidates {
		f.More = here + "/find?" + url.Values{"top": {strconv.Itoa(min(f.Top+moreCandidates, maxCandidates))}, "back": {f.Back}}.Encode()
	}
	return f, l.answer.Query, nil
}

// suggestionList is what the finder answers for a claim, and the papers among it that somebody linked or rejected already.
type suggestionList struct {
	answer  finding.Answer
	decided map[uuid.UUID]bool
}

// suggestions asks the finder, for as many more papers as are decided about.
func (s *Server) suggestions(c echo.Context, claim annotate.Claim) (l suggestionList, err error) {
	l.decided = map[uuid.UUID]bool{}
	if s.config.Finder == nil {
		return l, nil
	}
	ctx := c.Request().Context()
	rows, _, err := s.claimEvidence(ctx, claim.ID, noTime)
	if err != nil {
		return l, err
	}
	for _, row := range rows {
		l.decided[row.Citation.ID] = true
	}
	short, err := s.abbreviations(ctx, claim.ID)
	if err != nil {
		return l, err
	}
	l.answer, err = s.config.Finder.Find(ctx, finding.Question{Claim: claim.Text, Abbreviations: short, Top: top(c) + len(l.decided)})
	return l, err
}

// articlesRead is how many of the articles that make a claim are read for the abbreviations that they explain.
const articlesRead = 3

// abbreviations are those that the articles explain which make a claim.
func (s *Server) abbreviations(ctx context.Context, claim uuid.UUID) (map[string]string, error) {
	made, err := s.config.Store.ClaimMentions(ctx, claim, annotate.Page{Limit: articlesRead})
	if err != nil {
		return nil, err
	}
	all := map[string]string{}
	for _, m := range made.Items {
		a, err := s.config.Store.Article(ctx, m.Article.ID, 0)
		if err != nil {
			return nil, err
		}
		for short, long := range finding.Abbreviations(a.Text) {
			if all[short] == "" {
				all[short] = long
			}
		}
	}
	return all, nil
}

// judge is the language model that judges, and where it is; empty for the grammar.
func (s *Server) judge() string {
	if s.config.JudgeHost == "" {
		return ""
	}
	return s.config.Judge + " at " + s.config.JudgeHost
}

func top(c echo.Context) int {
	n, err := strconv.Atoi(c.FormValue("top"))
	if err != nil || n < 1 {
		return firstCandidates
	}
	return min(n, maxCandidates)
}

func viewCandidate(x finding.Candidate, f foundView, refused *candidate) candidate {
	v := candidate{
		Candidate: x, Paper: paperOf(x.Citation, x.Study), Section: sectionOf(x),
		Claim: f.Claim, Top: f.Top, Back: f.Back, CSRF: f.CSRF,
	}
	v.Form = answerFields{PMID: x.Citation.PMID, Stance: x.Stance, Passage: x.Passage, Suggested: x.Stance, Said: x.Passage}
	if !v.Judged {
		v.Form.Suggested, v.Form.Stance = "", ""
	}
	if refused != nil && refused.Form.PMID == x.Citation.PMID {
		refused.Form.Suggested, refused.Form.Said = v.Form.Suggested, v.Form.Said // as it is suggested now
		v.Form, v.Quote, v.Problems = refused.Form, refused.Quote, refused.Problems
	}
	return v
}

// Say is in words what the suggestion is.
func (x candidate) Say() string {
	if !x.Judged {
		return "May speak to the claim"
	}
	return seems[x.Stance]
}

// Choose is the address where the passage is chosen from the paper's abstract.
func (x candidate) Choose() string {
	return linkAddress(x.Claim, x.Paper.PMID, x.Stance, x.Passage, x.Back)
}

// Stances are the choices of the form that corrects.
func (candidate) Stances() []annotate.Stance { return annotate.Stances }

// Sure is in words how sure the suggestion is of its stance.
func (x candidate) Sure() string { return sureness(x.Confidence) }

// Often is in words how often such a suggestion is right.
func (x candidate) Often() string {
	if x.Confidence == 0 {
		return "Nobody has measured how often such suggestions are right."
	}
	return fmt.Sprintf("Such suggestions are right about %d times in 10.", int(x.Confidence*10+0.5))
}

func sureness(confidence float64) string {
	switch {
	case confidence >= 0.85:
		return "quite sure"
	case confidence >= 0.65:
		return "fairly sure"
	case confidence >= 0.45:
		return "not sure"
	case confidence > 0:
		return "a guess"
	}
	return "nobody knows how sure"
}

// parts are the places of a passage that no heading names, in a word.
var parts = map[annotate.PassagePlace]string{
	annotate.InTitle: "Title", annotate.InBackground: "Background", annotate.InMethods: "Methods", annotate.InSummary: "Summary in plain language",
}

// sectionOf is the heading under which a passage stands in its abstract, as a word: "Results".
func sectionOf(x finding.Candidate) string {
	for _, section := range x.Citation.Abstract {
		if x.Passage != "" && section.Label != "" && strings.Contains(section.Text, x.Passage) {
			return heading(section.Label)
		}
	}
	return parts[x.Where]
}

// Aside says whether the passage stands where others' findings, questions or methods are told: seldom what the paper found.
func (x candidate) Aside() bool {
	return x.Where == annotate.InBackground || x.Where == annotate.InMethods
}

// heading is a label as a heading has it: "RESULTS" is "Results"; a label that isn't all capitals stays.
func heading(label string) string {
	label = strings.TrimRight(strings.TrimSpace(label), ":")
	if label == "" || label != strings.ToUpper(label) {
		return label
	}
	return strings.TrimSuffix(asSentence(strings.ToLower(label)), ".")
}
