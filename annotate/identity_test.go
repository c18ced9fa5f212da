package annotate

import (
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"pgregory.net/rapid"
)

func TestNormalClaim(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"plain", "zinc helps", "zinc helps"},
		{"case", "Zinc HELPS", "zinc helps"},
		{"full stop", "zinc helps.", "zinc helps"},
		{"full stops and space", " zinc helps. . ", "zinc helps"},
		{"white space", "zinc\n\t helps\u00a0colds", "zinc helps colds"},
		{"apostrophe", "the body’s zinc", "the body's zinc"},
		{"quotes", "„zinc“ «helps» “colds”", `"zinc" "helps" "colds"`},
		{"hyphens", "long‑lived – a−b—c", "long-lived - a-b-c"},
		{"soft hyphen and joiners", "zi\u00adnc\u200b helps\ufeff", "zinc helps"},
		{"ligature", "an e\ufb03cient drug", "an efficient drug"},
		{"accents composed or not", "cafe\u0301", "café"},
		{"full width", "ＺＩＮＣ １０", "zinc 10"},
		{"other scripts", "Цинк Помогает。", "цинк помогает。"},
		{"inner stop", "1.5 mg helps", "1.5 mg helps"},
		{"question", "zinc helps?", "zinc helps?"},
		{"empty", " . ", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := NormalClaim(tt.text); got != tt.want {
				t.Errorf("NormalClaim(%q) = %q, want %q", tt.text, got, tt.want)
			}
			if ClaimID(tt.text) != ClaimID(tt.want) {
				t.Errorf("%q and %q are two claims", tt.text, tt.want)
			}
		})
	}
}

func TestClaimIDKeepsClaimsApart(t *testing.T) {
	met := map[uuid.UUID]string{}
	for _, text := range []string{
		"Zinc helps", "Zinc does not help", "Zinc helps 15 mg", "Zinc helps 1.5 mg", "Zinc helps 1-5 mg", "Zinc helps?", "zinchelps", "Zinc, helps", "Zinc helps (colds)",
	} {
		if other, ok := met[ClaimID(text)]; ok {
			t.Errorf("%q and %q are one claim", text, other)
		}
		met[ClaimID(text)] = text
	}
}

// The identifiers are in every store that there is: they never change.
func TestIdentifiersStay(t *testing.T) {
	claim := ClaimID("Zinc helps.")
	for _, tt := range []struct {
		name string
		got  uuid.UUID
		want string
	}{
		{"claim", claim, "54649c56-1cbd-54f4-b183-b27875270ee2"},
		{"article", ArticleID("https://example.org/a"), "6485ee77-a852-5e0d-b552-45f47ef870b9"},
		{"citation", CitationID("12345678"), "1765a07c-c46d-5244-87fd-ef0a91e30552"},
		{"mention", MentionID(ArticleID("https://example.org/a"), 1, claim, 0, 11), "bf30d11d-9ed7-5bbe-94e5-1f898c73fe66"},
	} {
		if tt.got.String() != tt.want || tt.got.Version() != 5 {
			t.Errorf("%s: got %s, version %d; want %s, version 5", tt.name, tt.got, tt.got.Version(), tt.want)
		}
	}
}

func TestIdentifiersDiffer(t *testing.T) {
	a, c := ArticleID("x"), ClaimID("x")
	all := map[uuid.UUID]bool{
		a: true, c: true, CitationID("x"): true, MentionID(a, 1, c, 0, 1): true, MentionID(a, 2, c, 0, 1): true, MentionID(a, 1, c, 1, 1): true,
		MentionID(a, 1, c, 0, 2): true, MentionID(c, 1, a, 0, 1): true, MentionID(a, 11, c, 0, 1): true,
	}
	if len(all) != 9 {
		t.Errorf("got %d identifiers, want 9", len(all))
	}
}

func TestNormalClaimIsNormal(t *testing.T) {
	if got := NormalClaim("a\u00ad\u0301"); got != "á" {
		t.Errorf("a soft hyphen before an accent: got %q", got)
	}
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.RuneFrom([]rune("aB .\u00a0’“–ﬁＡ\u0301é\u00adΣς"))).Draw(t, "text")
		n := NormalClaim(s)
		if again := NormalClaim(n); again != n {
			t.Fatalf("NormalClaim(%q) = %q, and of that %q", s, n, again)
		}
		if strings.TrimSpace(n) != n {
			t.Fatalf("NormalClaim(%q) = %q, with space around", s, n)
		}
	})
}

func TestMoment(t *testing.T) {
	in := time.Date(2026, 3, 1, 1, 30, 0, 999_999_999, time.FixedZone("east", 2*3600))
	want := time.Date(2026, 2, 28, 23, 30, 0, 999e6, time.UTC)
	if got := Moment(in); got != want {
		t.Errorf("got %v, want %v", got, want)
	}
}
