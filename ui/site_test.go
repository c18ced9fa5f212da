package ui

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"path"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"claimlens/annotate"
	"claimlens/fixtures"
	"claimlens/graph"
)

// Two claims of the fixture about migraine: one that a reviewer graded, one on which two differ.
const (
	common = "Migraine affects about one in seven people."
	women  = "Women have migraine three times as often as men."
)

// labelled is an extractor that finds the claims which the fixtures say are there.
type labelled struct{}

func (labelled) Extract(_ context.Context, a annotate.Article) ([]annotate.Draft, error) {
	expected, err := fixtures.Claims(a.Site)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	t := annotate.NewText(a.Text)
	var drafts []annotate.Draft
	for _, x := range expected {
		place, err := t.Find(annotate.Anchor{Exact: x.Quote})
		if err != nil {
			continue // markup stands within it, which this reader of text knows nothing of
		}
		anchor, err := t.Describe(place.Start, place.End)
		if err != nil {
			return nil, err
		}
		drafts = append(drafts, annotate.Draft{Anchor: anchor, Text: x.Text, Kind: annotate.Kind(x.Kind), Polarity: annotate.Affirmed, Wording: annotate.Causal})
	}
	return drafts, err
}

// site is a server over a real store, filled with text fixtures, as one reviewer's browser sees it.
type site struct {
	testing.TB
	store  *graph.Store
	desk   *annotate.Desk
	server *Server
	web    *httptest.Server
	client *http.Client

	sameOrigin bool // the browser says of its forms that they come from the site's own pages
}

func newSite(t testing.TB, change ...func(*Config)) *site {
	t.Helper()
	store, err := graph.Open(t.Context(), graph.Config{Dir: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	desk, err := annotate.NewDesk(annotate.DeskConfig{Store: store, Extractor: labelled{}})
	if err != nil {
		t.Fatal(err)
	}
	config := Config{Desk: desk, Store: store, Reviewer: "Ada Brandt", Version: "1.2.3"}
	for _, f := range change {
		f(&config)
	}
	server, err := New(config)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { server.Close() })
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	web := httptest.NewServer(server)
	t.Cleanup(web.Close)
	stay := func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return &site{TB: t, store: store, desk: desk, server: server, web: web, client: &http.Client{Jar: jar, CheckRedirect: stay}}
}

// fill imports the fixtures that are text, some papers of the demo's kind, evidence and grades of three reviewers.
func (s *site) fill() {
	s.Helper()
	names, err := fs.Glob(fixtures.Articles(), "*.[mt][dx]*") // .md and .txt
	if err != nil || len(names) < 3 {
		s.Fatalf("fixtures: %v, %v", names, err)
	}
	for _, name := range names {
		s.importArticle(name)
	}
	s.cite()
	for i, text := range []string{common, women} {
		claim := annotate.ClaimID(text)
		for _, by := range []string{"Ada Brandt", "Mina Sato"} {
			e, err := s.desk.Link(s.Context(), by, annotate.Linking{Claim: claim, PMID: "99000901", Stance: annotate.Stances[i], Passage: "no patient was cured"})
			if err != nil {
				s.Fatal(err)
			}
			if by == "Mina Sato" && i == 1 {
				if err := s.desk.Decide(s.Context(), "Ada Brandt", e.ID, annotate.Rejected, "About another thing."); err != nil {
					s.Fatal(err)
				}
			}
		}
	}
	s.grade(common, "Mina Sato", annotate.Contradicted, annotate.Low)
	s.grade(women, "Mina Sato", annotate.Supported, annotate.High)
	s.grade(women, "Tomás Okafor", annotate.Mixed, annotate.Low)
	if err := s.store.WaitIndexed(s.Context()); err != nil {
		s.Fatal(err)
	}
}

func (s *site) importArticle(name string) annotate.ImportResult {
	s.Helper()
	data, err := fs.ReadFile(fixtures.Articles(), name)
	if err != nil {
		s.Fatal(err)
	}
	a := annotate.Article{
		URL: "https://www.example.org/" + name, Title: "About " + name, Site: strings.TrimSuffix(name, path.Ext(name)),
		Byline: "Ines Morel", Published: "2026-03-04", Language: "en", Format: "text", Text: string(data), Read: time.Now(),
	}
	from := 0
	for _, part := range strings.SplitAfter(a.Text, "\n\n") {
		n := len([]rune(part))
		kind := annotate.Paragraph
		switch {
		case strings.HasPrefix(part, "#"):
			kind = annotate.Heading
		case strings.HasPrefix(part, "-"):
			kind = annotate.ListItem
		case strings.HasPrefix(part, ">"):
			kind = annotate.Quote
		}
		a.Blocks = append(a.Blocks, annotate.Block{Kind: kind, Level: 1, Start: from, End: from + n})
		from += n
	}
	result, err := s.desk.Import(s.Context(), "Ada Brandt", a.Complete())
	if err != nil {
		s.Fatal(err)
	}
	return result
}

func (s *site) cite() {
	s.Helper()
	paper := func(pmid string, notices ...annotate.Notice) annotate.Citation {
		c := examplePaper(pmid)
		c.Notices = notices
		return c
	}
	_, _, err := s.desk.Cite(s.Context(), "Ada Brandt", "papers.nbib", []annotate.Citation{
		paper("99000901", annotate.Notice{Kind: "RetractionIn", PMID: "99000902", Source: "Examples 2022"}),
		paper("99000902", annotate.Notice{Kind: "RetractionOf", PMID: "99000901"}),
		paper("99000903", annotate.Notice{Kind: "ExpressionOfConcernIn"}),
	})
	if err != nil {
		s.Fatal(err)
	}
}

// examplePaper is a paper as PubMed might have it; those of the example are all alike but for their identifiers.
func examplePaper(pmid string) annotate.Citation {
	return annotate.Citation{
		ID: annotate.CitationID(pmid), PMID: pmid, DOI: "10.99999/examples." + pmid, PMCID: "PMC" + pmid,
		Title: "A trial of nothing in particular.", Journal: "Examples", Year: 2021,
		Authors: []annotate.Author{{Family: "Drexler", Given: "Leo Ann"}, {Collective: "The Example Group"}},
		Types:   []annotate.Term{{Name: "Randomized Controlled Trial"}}, Mesh: []annotate.Term{{Name: "Mice"}},
		Abstract: []annotate.Section{{Label: "RESULTS", Category: "RESULTS", Text: "After a year no patient was cured."}},
	}
}

func (s *site) grade(text, by string, v annotate.Verdict, c annotate.Certainty) {
	s.Helper()
	if _, err := s.desk.Grade(s.Context(), by, annotate.ClaimID(text), uuid.Nil, v, c, "Because of the trial."); err != nil {
		s.Fatal(err)
	}
}

// get is the status and the body of a page.
func (s *site) get(address string) (int, string) {
	s.Helper()
	if strings.HasPrefix(address, "/") {
		address = s.web.URL + address
	}
	resp, err := s.client.Get(address)
	if err != nil {
		s.Fatal(err)
	}
	return resp.StatusCode, read(s.TB, resp)
}

// post sends a form with the token that the site gives out.
func (s *site) post(address string, form url.Values) (*http.Response, string) {
	s.Helper()
	form.Set("csrf", s.token())
	r, err := http.NewRequestWithContext(s.Context(), http.MethodPost, s.web.URL+address, strings.NewReader(form.Encode()))
	if err != nil {
		s.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	if s.sameOrigin {
		r.Header.Set("Sec-Fetch-Site", "same-origin")
	}
	resp, err := s.client.Do(r)
	if err != nil {
		s.Fatal(err)
	}
	return resp, read(s.TB, resp)
}

// token is the one that forms hold, which the cookie of any page holds too.
func (s *site) token() string {
	s.Helper()
	s.get("/about")
	for _, c := range s.client.Jar.Cookies(mustURL(s.TB, s.web.URL)) {
		if c.Name == "claimlens_csrf" {
			return c.Value
		}
	}
	s.Fatal("no cookie with a token")
	return ""
}

func read(t testing.TB, resp *http.Response) string {
	t.Helper()
	defer resp.Body.Close()
	data, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func mustURL(t testing.TB, address string) *url.URL {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	return u
}
