package annotate

import (
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/google/uuid"
	"golang.org/x/text/unicode/norm"
)

// namespace is the root of all version 5 identifiers; changing it changes every identifier there is.
var namespace = uuid.MustParse("6f2c4a52-3d0b-5f0e-9c1d-0b8a3a5e7c11")

func contentID(kind string, parts ...string) uuid.UUID {
	return uuid.NewSHA1(namespace, []byte(kind+"\x00"+strings.Join(parts, "\x00")))
}

// ArticleID is the identifier of the article with this key: its canonical address, or, for a text without one, its
// digest.
func ArticleID(key string) uuid.UUID { return contentID("article", key) }

// ClaimID is the identifier of the claim that text makes: the same for texts that differ only in case, white space,
// typographic quotes and dashes, or the final full stop.
func ClaimID(text string) uuid.UUID { return contentID("claim", NormalClaim(text)) }

// MentionID is the identifier of a claim's mention at an anchor of one revision of an article.
func MentionID(article uuid.UUID, revision int, claim uuid.UUID, start, end int) uuid.UUID {
	return contentID("mention", article.String(), strconv.Itoa(revision), claim.String(), strconv.Itoa(start), strconv.Itoa(end))
}

// CitationID is the identifier of the paper with this PMID.
func CitationID(pmid string) uuid.UUID { return contentID("citation", pmid) }

// NormalClaim is the form of a claim's text by which claims are the same: NFKC, lower case, plain quotes and hyphens,
// single spaces, no final full stop. What nobody sees goes first, so that letters which it kept apart are one.
func NormalClaim(text string) string {
	fold := func(r rune) rune {
		switch r {
		case '‘', '’', 'ʼ', '′':
			return '\''
		case '“', '”', '„', '«', '»', '″':
			return '"'
		case '‐', '‑', '‒', '–', '—', '−':
			return '-'
		}
		return unicode.ToLower(r)
	}
	seen := strings.Map(func(r rune) rune {
		if r == '\u00ad' || r == '\u200b' || r == '\ufeff' {
			return -1
		}
		return r
	}, text)
	s := norm.NFKC.String(strings.Map(fold, norm.NFKC.String(seen)))
	return strings.TrimRight(strings.Join(strings.Fields(s), " "), ". ")
}

// Moment is t as the record keeps it: UTC, cut to the millisecond.
func Moment(t time.Time) time.Time { return t.UTC().Truncate(time.Millisecond) }
