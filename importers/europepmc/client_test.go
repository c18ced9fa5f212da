package europepmc

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"claimlens/annotate"
	"claimlens/importers/literature"
	"claimlens/importers/literature/literaturetest"
)

func start(t *testing.T, papers []literaturetest.Paper) (*literaturetest.Server, *Client) {
	t.Helper()
	s := literaturetest.New(papers...)
	t.Cleanup(s.Close)
	root, err := literature.NewRoot(s.URL, false)
	if err != nil {
		t.Fatal(err)
	}
	clock := literaturetest.NewClock()
	return s, New(Config{Root: root, Email: "desk@example.org", Client: literature.New(literature.Config{Named: root.Named(), Now: clock.Now, Pause: clock.Pause})})
}

func TestFetch(t *testing.T) {
	s, c := start(t, literaturetest.Papers(100))
	var ids []annotate.Identifier
	for i := range 45 {
		ids = append(ids, annotate.Identifier{Kind: annotate.PMID, Value: fmt.Sprint(99000001 + i)})
	}
	ids = append(ids, ids[0], annotate.Identifier{Kind: annotate.DOI, Value: "10.99999/examples.50"}, annotate.Identifier{Kind: annotate.PMCID, Value: "PMC9900061"},
		annotate.Identifier{Kind: annotate.DOI, Value: "10.99999/nowhere"}, ids[1])
	var got []string
	err := c.Fetch(t.Context(), ids, func(f literature.Found) error {
		got = append(got, fmt.Sprint(f.ID, " ", f.Citation.PMID, " ", f.Err))
		return nil
	})
	if err != nil || len(got) != 48 {
		t.Fatalf("got %d, %v", len(got), err)
	}
	want := []string{"PMID 99000045 99000045 <nil>", "10.99999/examples.50 99000050 <nil>", "PMC9900061 99000061 <nil>",
		"10.99999/nowhere  no paper of PubMed with this DOI is in Europe PMC"}
	if diff := cmp.Diff(want, got[44:]); diff != "" {
		t.Error("(-want +got):\n", diff)
	}
	for _, a := range s.Asked() {
		if q := a.Values.Get("query"); !strings.HasSuffix(q, ") AND SRC:MED") || a.Values.Get("email") != "desk@example.org" {
			t.Errorf("asked %q", q)
		}
	}
}

func TestSearch(t *testing.T) {
	s, c := start(t, literaturetest.Papers(350))
	hits, err := c.Search(t.Context(), "green tea", 230)
	if err != nil || hits.Total != 350 || hits.First != 230 || hits.Query != "(green tea) AND SRC:MED" {
		t.Fatalf("got %+v, %v", hits, err)
	}
	n := 0
	err = hits.Each(t.Context(), func(f literature.Found) error {
		n++
		if f.Err != nil || f.Citation.PMID != fmt.Sprint(99000000+n) {
			t.Errorf("the %dth: got %s, %v", n, f.Citation.PMID, f.Err)
		}
		return nil
	})
	if err != nil || n != 230 || len(s.Asked()) != 3 {
		t.Errorf("got %d after %d requests, %v", n, len(s.Asked()), err)
	}
	if _, err := c.Search(t.Context(), "", 5); !errors.Is(err, annotate.ErrInvalid) {
		t.Errorf("an empty search: got %v", err)
	}
	enough := errors.New("enough")
	if err := hits.Each(t.Context(), func(literature.Found) error { return enough }); err != enough {
		t.Errorf("stopped: got %v", err)
	}
}

func TestMisbehaving(t *testing.T) {
	for answer, want := range map[string]string{
		"<html>busy</html>":                       "answers with a web page instead of data (asked 4 times)",
		`{"hitCount":1,"resultList":{"result":[{`: "can't be understood, or broke off (asked 4 times)",
		"{}":                             "is none to a search (asked 4 times)",
		"{\"errMsg\":\"bad query\"}":     "Europe PMC says: bad query",
		"{\"hitCount\":1,\"x\":\"\xe4\"": "is not in UTF-8 (asked 4 times)",
		"":                               "is empty (asked 4 times)",
	} {
		s, c := start(t, nil)
		s.Wrong = func(_ int, w http.ResponseWriter, _ *http.Request) bool { io.WriteString(w, answer); return true }
		if _, err := c.Search(t.Context(), "tea", 5); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v", answer, err)
		}
	}
	// One result that can't be understood is refused, and the rest is read.
	a, err := readAnswer("host", []byte(`{"hitCount":3,"resultList":{"result":[{"id":7},{"id":"99000001","source":"MED","title":"Whole"},{"id":"x","source":"MED","title":"No PMID"}]}}`))
	if err != nil || len(a.found) != 3 || !errors.Is(a.found[0].Err, annotate.ErrInvalid) || a.found[1].Citation.Title != "Whole" || !errors.Is(a.found[2].Err, annotate.ErrInvalid) {
		t.Errorf("got %+v, %v", a, err)
	}
}

func FuzzReadAnswer(f *testing.F) {
	f.Add([]byte(whole))
	f.Add([]byte(`{"hitCount":-1,"resultList":{"result":[{"id":"1","source":"MED","title":"<h4>","journalInfo":{"dateOfPublication":"2020 Jun 99"}}]}}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		a, err := readAnswer("host", b)
		for _, x := range a.found {
			if err != nil || a.count < 0 || x.Err == nil && x.Citation.Check() != nil {
				t.Errorf("%+v, %v", x, err)
			}
		}
	})
}
