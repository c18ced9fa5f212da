package ui

import (
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"claimlens/annotate"
)

func TestArticlePage(t *testing.T) {
	s := newSite(t)
	s.fill()
	row, err := s.store.ArticleByURL(t.Context(), "https://www.example.org/migraine.md")
	if err != nil {
		t.Fatal(err)
	}
	address, id := "/articles/"+row.ID.String(), annotate.ClaimID(common).String()
	_, body := s.get(address)
	for _, want := range []string{"4 March 2026", "Ines Morel", `class="mark v-contradicted`, `id="claim-` + id, "2 graded", `href="https://www.example.org/migraine.md"`} {
		if !strings.Contains(body, want) {
			t.Errorf("the article’s page lacks %q", want)
		}
	}
	if strings.Contains(body, "grade-form") {
		t.Error("a card is open that nobody opened")
	}
	_, body = s.get(address + "?claim=" + id)
	if got := strings.Count(body, `class="grade-form"`); got != 1 {
		t.Errorf("%d grade forms, want that of the open card alone", got)
	}
	if want := `value="` + address + "?claim=" + id + "#claim-" + id; !strings.Contains(body, want) {
		t.Errorf("the forms do not lead back to the card: no %s", want)
	}
	if status, _ := s.get(address + "?revision=2"); status != http.StatusNotFound {
		t.Errorf("a revision that is not there: got %d, want 404", status)
	}
	if status, _ := s.get(address + "?revision=x"); status != http.StatusNotFound {
		t.Errorf("no revision at all: got %d, want 404", status)
	}
}

func TestRevisions(t *testing.T) {
	s := newSite(t)
	s.fill()
	row, err := s.store.ArticleByURL(t.Context(), "https://www.example.org/migraine.md")
	if err != nil {
		t.Fatal(err)
	}
	old, err := s.store.Article(t.Context(), row.ID, 1)
	if err != nil {
		t.Fatal(err)
	}
	old.Text = "A note was put before it.\n\n" + old.Text
	old.Blocks = []annotate.Block{{Kind: annotate.Paragraph, End: len([]rune(old.Text))}}
	if _, err := s.desk.Import(t.Context(), "Ada Brandt", old.Complete()); err != nil {
		t.Fatal(err)
	}
	_, body := s.get("/articles/" + row.ID.String() + "?revision=1")
	if !strings.Contains(body, "The page has changed since") || !strings.Contains(body, "2, the latest") {
		t.Error("an old revision does not say that it is one")
	}
	if strings.Contains(body, "A note was put before it.") {
		t.Error("an old revision shows the new text")
	}
	if _, body := s.get("/"); !strings.Contains(body, "revision 2") {
		t.Error("the first page does not say that the article changed")
	}
}

func TestReport(t *testing.T) {
	s := newSite(t)
	s.fill()
	row, err := s.store.ArticleByURL(t.Context(), "https://www.example.org/migraine.md")
	if err != nil {
		t.Fatal(err)
	}
	_, body := s.get("/articles/" + row.ID.String() + "/report")
	for _, want := range []string{common, "Because of the trial.", "Not yet reviewed", `id="ref-1"`, "PMID 99000901", "RETRACTED"} {
		if !strings.Contains(body, want) {
			t.Errorf("the report lacks %q", want)
		}
	}
	if strings.Contains(body, `id="ref-2"`) {
		t.Error("a paper is listed twice")
	}
	if strings.Contains(body, "“"+strings.TrimSuffix(common, ".")+"”") {
		t.Error("the report repeats a quote that is the claim itself")
	}
}

func TestClaimAsOf(t *testing.T) {
	s := newSite(t)
	s.fill()
	address := "/claims/" + annotate.ClaimID(common).String()
	_, body := s.get(address + "?at=" + time.Now().UTC().Format(time.DateOnly))
	if !strings.Contains(body, "This is how it stood on") || !strings.Contains(body, "Because of the trial.") || strings.Contains(body, "grade-form") {
		t.Error("the claim of today is not shown as the past, or with forms")
	}
	if status, body := s.get(address + "?at=2020-01-01"); status != http.StatusNotFound || !strings.Contains(body, "The claim was first met on") {
		t.Errorf("before it was met: got %d, want 404 that says so", status)
	}
	if status, body := s.get(address + "?at=2999-01-01"); status != http.StatusUnprocessableEntity || !strings.Contains(body, "1 January 2999 is still to come.") {
		t.Errorf("a day to come: got %d, want 422 that says so", status)
	}
	if status, _ := s.get(address + "?at=yesterday"); status != http.StatusUnprocessableEntity {
		t.Errorf("no day: got %d, want 422", status)
	}
}

func TestSearch(t *testing.T) {
	s := newSite(t)
	s.fill()
	_, body := s.get("/search?q=migr+one")
	if !strings.Contains(body, "<mark>Migraine</mark> affects about <mark>one</mark> in seven") {
		t.Error("the searched words are not marked")
	}
	if status, body := s.get("/search?q=" + url.QueryEscape("<script>\xff"+strings.Repeat("x", 600))); status != http.StatusOK || strings.Contains(body, "<script>x") {
		t.Errorf("an odd query: got %d", status)
	}
}

func TestPaging(t *testing.T) {
	s := newSite(t)
	s.fill()
	_, body := s.get("/claims?state=open")
	for page := 1; ; page++ {
		_, after, ok := strings.Cut(body, `class="button" href="`)
		if !ok {
			if page < 2 {
				t.Fatal("there is one page only")
			}
			break
		}
		next, _, _ := strings.Cut(after, `"`)
		next = strings.ReplaceAll(next, "&amp;", "&")
		if !strings.Contains(next, "state=open") {
			t.Fatalf("the next page is of another list: %s", next)
		}
		if _, body = s.get(next); !strings.Contains(body, "To the beginning") {
			t.Fatalf("page %d does not lead back", page+1)
		}
	}
}

func TestOverlay(t *testing.T) {
	s := newSite(t)
	s.fill()
	_, body := s.get("/api/v1/overlay?url=" + url.QueryEscape("http://www.example.org/migraine.md?utm_source=x#top"))
	var doc overlayDocument
	if err := json.Unmarshal([]byte(body), &doc); err != nil {
		t.Fatal(err)
	}
	if len(doc.Claims) == 0 || len(doc.Claims) != doc.Total {
		t.Fatalf("got %d of %d claims", len(doc.Claims), doc.Total)
	}
	for _, c := range doc.Claims {
		if c.Text == common {
			if c.Standing.Verdict != annotate.Contradicted || c.Anchor.Exact == "" || c.Sentence != "The evidence may contradict this, but it is weak." {
				t.Errorf("got %+v", c)
			}
			return
		}
	}
	t.Error("the graded claim is not in the overlay")
}

func TestEmpty(t *testing.T) {
	s := newSite(t)
	for address, want := range map[string]string{
		"/": "We have no claims yet.", "/articles": "No article is here yet.", "/claims": "We have no claims yet.",
		"/claims?state=conflict": "Reviewers differ on nothing.", "/citations": "No paper is here yet.", "/events": "Nothing has been done yet.", "/healthz": "ok",
	} {
		if status, body := s.get(address); status != http.StatusOK || !strings.Contains(body, want) {
			t.Errorf("%s: got %d, want 200 and %q", address, status, want)
		}
	}
}
