package literature

import (
	"net/http"
	"net/url"

	"golang.org/x/net/publicsuffix"
)

// maxRedirects is how often one request is sent on.
const maxRedirects = 3

// sameSite refuses to follow a redirect to another site, or out of https: what is asked, and the key, are meant for the
// service that was named. Within a site services do move.
func sameSite(req *http.Request, via []*http.Request) error {
	first := via[0].URL
	switch {
	case len(via) > maxRedirects:
		return unavailable(final, "%s redirects more than %d times", first.Host, maxRedirects)
	case !oneSite(first, req.URL):
		return forbidden("%s redirects to %s://%s, which is not followed: the question was meant for it alone", first.Host, req.URL.Scheme, req.URL.Host)
	case req.Method != via[0].Method:
		return unavailable(final, "%s redirects a question that is too long for an address", first.Host)
	}
	return nil
}

func oneSite(a, b *url.URL) bool {
	if a.Scheme == b.Scheme && a.Host == b.Host {
		return true
	}
	if b.Scheme != "https" || a.Scheme != "https" || a.Port() != b.Port() || b.User != nil {
		return false
	}
	of, err := publicsuffix.EffectiveTLDPlusOne(a.Hostname())
	to, err2 := publicsuffix.EffectiveTLDPlusOne(b.Hostname())
	return err == nil && err2 == nil && of == to
}
