package annotate

import (
	"fmt"
	"html"
	"net/url"
	"regexp"
	"strings"
	"unicode"
)

// Identifier names a paper in one of the ways in which papers are named.
type Identifier struct {
	Kind  IdentifierKind
	Value string // a PMID's digits, a DOI in lower case without a resolver before it, or a PMCID as in PMC1234567
}

// IdentifierKind is a way in which papers are named.
type IdentifierKind string

// The kinds of identifier.
const (
	PMID  IdentifierKind = "PMID"
	DOI   IdentifierKind = "DOI"
	PMCID IdentifierKind = "PMCID"
)

// String is the identifier as people write it: PMID 31452104, 10.1000/182, PMC1234567.
func (id Identifier) String() string {
	if id.Kind == PMID {
		return "PMID " + id.Value
	}
	return id.Value
}

// maxIdentifier bounds what is searched for an identifier: a pasted reference is shorter.
const maxIdentifier = 4000

var (
	labelledPMID  = regexp.MustCompile(`(?i)(?:^|[^a-z])PMID\s*:?\s*([0-9]+)`)
	plainPMID     = regexp.MustCompile(`^[0-9]+$`)
	pmcNumber     = regexp.MustCompile(`(?i)(?:^|[^a-z0-9])PMC\s?([0-9]{1,9})(?:\.[0-9]+)?(?:$|[^0-9])`)
	labelledPMCID = regexp.MustCompile(`(?i)(?:^|[^a-z])PMCID\s*:?\s*([0-9]{1,9})(?:$|[^0-9])`)
	pubmedAddress = regexp.MustCompile(`(?i)(?:pubmed[.-]ncbi[.-]nlm[.-]nih[.-]gov[^/\s?#]*|ncbi[.-]nlm[.-]nih[.-]gov[^/\s?#]*/(?:m/)?pubmed|pmc/articles/pmid|europepmc\.org/(?:article|abstract)/med)/+(?:\?[^\s#]*\bterm=)?([0-9]+)(?:$|[^0-9])`)
	doiShape      = regexp.MustCompile(`10\.[0-9]{4,9}(?:\.[0-9]+)*/\S+`)
)

// ReadIdentifier takes a paper's identifier out of what people type or paste: a PMID, a DOI or a PMCID by itself, with its
// label, as an address at PubMed, PMC, Europe PMC, a DOI's resolver or a publisher, or in a whole reference. Where there are
// several, the PMID comes first and the DOI second: a number at the end of a DOI is no PMID. The error is of kind ErrInvalid.
func ReadIdentifier(s string) (Identifier, error) {
	if len(s) <= maxIdentifier {
		text := strings.TrimFunc(s, notShown)
		for _, read := range []func(string) (Identifier, bool){readPMID, readDOI, readPMCID} {
			if id, ok := read(text); ok {
				return id, nil
			}
		}
	}
	return Identifier{}, fmt.Errorf("“%s” is neither a PMID, nor a DOI, nor a PMCID: %w", Shorten(s, 80), ErrInvalid)
}

// notShown says that r is none of the characters that an identifier begins or ends with, or that anybody sees.
func notShown(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r)
}

func readPMID(s string) (Identifier, bool) {
	number := ""
	if plainPMID.MatchString(s) {
		number = s
	} else if m := labelledPMID.FindStringSubmatch(s); m != nil {
		number = m[1]
	} else if m := pubmedAddress.FindStringSubmatch(s); m != nil {
		number = m[1]
	}
	return Identifier{PMID, number}, ValidPMID(number)
}

func readPMCID(s string) (Identifier, bool) {
	m := pmcNumber.FindStringSubmatch(s)
	if m == nil {
		m = labelledPMCID.FindStringSubmatch(s)
	}
	if m == nil {
		return Identifier{}, false
	}
	number := strings.TrimLeft(m[1], "0")
	return Identifier{PMCID, "PMC" + number}, number != ""
}

// readDOI finds a DOI. In an address it may be written with percent signs, and it ends where the address's query begins.
func readDOI(s string) (Identifier, bool) {
	i := doiShape.FindStringIndex(s)
	if i == nil {
		if i = doiShape.FindStringIndex(unescaped(s)); i == nil {
			return Identifier{}, false
		}
		s = unescaped(s)
	}
	before, doi := s[:i[0]], s[i[0]:i[1]]
	if inAddress(before) {
		doi, _, _ = strings.Cut(doi, "?")
		doi, _, _ = strings.Cut(doi, "#")
		if strings.Contains(before, "?") {
			doi, _, _ = strings.Cut(doi, "&")
		}
		doi = unescaped(doi)
		if !strings.Contains(strings.ToLower(before), "doi.org") {
			doi = withoutView(doi)
		}
	} else if strings.Contains(doi, "%") {
		doi = unescaped(doi)
	}
	doi = strings.ToLower(closed(html.UnescapeString(doi)))
	return Identifier{DOI, doi}, doiShape.MatchString(doi) && !strings.ContainsFunc(doi, func(r rune) bool { return unicode.IsControl(r) || unicode.IsSpace(r) })
}

// inAddress says whether what stands before a DOI is the beginning of an address.
func inAddress(before string) bool {
	word := before[strings.LastIndexFunc(before, unicode.IsSpace)+1:]
	return strings.Contains(word, "/") || strings.Contains(word, "=")
}

// unescaped is s with its percent signs resolved, or s as it is where they make no sense.
func unescaped(s string) string {
	if out, err := url.PathUnescape(s); err == nil {
		return out
	}
	return s
}

// views are what publishers' addresses say after a DOI: which form of the paper they show.
var views = regexp.MustCompile(`(?i)(?:(?:v[0-9]+)?(?:[./](?:full|full-text|fulltext|abstract|pdf|epdf|pdfdirect|epub|html|meta|references|summary|short|long|tables|figures))+|/?v[0-9]+)/?$`)

func withoutView(doi string) string {
	out := views.ReplaceAllString(doi, "")
	if !doiShape.MatchString(out) {
		return doi
	}
	return out
}

// closed is a DOI without the punctuation of the sentence that it stood in: what ends it, and brackets that it did not open.
func closed(doi string) string {
	for {
		cut := strings.TrimRight(doi, ".,;:!?'\"’”»…/\\|")
		for _, pair := range []string{"()", "[]", "{}", "<>"} {
			if strings.HasSuffix(cut, pair[1:]) && strings.Count(cut, pair[1:]) > strings.Count(cut, pair[:1]) {
				cut = cut[:len(cut)-1]
			}
		}
		if cut == doi {
			return doi
		}
		doi = cut
	}
}
