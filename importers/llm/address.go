package llm

import (
	"fmt"
	"net"
	"net/url"
	"strings"

	"claimlens/annotate"
)

// checkURL is the address without what a person may put behind it.
func checkURL(address, key string) (string, error) {
	u, err := url.Parse(strings.TrimSpace(address))
	switch {
	case err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "":
		return "", fmt.Errorf("%q is no address that begins with https:// or http://: %w", annotate.Shorten(address, 100), annotate.ErrInvalid)
	case u.User != nil || u.RawQuery != "" || u.Fragment != "":
		return "", fmt.Errorf("the address of the model has a name, a query or a fragment in it, which is not sent: %w", annotate.ErrInvalid)
	case u.Scheme == "http" && key != "" && !loopback(u.Hostname()):
		return "", fmt.Errorf("the key would go to %s unencrypted: use https, or no key: %w", u.Host, annotate.ErrInvalid)
	}
	return strings.TrimSuffix(strings.TrimRight(u.String(), "/"), "/chat/completions"), nil
}

func loopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}
