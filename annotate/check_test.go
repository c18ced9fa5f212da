package annotate

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/uuid"
)

// wantProblems compares an error with the fields of the problems that it should list.
func wantProblems(t *testing.T, err error, fields string) {
	t.Helper()
	var problems Problems
	if err != nil && (!errors.As(err, &problems) || !errors.Is(err, ErrInvalid)) {
		t.Fatalf("got %v, want problems", err)
	}
	var got []string
	for _, p := range problems {
		got = append(got, p.Field)
	}
	if strings.Join(got, ", ") != fields {
		t.Errorf("got %v, want problems of: %s", problems, fields)
	}
}

func TestArticleCheck(t *testing.T) {
	for _, tt := range []struct {
		name, want string
		spoil      func(a *Article)
	}{
		{"good", "", func(*Article) {}},
		{"no blocks, nothing known", "", func(a *Article) { *a = Article{Text: "x"}.Complete() }},
		{"touching and empty blocks", "", func(a *Article) { a.Blocks = []Block{{Start: 0, End: 3}, {Start: 3, End: 3}, {Start: 3, End: 9}} }},
		{"no text", "text", func(a *Article) { *a = Article{Text: " \n"}.Complete() }},
		{"a book", "text", func(a *Article) { *a = Article{Text: strings.Repeat("x", MaxText+1)}.Complete() }},
		{"long fields", "title, byline, site, published, language", func(a *Article) {
			long := strings.Repeat("é", 2001)
			a.Title, a.Byline, a.Site, a.Published, a.Language = long, long, long, long, long
		}},
		{"NUL", "title", func(a *Article) { a.Title = "\x00" }},
		{"another address's identifier", "id", func(a *Article) { a.URL = "https://example.org/b" }},
		{"overlapping blocks", "blocks", func(a *Article) { a.Blocks[1].Start = 3 }},
		{"block that ends before it begins", "blocks", func(a *Article) { a.Blocks[1].End = 4 }},
		{"block beyond the text, in code points", "blocks", func(a *Article) { a.Blocks[1].End = 10 }},
		{"block before the text", "blocks", func(a *Article) { a.Blocks[0].Start = -1 }},
		{"several", "title, id", func(a *Article) { a.Title, a.ID = "\xff", uuid.Nil }},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a := Article{URL: "https://example.org/a", Title: "T", Text: "Zinç\nhelp", Blocks: []Block{{Start: 0, End: 4}, {Start: 5, End: 9}}}.Complete()
			tt.spoil(&a)
			wantProblems(t, a.Check(), tt.want)
		})
	}
}

func TestArticleKeyAndHost(t *testing.T) {
	for _, tt := range []struct {
		name      string
		a         Article
		key, host string
	}{
		{"canonical", Article{URL: "http://m.example.org/a?x=1", CanonicalURL: "https://example.org/a"}, "https://example.org/a", "example.org"},
		{"address", Article{URL: "http://Example.org:80/a/#x"}, "https://example.org/a", "example.org"},
		{"site", Article{URL: "http://example.org/a", Site: "The Example"}, "https://example.org/a", "The Example"},
		{"file", Article{Text: "x"}, "sha256:2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881", ""},
	} {
		a := tt.a.Complete()
		if a.Key() != tt.key || a.Host() != tt.host || a.ID != ArticleID(tt.key) {
			t.Errorf("%s: got key %q, host %q; want %q, %q", tt.name, a.Key(), a.Host(), tt.key, tt.host)
		}
	}
}

func TestClaimCheck(t *testing.T) {
	claim := func(text string, k Kind, p Polarity) Claim {
		return Claim{ID: ClaimID(text), Text: text, Kind: k, Polarity: p}
	}
	other := claim("Zinc helps.", Effect, Affirmed)
	other.ID = ClaimID("Iron helps.")
	for _, tt := range []struct {
		name  string
		claim Claim
		want  string
	}{
		{"good", claim("Zinc helps.", Definition, Negated), ""},
		{"empty", claim("", Effect, Affirmed), "claim"},
		{"long", claim(strings.Repeat("x", 2001), Effect, Affirmed), "claim"},
		{"another's identifier", other, "id"},
		{"all wrong", claim(" ", "rumour", "maybe"), "claim, kind, polarity"},
	} {
		t.Run(tt.name, func(t *testing.T) { wantProblems(t, tt.claim.Check(), tt.want) })
	}
	for _, k := range Kinds {
		if err := claim("Zinc helps.", k, Affirmed).Check(); err != nil {
			t.Errorf("%s: %v", k, err)
		}
	}
}

func TestMentionCheck(t *testing.T) {
	text := NewText("Ein Satz. Zinc hilft é. 👩‍⚕️")
	for _, tt := range []struct {
		name    string
		mention Mention
		want    string
	}{
		{"good", Mention{Anchor: Anchor{Exact: "Zinc hilft é.", Start: 10, End: 23}, Worth: 1}, ""},
		{"other text", Mention{Anchor: Anchor{Exact: "Zinc hilft e.", Start: 10, End: 23}}, "quote"},
		{"offsets in bytes", Mention{Anchor: Anchor{Exact: "Zinc hilft é.", Start: 10, End: 24}}, "quote"},
		{"beyond the text", Mention{Anchor: Anchor{Exact: "x", Start: 10, End: 1000}}, "quote"},
		{"before the text", Mention{Anchor: Anchor{Exact: "x", Start: -1, End: 0}}, "quote"},
		{"nothing, and worth too much", Mention{Anchor: Anchor{Start: 3, End: 3}, Worth: 1.1}, "quote, worth"},
		{"worth less than nothing", Mention{Anchor: Anchor{Exact: "Ein", End: 3}, Worth: -0.1}, "worth"},
		{"whole stories of who and what", Mention{Anchor: Anchor{Exact: "Ein", End: 3}, Population: strings.Repeat("é", 301), Species: "mice\x00"}, "population, species"},
	} {
		t.Run(tt.name, func(t *testing.T) { wantProblems(t, tt.mention.Check(text), tt.want) })
	}
}

func TestCitationCheck(t *testing.T) {
	paper := func(pmid string, spoil func(c *Citation)) Citation {
		c := Citation{ID: CitationID(pmid), PMID: pmid, Title: "T"}
		spoil(&c)
		return c
	}
	for _, tt := range []struct {
		name     string
		citation Citation
		want     string
	}{
		{"good", paper("12345678", func(c *Citation) { c.Year = 1865 }), ""},
		{"no title", paper("1", func(c *Citation) { c.Title = " " }), "title"},
		{"no title, deleted", paper("1", func(c *Citation) { c.Title, c.Deleted = "", true }), ""},
		{"PMID", paper("PMC1", func(*Citation) {}), "PMID"},
		{"another's identifier", paper("1", func(c *Citation) { c.PMID = "2" }), "id"},
		{"year", paper("1", func(c *Citation) { c.Year = 20200 }), "year"},
		{"early year", paper("1", func(c *Citation) { c.Year = 202 }), "year"},
		{"abstract that is no text", paper("1", func(c *Citation) { c.Abstract = []Section{{Text: "\xff"}, {Text: "a\x00"}} }), "abstract, abstract"},
		{"abstract without end", paper("1", func(c *Citation) {
			for range 6 {
				c.Abstract = append(c.Abstract, Section{Text: strings.Repeat("x", 190_000)})
			}
		}), "abstract"},
	} {
		t.Run(tt.name, func(t *testing.T) { wantProblems(t, tt.citation.Check(), tt.want) })
	}
}

func TestValidPMID(t *testing.T) {
	for s, want := range map[string]bool{
		"1": true, "12345678": true, "10": true, "": false, "0": false, "01": false, "123456789": false, "1a": false, "-1": false, " 1": false, "１": false, "1.0": false,
	} {
		if got := ValidPMID(s); got != want {
			t.Errorf("ValidPMID(%q) = %v, want %v", s, got, want)
		}
	}
}

func TestNotices(t *testing.T) {
	for _, tt := range []struct {
		name               string
		citation           Citation
		retracted, concern bool
		by                 string
	}{
		{"nothing", Citation{}, false, false, ""},
		{"retraction", Citation{Notices: []Notice{{Kind: "ErratumIn", PMID: "1"}, {Kind: "RetractionIn", PMID: "2"}}}, true, false, "2"},
		{"by type", Citation{Types: []Term{{Name: "Retracted Publication"}}}, true, false, ""},
		{"by type's identifier", Citation{Types: []Term{{UI: "D016441"}}}, true, false, ""},
		{"the notice itself", Citation{Types: []Term{{UI: "D016440", Name: "Retraction of Publication"}}, Notices: []Notice{{Kind: "RetractionOf"}}}, false, false, ""},
		{"concern", Citation{Notices: []Notice{{Kind: "ExpressionOfConcernIn"}}}, false, true, ""},
		{"concern about another", Citation{Notices: []Notice{{Kind: "ExpressionOfConcernFor"}}}, false, false, ""},
	} {
		by, retracted := tt.citation.Retracted()
		_, concern := tt.citation.Concern()
		if retracted != tt.retracted || concern != tt.concern || by.PMID != tt.by {
			t.Errorf("%s: got retracted %v by %q, concern %v; want %v, %q, %v", tt.name, retracted, by.PMID, concern, tt.retracted, tt.by, tt.concern)
		}
	}
}

func TestGradeCheck(t *testing.T) {
	for _, tt := range []struct {
		name  string
		grade Grade
		want  string
	}{
		{"good", Grade{Verdict: Mixed, Certainty: VeryLow, Rationale: "r", By: "ana"}, ""},
		{"without certainty", Grade{Verdict: NotCheckable, Rationale: "r", By: "ana"}, ""},
		{"empty", Grade{}, "verdict, rationale, by"},
		{"no certainty", Grade{Verdict: Mixed, Rationale: "r", By: "ana"}, "certainty"},
		{"certainty of nothing", Grade{Verdict: NoEvidence, Certainty: Low, Rationale: "r", By: "ana"}, "certainty"},
		{"unknown certainty", Grade{Verdict: Mixed, Certainty: "sure", Rationale: " ", By: "ana"}, "certainty, rationale"},
		{"long rationale", Grade{Verdict: NotCheckable, Rationale: strings.Repeat("x", 20_001), By: "ana"}, "rationale"},
	} {
		t.Run(tt.name, func(t *testing.T) { wantProblems(t, tt.grade.Check(), tt.want) })
	}
	for _, v := range Verdicts {
		g := Grade{Verdict: v, Rationale: "r", By: "ana"}
		if (g.Check() == nil) == v.Weighed() {
			t.Errorf("%s: without certainty %v, and yet weighed is %v", v, g.Check(), v.Weighed())
		}
	}
}

func TestEvidenceAndDecisionCheck(t *testing.T) {
	for _, tt := range []struct {
		name string
		err  error
		want string
	}{
		{"evidence", Evidence{Stance: Neutral, By: "ana"}.Check(), ""},
		{"evidence, empty", Evidence{}.Check(), "stance, by"},
		{"evidence, long passage", Evidence{Stance: Supports, By: "ana", Passage: strings.Repeat("x", 10_001)}.Check(), "passage"},
		{"accepted", Decision{State: Accepted, By: "ana"}.Check(), ""},
		{"rejected", Decision{State: Rejected, By: "ana", Comment: "c"}.Check(), ""},
		{"rejected without a word", Decision{State: Rejected, By: "ana"}.Check(), "comment"},
		{"suggested", Decision{State: Suggested}.Check(), "decision, by"},
	} {
		t.Run(tt.name, func(t *testing.T) { wantProblems(t, tt.err, tt.want) })
	}
}

func TestPageSize(t *testing.T) {
	for limit, want := range map[int]int{-1: 50, 0: 50, 1: 1, 499: 499, 500: 500, 501: 500} {
		if got := (Page{Limit: limit}).Size(); got != want {
			t.Errorf("limit %d: got %d, want %d", limit, got, want)
		}
	}
}

func TestShorten(t *testing.T) {
	for _, tt := range []struct {
		text string
		n    int
		want string
	}{
		{"short", 10, "short"}, {"a\n b", 3, "a b"}, {"one two three", 9, "one two …"}, {"onetwothree", 5, "onetw …"}, {"éééééé", 3, "ééé …"}, {"", 3, ""},
	} {
		if got := Shorten(tt.text, tt.n); got != tt.want || !utf8.ValidString(got) {
			t.Errorf("Shorten(%q, %d) = %q, want %q", tt.text, tt.n, got, tt.want)
		}
	}
}
