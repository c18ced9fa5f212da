package literature

import (
	"fmt"
	"net"
	"net/url"
	"strings"

	"claimlens/annotate"
)

// Root is where a mirror or a test server stands in for the services' own hosts: their paths are the same beneath it. Its
// error is of kind annotate.ErrInvalid.
type Root string

// NewRoot checks an address that a person named. A key must not go out unencrypted.
func NewRoot(address string, secret bool) (Root, error) {
	u, err := url.Parse(strings.TrimSpace(address))
	switch {
	case err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "":
		return "", fmt.Errorf("“%s” is no address that begins with https:// or http://: %w", annotate.Shorten(address, 100), annotate.ErrInvalid)
	case u.User != nil || u.RawQuery != "" || u.Fragment != "":
		return "", fmt.Errorf("the address of a mirror has no name, query or fragment in it: %w", annotate.ErrInvalid)
	case u.Scheme == "http" && secret && !loopback(u.Hostname()):
		return "", fmt.Errorf("the key would go to %s unencrypted: use https, or no key: %w", u.Host, annotate.ErrInvalid)
	}
	return Root(strings.TrimRight(u.String(), "/")), nil
}

func loopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// Named is the HOST:PORT of the root, none for the services' own hosts.
func (r Root) Named() []string {
	u, err := url.Parse(string(r))
	if err != nil || u.Host == "" {
		return nil
	}
	return []string{hostPort(u)}
}

// Of is where a service's own address is to be found.
func (r Root) Of(address string) string {
	u, err := url.Parse(address)
	if err != nil || r == "" {
		return address
	}
	return string(r) + u.Path
}
