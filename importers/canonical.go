package importers

import (
	"net/netip"
	"net/url"
	"strings"

	"claimlens/annotate"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/publicsuffix"
)

// canonicalAddress is the address that a page's head gives itself, as annotate.PageKey has it, or "" if there is none that
// can be trusted. One page must not take another's place, so it has to be an address of the registrable domain that the
// page was read from, where that is known, and a public one; a page below the top of its site is not the top; and pages
// that name two addresses name none.
func canonicalAddress(doc *goquery.Document, address string) string {
	read, err := url.Parse(address)
	if err != nil || address == "" {
		read = nil
	}
	base := read
	if href, ok := doc.Find("head base[href]").First().Attr("href"); ok {
		base = resolve(read, href)
	}
	found := ""
	ambiguous := false
	doc.Find("head link[href]").Each(func(_ int, s *goquery.Selection) {
		if !relates(s.AttrOr("rel", ""), "canonical") || relates(s.AttrOr("rel", ""), "alternate") {
			return
		}
		key := trusted(resolve(base, s.AttrOr("href", "")), read)
		ambiguous = ambiguous || found != "" && key != "" && key != found
		if found == "" {
			found = key
		}
	})
	if ambiguous {
		return ""
	}
	return found
}

// relates says whether rel, a list of words, holds word.
func relates(rel, word string) bool {
	for _, w := range strings.Fields(rel) {
		if strings.EqualFold(w, word) {
			return true
		}
	}
	return false
}

// resolve is href as seen from base, nil if there is no telling.
func resolve(base *url.URL, href string) *url.URL {
	href = strings.TrimSpace(href)
	u, err := url.Parse(href)
	if err != nil || href == "" {
		return nil
	}
	if base != nil {
		return base.ResolveReference(u)
	}
	if !u.IsAbs() {
		return nil
	}
	return u
}

// trusted is the key of the page at u if a page that was read from the address read (nil if unknown) may claim it.
func trusted(u, read *url.URL) string {
	if u == nil || u.Host == "" || u.User != nil || !annotate.PublicPage(u.String()) || len(u.String()) > maxAddress {
		return ""
	}
	if strings.Trim(u.Path, "/") == "" && u.RawQuery == "" && (read == nil || strings.Trim(read.Path, "/") != "") {
		return ""
	}
	if read != nil && registrable(u.Hostname()) != registrable(read.Hostname()) {
		return ""
	}
	return annotate.PageKey(u.String())
}

// registrable is the part of a host's name that somebody can own: example.co.uk of www.example.co.uk. A number is its own.
func registrable(host string) string {
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	if _, err := netip.ParseAddr(host); err == nil {
		return host
	}
	domain, err := publicsuffix.EffectiveTLDPlusOne(host)
	if err != nil {
		return host
	}
	return domain
}
