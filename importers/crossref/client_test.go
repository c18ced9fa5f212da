package crossref

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"claimlens/annotate"
	"claimlens/importers/answers"
	"claimlens/importers/crossref/crossreftest"
	"claimlens/importers/literature"
	"claimlens/importers/literature/literaturetest"
)

// service is a Crossref of invented papers, with a client that asks it.
type service struct {
	*httptest.Server
	clock *literaturetest.Clock
	root  literature.Root
	named []string

	wrong func(n int, w http.ResponseWriter, r *http.Request) bool
	mu    sync.Mutex
	asked []string
}

func start(t *testing.T) *service {
	t.Helper()
	s := &service{clock: literaturetest.NewClock()}
	papers := crossreftest.New()
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		s.asked = append(s.asked, r.URL.String())
		n := len(s.asked)
		s.mu.Unlock()
		if s.wrong == nil || !s.wrong(n, w, r) {
			papers.ServeHTTP(w, r)
		}
	}))
	t.Cleanup(s.Close)
	root, err := literature.NewRoot(s.URL, false)
	if err != nil {
		t.Fatal(err)
	}
	s.root, s.named = root, root.Named()
	return s
}

// client asks the service; kept is a folder for answers, or "".
func (s *service) client(mailto, kept string) *Client {
	return New(Config{Root: s.root, Mailto: mailto, Client: literature.New(literature.Config{
		Named: s.named, Answers: answers.New(answers.Config{Dir: kept, Now: s.clock.Now}), Now: s.clock.Now, Pause: s.clock.Pause,
	})})
}

// told is what the service says of papers.
func (c *Client) told(ctx context.Context, dois ...string) (out []Told, err error) {
	err = c.Notices(ctx, dois, func(t Told) error {
		out = append(out, t)
		return nil
	})
	return out, err
}

// TestNotices has the cases that are known to go wrong, in the shape of Crossref's answers.
func TestNotices(t *testing.T) {
	const from, rw = annotate.Crossref, annotate.RetractionWatch
	s := start(t)
	for _, test := range []struct {
		doi      string
		notices  []annotate.Notice
		severity annotate.Severity
	}{
		{"10.5555/clean.1", nil, annotate.Unremarked},
		{"10.5555/s0140-6736(97)90001-0", []annotate.Notice{
			{Kind: "ErratumIn", DOI: "10.5555/s0140-6736(04)90002-2", Date: "2004-03-06", From: rw},
			{Kind: "RetractionIn", DOI: "10.5555/s0140-6736(10)90003-4", Date: "2010-02-06", From: rw},
		}, annotate.Retracted},
		{"10.5555/nejminv2007621", []annotate.Notice{
			{Kind: "ExpressionOfConcernIn", DOI: "10.5555/nejminv2020822", Date: "2020-06-02", From: rw},
			{Kind: "RetractionIn", DOI: "10.5555/nejminv2021225", Date: "2020-06-04", From: rw},
		}, annotate.Retracted},
		{"10.5555/j.inv.2014.02.038", []annotate.Notice{
			{Kind: "ExpressionOfConcernIn", DOI: "10.5555/j.inv.2024.06.039", Date: "2024-08-01", From: from},
			{Kind: "ExpressionOfConcernIn", DOI: "10.5555/j.inv.2024.06.039", Date: "2024-06-27", From: rw},
		}, annotate.UnderConcern},
		{"10.5555/14651858.cd90001.pub3", []annotate.Notice{{Kind: "UpdateOf", DOI: "10.5555/14651858.cd90001.pub2", Date: "2021-03-02", From: from}}, annotate.Unremarked},
		{"10.5555/14651858.cd90001.pub2", []annotate.Notice{{Kind: "UpdateIn", DOI: "10.5555/14651858.cd90001.pub3", Date: "2021-03-02", From: from}}, annotate.Commented},
		{"10.5555/s0140-6736(10)90003-4", []annotate.Notice{{Kind: "RetractionOf", DOI: "10.5555/s0140-6736(97)90001-0", Date: "2010-02-06", From: from}}, annotate.Unremarked},
		{"10.5555/j.inv.2024.06.039", []annotate.Notice{{Kind: "ExpressionOfConcernFor", DOI: "10.5555/j.inv.2014.02.038", Date: "2024-08-01", From: from}}, annotate.Unremarked},
		{"10.5555/j.inv.2019.11.001", []annotate.Notice{{Kind: "WithdrawalIn", Date: "2020-01-09", From: from}}, annotate.Withdrawn},
		{"10.5555/corrected.7", []annotate.Notice{
			{Kind: "ErratumIn", DOI: "10.5555/corrected.7.c1", Date: "2018-09-01", From: from},
			{Kind: "ErratumIn", DOI: "10.5555/corrected.7.c2", Date: "2019-01-01", From: from},
			{Kind: "PartialRetractionIn", DOI: "10.5555/corrected.7.c3", Date: "2019-06-01", From: from},
		}, annotate.Corrected},
		{"10.5555/reinstated.3", []annotate.Notice{
			{Kind: "RetractionIn", DOI: "10.5555/reinstated.3.r", Date: "2013-09-01", From: rw},
			{Kind: annotate.ReinstatedIn, DOI: "10.5555/reinstated.3.b", Date: "2014-02-01", From: rw},
		}, annotate.Corrected},
		{"10.5555/odd,doi;2-x", []annotate.Notice{{Kind: "WithdrawalIn", DOI: "10.5555/odd.r", Date: "2002-01-01", From: from}}, annotate.Withdrawn},
	} {
		t.Run(test.doi, func(t *testing.T) {
			got, err := s.client("", "").told(t.Context(), test.doi)
			if err != nil || len(got) != 1 || got[0].Err != nil || got[0].DOI != test.doi {
				t.Fatalf("got %+v, %v", got, err)
			}
			if diff := cmp.Diff(test.notices, got[0].Notices); diff != "" {
				t.Error(diff)
			}
			c := annotate.Citation{DOI: test.doi, Heard: got[0].Notices}
			if n, severity := c.Worst(); severity != test.severity {
				t.Errorf("%s by %+v, want %s", severity.Words(), n, test.severity.Words())
			}
		})
	}
}

// Papers come in the order in which they were asked for, in batches, and those that Crossref does not have with that.
func TestBatches(t *testing.T) {
	s := start(t)
	dois := []string{"10.5555/CLEAN.1", "10.5555/nobody.knows", "10.5555/odd,doi;2-x"}
	for i := range 90 {
		dois = append(dois, fmt.Sprintf("10.5555/none.%d", i))
	}
	dois = append(dois, "10.5555/j.inv.2019.11.001")
	got, err := s.client("ed@example.org", "").told(t.Context(), dois...)
	if err != nil || len(got) != len(dois) {
		t.Fatalf("%d answers: %v", len(got), err)
	}
	for i, told := range got {
		known := i == 0 || i == 2 || i == len(got)-1
		if told.DOI != dois[i] || (told.Err == nil) != known {
			t.Errorf("%d: got %+v", i, told)
		}
	}
	if got[1].Err.Error() != "Crossref does not have its DOI 10.5555/nobody.knows" {
		t.Error(got[1].Err)
	}
	if len(s.asked) != 4 || !strings.Contains(s.asked[0], "mailto=ed%40example.org") || !strings.Contains(s.asked[0], "rows=39") {
		t.Errorf("asked %q", s.asked)
	}
	if w := s.clock.Waited(); w < 3*paceWithMailto || w > 4*paceWithMailto {
		t.Errorf("waited %s", w)
	}
}

// Crossref says with its answers how often it wants to be asked, and that counts if it is less than it usually is.
func TestSlowedDown(t *testing.T) {
	s := start(t)
	s.wrong = func(_ int, w http.ResponseWriter, r *http.Request) bool {
		w.Header().Set("X-Rate-Limit-Limit", "2")
		w.Header().Set("X-Rate-Limit-Interval", "20s")
		fmt.Fprint(w, `{"message-type":"work-list","message":{"items":[]}}`)
		return true
	}
	if _, err := s.client("", "").told(t.Context(), make([]string, 3*batch)...); err != nil || len(s.asked) != 3 {
		t.Errorf("%d questions, %v", len(s.asked), err)
	}
	if w := s.clock.Waited(); w < 20*time.Second || w > 21*time.Second {
		t.Errorf("waited %s, want twice ten seconds", w)
	}
}

// A list that Crossref can't read costs a question for each paper, and the one that is to blame is told with that.
func TestListRefused(t *testing.T) {
	s := start(t)
	s.wrong = func(_ int, w http.ResponseWriter, r *http.Request) bool {
		if strings.Contains(r.URL.Path, "bad") {
			w.WriteHeader(http.StatusBadRequest)
		}
		return strings.Contains(r.URL.Path, "bad")
	}
	got, err := s.client("", "").told(t.Context(), "10.5555/j.inv.2019.11.001", "11.5555/bad", "10.5555/clean.1")
	if err != nil || len(got) != 3 || len(got[0].Notices) != 1 || got[1].Err == nil || got[2].Err != nil {
		t.Errorf("got %+v, %v", got, err)
	}
}

// A run that was interrupted goes on with what is kept, and asks for the rest.
func TestGoesOn(t *testing.T) {
	s := start(t)
	kept := t.TempDir()
	dois := make([]string, 3*batch)
	for i := range dois {
		dois[i] = fmt.Sprintf("10.5555/none.%d", i)
	}
	ctx, cancel := context.WithCancel(t.Context())
	n := 0
	err := s.client("", kept).Notices(ctx, dois, func(Told) error {
		if n++; n == batch+1 {
			cancel()
		}
		return nil
	})
	if err == nil || n != 2*batch {
		t.Fatalf("%d answers, %v", n, err)
	}
	if got, err := s.client("", kept).told(t.Context(), dois...); err != nil || len(got) != len(dois) || len(s.asked) != 3 {
		t.Errorf("%d answers to %d questions: %v", len(got), len(s.asked), err)
	}
	s.clock.Pause(t.Context(), answerAge+time.Minute)
	if _, err := s.client("", kept).told(t.Context(), dois...); err != nil || len(s.asked) != 6 {
		t.Errorf("the next day: %d questions, %v", len(s.asked), err)
	}
}

func TestMisbehaves(t *testing.T) {
	body := func(text string) func(int, http.ResponseWriter, *http.Request) bool {
		return func(_ int, w http.ResponseWriter, _ *http.Request) bool {
			fmt.Fprint(w, text)
			return true
		}
	}
	once := func(wrong func(int, http.ResponseWriter, *http.Request) bool) func(int, http.ResponseWriter, *http.Request) bool {
		return func(n int, w http.ResponseWriter, r *http.Request) bool { return n == 1 && wrong(n, w, r) }
	}
	status := func(code int) func(int, http.ResponseWriter, *http.Request) bool {
		return func(_ int, w http.ResponseWriter, _ *http.Request) bool { w.WriteHeader(code); return true }
	}
	list := func(items string) string { return `{"message-type":"work-list","message":{"items":[` + items + `]}}` }
	for _, test := range []struct {
		name  string
		wrong func(int, http.ResponseWriter, *http.Request) bool
		says  string // "" when all is well in the end
	}{
		{"too often, once", once(status(429)), ""},
		{"down, once", once(status(503)), ""},
		{"cut, once", once(func(int, http.ResponseWriter, *http.Request) bool { panic(http.ErrAbortHandler) }), ""},
		{"half an answer, once", once(body(`{"message-type":"work-list","message":{"items":[{"DOI":"10.5555/cl`)), ""},
		{"a page, once", once(body("<html>Crossref is down</html>")), ""},
		{"down", status(503), "answers 503 Service Unavailable (asked 4 times)"},
		{"forbidden", status(403), "answers 403 Forbidden"},
		{"a page", body("<html>x</html>"), "answers with a web page instead of data (asked 4 times)"},
		{"nothing", body(""), "is empty (asked 4 times)"},
		{"something else", body(`{"message":{"items":[]}}`), "is none of Crossref's (asked 4 times)"},
		{"a list that is none", body(`{"message-type":"work-list","message":{"items":{}}}`), "is none of Crossref's"},
		{"too many", body(list(`{"DOI":"10.5555/a"},{"DOI":"10.5555/b"}`)), "more papers than it was asked about"},
		{"bytes of another encoding", body("{\"message-type\":\"work-list\",\"x\":\"\xe9\"}"), "is not in UTF-8"},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := start(t)
			s.wrong = test.wrong
			got, err := s.client("", "").told(t.Context(), "10.5555/clean.1")
			switch {
			case test.says == "" && (err != nil || len(got) != 1 || got[0].Err != nil):
				t.Errorf("got %+v, %v", got, err)
			case test.says != "" && (err == nil || !strings.Contains(err.Error(), test.says)):
				t.Errorf("%v, want %q", err, test.says)
			}
		})
	}
	// What is wrong with one paper is its own: its notices are not taken for none.
	for name, item := range map[string]string{
		"another paper":    `{"DOI":"10.5555/another","updated-by":[{"DOI":"10.5555/r","type":"retraction"}]}`,
		"notices of words": `{"DOI":"10.5555/clean.1","updated-by":["retraction"]}`,
		"a date of words":  `{"DOI":"10.5555/clean.1","updated-by":[{"type":"retraction","updated":{"date-parts":[["soon"]]}}]}`,
		"too many notices": `{"DOI":"10.5555/clean.1","updated-by":[` + strings.Repeat(`{"DOI":"10.5555/r","type":"retraction"},`, maxUpdates) + `{}]}`,
	} {
		t.Run(name, func(t *testing.T) {
			s := start(t)
			s.wrong = body(list(item))
			got, err := s.client("", "").told(t.Context(), "10.5555/clean.1")
			if err != nil || len(got) != 1 || got[0].Err == nil || len(got[0].Notices) != 0 {
				t.Errorf("got %+v, %v", got, err)
			}
		})
	}
}

func TestDates(t *testing.T) {
	for want, parts := range map[string][][]int{
		"2020-06-02": {{2020, 6, 2}}, "2020-06": {{2020, 6}}, "2020": {{2020}}, "": nil, "2019": {{2019, 13, 1}}, "2018-02": {{2018, 2, 30}}, "2017-01-01": {{2017, 1, 1, 9}},
	} {
		var u update
		u.Updated.Parts = parts
		if got := u.date(); got != want {
			t.Errorf("%v is %q, want %q", parts, got, want)
		}
	}
	for _, parts := range [][][]int{{}, {{}}, {{0}}, {{-5, 1}}, {{99999}}} {
		var u update
		u.Updated.Parts = parts
		if got := u.date(); got != "" {
			t.Errorf("%v is %q", parts, got)
		}
	}
}

// TestAliases: Crossref may know a paper by another DOI, and must say so.
func TestAliases(t *testing.T) {
	for answer, want := range map[string]bool{
		`{"message-type":"work","message":{"DOI":"10.5555/main","aliases":["10.5555/OLD"]}}`: true,
		`{"message-type":"work","message":{"DOI":"10.5555/main"}}`:                           false,
	} {
		out := map[string]Told{}
		if err := readOne("api.example.org", []byte(answer), "10.5555/old", out); (err == nil) != want || len(out) == 1 != want {
			t.Errorf("%s: %v, %v", answer, out, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(`{"message-type":"work-list","message":{"items":[{"DOI":"10.5555/a","updated-by":[{"DOI":"10.5555/r","type":"retraction","updated":{"date-parts":[[2020,1,1]]}}]}]}}`))
	f.Add([]byte(`{"message-type":"work","message":{"DOI":"10.5555/a","update-to":[{"DOI":"10.5555/A","label":"Retraction","updated":{"date-parts":[[null]]}}]}}`))
	f.Add([]byte(`{"message-type":"work-list","message":{"items":[null,{},{"DOI":5}]}}`))
	f.Fuzz(func(t *testing.T, answer []byte) {
		dois := []string{"10.5555/a", "10.5555/b"}
		out := map[string]Told{}
		_ = readList("api.example.org", answer, dois, out)
		_ = readOne("api.example.org", answer, dois[0], out)
		for doi, told := range out {
			if !slices.Contains(dois, doi) || told.Err != nil && told.Notices != nil {
				t.Errorf("%s: %+v", doi, told)
			}
			for _, n := range told.Notices {
				if n.Kind == "" || n.From == "" || n.DOI == doi {
					t.Errorf("%+v", n)
				}
			}
		}
	})
}
