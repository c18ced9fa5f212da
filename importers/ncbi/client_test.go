package ncbi

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"claimlens/annotate"
	"claimlens/importers/answers"
	"claimlens/importers/literature"
	"claimlens/importers/literature/literaturetest"
)

// setup is a client of a server, without waiting.
type setup struct {
	*literaturetest.Server
	*Client
	clock *literaturetest.Clock
	store *answers.Store
}

func start(t *testing.T, papers []literaturetest.Paper, change ...func(*Config, *literature.Config)) setup {
	t.Helper()
	s := setup{Server: literaturetest.New(papers...), clock: literaturetest.NewClock()}
	t.Cleanup(s.Close)
	root, err := literature.NewRoot(s.URL, true)
	if err != nil {
		t.Fatal(err)
	}
	s.store = answers.New(answers.Config{Dir: t.TempDir(), Now: s.clock.Now})
	how := literature.Config{UserAgent: "claimlens/9", Named: root.Named(), Answers: s.store, Now: s.clock.Now, Pause: s.clock.Pause}
	c := Config{Root: root, Email: "desk@example.org"}
	for _, f := range change {
		f(&c, &how)
	}
	c.Client = literature.New(how)
	s.Client = New(c)
	return s
}

func identifiers(t *testing.T, list ...string) []annotate.Identifier {
	t.Helper()
	var out []annotate.Identifier
	for _, s := range list {
		id, err := annotate.ReadIdentifier(s)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, id)
	}
	return out
}

// fetch is what came of papers, a line for each.
func (s setup) fetch(t *testing.T, list ...string) ([]string, error) {
	t.Helper()
	var out []string
	err := s.Fetch(t.Context(), identifiers(t, list...), func(f literature.Found) error {
		out = append(out, line(f))
		return nil
	})
	return out, err
}

func line(f literature.Found) string {
	if f.Err != nil {
		return fmt.Sprintf("%s: %v", f.ID, f.Err)
	}
	return fmt.Sprintf("%s = %s", f.ID, f.Citation.PMID)
}

func TestFetch(t *testing.T) {
	papers := literaturetest.Papers(6)
	papers[5].DOI = "10.99999/s0000(97)11096-0"
	s := start(t, papers)
	got, err := s.fetch(t, "99000002", "10.99999/EXAMPLES.3", "PMC9900001", "10.99999/examples.2", "99000002", "98000000",
		"10.99999/nowhere", "PMC1", "10.99999/S0000(97)11096-0")
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"PMID 99000002 = 99000002", "10.99999/examples.3 = 99000003", "PMC9900001 = 99000001", "10.99999/examples.2 = 99000002",
		"PMID 98000000: PubMed has no record of it", "10.99999/nowhere: no paper with this DOI is in PubMed", "PMC1: no paper with this PMCID is in PubMed",
		"10.99999/s0000(97)11096-0 = 99000006",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	for _, a := range s.Asked() {
		if a.Values.Get("tool") != "claimlens" || a.Values.Get("email") != "desk@example.org" || a.Agent != "claimlens/9" || a.Values.Has("api_key") {
			t.Errorf("%s does not say who asks, or a key that there is none of: %v", a.Path, a.Values)
		}
	}
	if n := len(s.Asked()); n != 4 {
		t.Errorf("%d requests, want two conversions, a search and the records", n)
	}
}

// A search by a DOI that finds another paper is no answer.
func TestFetchAnotherPaper(t *testing.T) {
	papers := literaturetest.Papers(2)
	papers[1].XML = strings.ReplaceAll(papers[1].Record(), "10.99999/examples.2", "10.99999/other")
	s := start(t, papers)
	got, err := s.fetch(t, "10.99999/examples.2")
	if err != nil || got[0] != "10.99999/examples.2: no paper with this DOI is in PubMed" {
		t.Errorf("got %v, %v", got, err)
	}
}

// Without the converter a search finds what it can.
func TestFetchWithoutConverter(t *testing.T) {
	papers := literaturetest.Papers(3)
	papers[2].NotByPMCID = true
	s := start(t, papers)
	s.Wrong = status("/idconv/", 500)
	got, err := s.fetch(t, "10.99999/examples.1", "PMC9900001", "PMC9900003")
	want := "10.99999/examples.1 = 99000001|PMC9900001 = 99000001|PMC9900003: no paper with this PMCID is in PubMed"
	if err != nil || strings.Join(got, "|") != want {
		t.Errorf("got %v, %v", got, err)
	}
}

func TestFetchBatches(t *testing.T) {
	papers := literaturetest.Papers(1100)
	s := start(t, papers)
	var list []string
	for i, p := range papers {
		switch i % 3 {
		case 0:
			list = append(list, p.PMID)
		case 1:
			list = append(list, p.DOI)
		default:
			list = append(list, "https://pubmed.ncbi.nlm.nih.gov/"+p.PMID+"/")
		}
	}
	got, err := s.fetch(t, list...)
	if err != nil || len(got) != 1100 {
		t.Fatalf("got %d, %v", len(got), err)
	}
	for i, l := range got {
		if !strings.HasSuffix(l, "= "+papers[i].PMID) {
			t.Errorf("the %dth: got %q", i+1, l)
		}
	}
	for _, a := range s.Asked() {
		n := strings.Count(a.Values.Get("id"), ",") + 1
		if strings.HasSuffix(a.Path, "efetch.fcgi") && (n > longList) != (a.Method == "POST") {
			t.Errorf("%d identifiers go by %s", n, a.Method)
		}
		if ids := a.Values.Get("ids"); strings.Count(ids, ",") >= 200 || strings.Contains(ids, "PMC") && strings.Contains(ids, "10.") {
			t.Errorf("the converter is asked for too much: %s", ids)
		}
	}
}

// What was fetched before is not asked for again, so that a long fetch goes on where it was stopped; a day later it is.
func TestFetchGoesOn(t *testing.T) {
	papers := literaturetest.Papers(1600)
	s := start(t, papers)
	list := make([]string, len(papers))
	for i, p := range papers {
		list[i] = p.PMID
	}
	s.Wrong = func(n int, w writer, r request) bool { return n == 3 && status("", 404)(n, w, r) }
	if _, err := s.fetch(t, list...); err == nil {
		t.Fatal("the third request did not fail")
	}
	got, err := s.fetch(t, list...)
	if err != nil || len(got) != len(papers) || len(s.Asked()) != 5 {
		t.Errorf("got %d papers after %d requests, want 5 in all: %v", len(got), len(s.Asked()), err)
	}
	s.clock.Pause(context.Background(), 25*time.Hour)
	if _, err := s.fetch(t, list...); err != nil || len(s.Asked()) != 9 {
		t.Errorf("a day later there were %d requests, want 9 in all: %v", len(s.Asked()), err)
	}
}

func TestRate(t *testing.T) {
	for _, tt := range []struct {
		key       string
		perSecond float64
	}{{"", 3}, {"sk-secret", 10}} {
		s := start(t, literaturetest.Papers(1), func(c *Config, how *literature.Config) { c.Key, how.Fresh = tt.key, true })
		const n = 40
		for range n {
			if _, err := s.fetch(t, "99000001"); err != nil {
				t.Fatal(err)
			}
		}
		if rate := (n - 1) / s.clock.Waited().Seconds(); rate > tt.perSecond || rate < tt.perSecond*0.9 {
			t.Errorf("with key %q: %.2f requests a second, want a little less than %v", tt.key, rate, tt.perSecond)
		}
		if got := s.Asked()[0].Values.Get("api_key"); got != tt.key {
			t.Errorf("the key that was sent is %q, want %q", got, tt.key)
		}
	}
}

func TestSearch(t *testing.T) {
	s := start(t, literaturetest.Papers(30))
	hits, err := s.Search(t.Context(), "green tea", 5)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	err = hits.Each(t.Context(), func(f literature.Found) error { got = append(got, line(f)); return nil })
	if err != nil || hits.Total != 30 || hits.First != 5 || len(got) != 5 || got[4] != "PMID 99000005 = 99000005" || hits.Query != "green tea" || len(hits.Notes) != 0 {
		t.Errorf("got %+v, %v, %v", hits, got, err)
	}
	if s.Asked()[0].Values.Get("usehistory") != "" {
		t.Error("a few papers need no memory of NCBI's")
	}
	hits, err = s.Search(t.Context(), "zebra", 5)
	if err != nil || hits.Total != 0 || len(hits.Notes) != 1 || hits.Notes[0] != "PubMed does not know “zebra” and finds nothing by it" {
		t.Errorf("got %+v, %v", hits, err)
	}
	if _, err := s.Search(t.Context(), " ", 5); !errors.Is(err, annotate.ErrInvalid) {
		t.Errorf("an empty search: got %v", err)
	}
	if hits, err := s.Search(t.Context(), strings.Repeat("tea ", 1000), 5); err != nil || hits.Total != 30 || s.Asked()[len(s.Asked())-1].Method != "POST" {
		t.Errorf("a long search: got %d, %v", hits.Total, err)
	}
}

// A search for many is remembered by NCBI, and its records are asked for by that; when NCBI forgot, by name.
func TestHistory(t *testing.T) {
	for _, forgets := range []bool{false, true} {
		s := start(t, literaturetest.Papers(12_000))
		s.Forgets = forgets
		hits, err := s.Search(t.Context(), "green tea", 20_000)
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		err = hits.Each(t.Context(), func(f literature.Found) error {
			n++
			if f.Citation.PMID != fmt.Sprint(99000000+n) {
				t.Fatalf("forgets %v: the %dth is %s", forgets, n, line(f))
			}
			return nil
		})
		if err != nil || n != 9999 || hits.Total != 12_000 || hits.First != 9999 || len(hits.Notes) != 1 || !strings.Contains(hits.Notes[0], "first 9999 papers") {
			t.Errorf("forgets %v: got %d of %d, %v, %v", forgets, n, hits.Total, hits.Notes, err)
		}
		named := 0
		for _, a := range s.Asked() {
			if a.Values.Get("id") != "" {
				named++
			}
		}
		if want := map[bool]int{false: 0, true: 20}[forgets]; named != want {
			t.Errorf("forgets %v: %d requests name papers, want %d", forgets, named, want)
		}
	}
}
