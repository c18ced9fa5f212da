package importers

import (
	"context"
	"fmt"
	"net"
	"net/netip"
	"net/url"
	"slices"
	"strings"
	"syscall"

	"claimlens/annotate"
)

// maxAddress is the longest address that is read, in bytes.
const maxAddress = 4000

// forbidden is a refusal of kind annotate.ErrForbidden.
func forbidden(format string, args ...any) Refusal {
	return Refusal{Reason: fmt.Sprintf(format, args...), kind: annotate.ErrForbidden}
}

// parseAddress reads an address: http or https, with a host, without a password.
func parseAddress(s string) (*url.URL, error) {
	if len(s) > maxAddress {
		return nil, refuse("is an address of more than %d characters", maxAddress)
	}
	u, err := url.Parse(strings.TrimSpace(s))
	switch {
	case err != nil:
		return nil, refuse("is no address that can be understood")
	case u.Scheme != "http" && u.Scheme != "https":
		return nil, refuse("can't be read: only addresses that begin with http:// or https:// can")
	case u.Hostname() == "":
		return nil, refuse("is an address without a host")
	case u.User != nil:
		return nil, refuse("is an address with a user name in it, which is never sent")
	}
	u.Fragment, u.RawFragment = "", ""
	return u, nil
}

// guard decides which addresses may be dialled. It is asked at the last moment, with the number that a host's name was
// resolved to, so that no name, redirect or change of a name leads elsewhere.
type guard struct {
	allowLoopback bool
}

// port says whether an address's port may be used: that of http or of https.
func (g guard) port(u *url.URL) error {
	if g.allowLoopback || u.Port() == "" || u.Port() == "80" || u.Port() == "443" {
		return nil
	}
	return forbidden("names port %s; only the web's own ports, 80 and 443, are read", u.Port())
}

// control is a net.Dialer's Control: it refuses every address that is not public.
func (g guard) control(network, address string, _ syscall.RawConn) error {
	target, err := netip.ParseAddrPort(address)
	if err != nil || network != "tcp4" && network != "tcp6" {
		return forbidden("leads to %s, which is no address on the internet", address)
	}
	ip := target.Addr().Unmap().WithZone("")
	if g.allowLoopback && ip.IsLoopback() {
		return nil
	}
	if !public(ip) {
		return forbidden("leads to %s, which is not a public address: pages of one's own machine and network are not read", ip)
	}
	if target.Port() != 80 && target.Port() != 443 {
		return forbidden("leads to port %d; only the web's own ports, 80 and 443, are read", target.Port())
	}
	return nil
}

// reserved are the blocks of addresses that do not lead to a host on the public internet, or that hide which host they
// lead to. From IANA's registries of special-purpose addresses, and the clouds' addresses for metadata outside of them.
var reserved = prefixes(
	"0.0.0.0/8",         // this network
	"10.0.0.0/8",        // private
	"100.64.0.0/10",     // carriers' own
	"127.0.0.0/8",       // loopback
	"169.254.0.0/16",    // link-local, metadata of the clouds
	"172.16.0.0/12",     // private
	"192.0.0.0/24",      // protocol assignments
	"192.0.2.0/24",      // documentation
	"192.31.196.0/24",   // AS112
	"192.52.193.0/24",   // AMT
	"192.88.99.0/24",    // relays of 6to4
	"192.168.0.0/16",    // private
	"192.175.48.0/24",   // AS112
	"198.18.0.0/15",     // benchmarks
	"198.51.100.0/24",   // documentation
	"203.0.113.0/24",    // documentation
	"224.0.0.0/4",       // multicast
	"240.0.0.0/4",       // reserved, and broadcast
	"168.63.129.16/32",  // a cloud's platform
	"::/8",              // unspecified, loopback, v4-compatible and v4-mapped
	"64:ff9b::/96",      // NAT64
	"64:ff9b:1::/48",    // NAT64 of one's own
	"100::/64",          // discard
	"2001::/23",         // Teredo, ORCHID, benchmarks and the like
	"2001:db8::/32",     // documentation
	"2002::/16",         // 6to4
	"2620:4f:8000::/48", // AS112
	"3fff::/20",         // documentation
	"5f00::/16",         // segment routing
	"fc00::/7",          // private, metadata of the clouds
	"fe80::/10",         // link-local
	"fec0::/10",         // site-local
	"ff00::/8",          // multicast
)

func prefixes(all ...string) []netip.Prefix {
	out := make([]netip.Prefix, len(all))
	for i, s := range all {
		out[i] = netip.MustParsePrefix(s)
	}
	return out
}

// public says whether an address leads to a host on the public internet.
func public(ip netip.Addr) bool {
	if !ip.IsValid() || !ip.IsGlobalUnicast() {
		return false
	}
	for _, p := range reserved {
		if p.Contains(ip) {
			return false
		}
	}
	return ip.Is4() || netip.MustParsePrefix("2000::/3").Contains(ip)
}

// dialer dials what the guard lets through, by the machine's own resolver.
func (g guard) dialer() *net.Dialer {
	return &net.Dialer{Timeout: dialTimeout, Control: g.control}
}

// Dial is how the clients of known services connect: to public addresses alone, as for articles, and to what is named, as
// HOST:PORT, wherever that leads: a person named it.
func Dial(named ...string) func(ctx context.Context, network, address string) (net.Conn, error) {
	guarded, free := guard{}.dialer(), &net.Dialer{Timeout: dialTimeout}
	return func(ctx context.Context, network, address string) (net.Conn, error) {
		if slices.Contains(named, address) {
			return free.DialContext(ctx, network, address)
		}
		return guarded.DialContext(ctx, network, address)
	}
}
