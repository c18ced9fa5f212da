package importers

import (
	"context"
	"errors"
	"net"
	"net/netip"
	"strings"
	"testing"

	"claimlens/annotate"
)

func TestPublic(t *testing.T) {
	for address, want := range map[string]bool{
		"93.184.216.34": true, "8.8.8.8": true, "172.32.0.1": true, "100.128.0.1": true, "2606:2800:220:1:248:1893:25c8:1946": true,
		"0.0.0.0": false, "10.1.2.3": false, "100.64.0.1": false, "127.0.0.1": false, "127.255.255.254": false, "169.254.169.254": false,
		"172.16.0.1": false, "172.31.255.255": false, "192.0.0.1": false, "192.0.2.1": false, "192.88.99.1": false, "192.168.1.1": false,
		"198.18.0.1": false, "198.51.100.7": false, "203.0.113.7": false, "224.0.0.1": false, "240.0.0.1": false, "255.255.255.255": false,
		"168.63.129.16": false, "::": false, "::1": false, "::ffff:127.0.0.1": false, "::127.0.0.1": false, "64:ff9b::7f00:1": false,
		"64:ff9b:1::1": false, "100::1": false, "2001::1": false, "2001:db8::1": false, "2002:7f00:1::1": false, "fc00::1": false,
		"fd00:ec2::254": false, "fe80::1": false, "fe80::1%eth0": false, "fec0::1": false, "ff02::1": false, "5f00::1": false, "3fff::1": false, "4000::1": false,
	} {
		if got := public(netip.MustParseAddr(address)); got != want {
			t.Errorf("%s: got %v, want %v", address, got, want)
		}
	}
	if public(netip.Addr{}) {
		t.Error("no address is public")
	}
}

func TestControl(t *testing.T) {
	for _, tt := range []struct {
		network, address string
		loopback, want   bool
	}{
		{"tcp4", "93.184.216.34:443", false, true},
		{"tcp4", "93.184.216.34:80", false, true},
		{"tcp6", "[2606:2800:220:1:248:1893:25c8:1946]:443", false, true},
		{"tcp4", "93.184.216.34:22", false, false},
		{"tcp4", "127.0.0.1:80", false, false},
		{"tcp6", "[::ffff:127.0.0.1]:80", false, false},
		{"tcp6", "[fe80::1%lo]:80", false, false},
		{"tcp4", "127.0.0.1:8080", true, true},
		{"tcp6", "[::1]:8080", true, true},
		{"tcp4", "10.0.0.1:80", true, false},
		{"udp4", "93.184.216.34:443", false, false},
		{"unix", "/run/x.sock", false, false},
	} {
		err := guard{allowLoopback: tt.loopback}.control(tt.network, tt.address, nil)
		if (err == nil) != tt.want || err != nil && !errors.Is(err, annotate.ErrForbidden) {
			t.Errorf("%s %s, loopback %v: got %v", tt.network, tt.address, tt.loopback, err)
		}
	}
}

// Addresses by which strangers try to reach what is behind a fetcher. None of them may lead to a request.
func TestNastyAddresses(t *testing.T) {
	r := New(Config{})
	for _, address := range []string{
		"http://127.0.0.1/", "http://localhost/", "http://127.1/", "http://2130706433/", "http://0x7f000001/", "http://0177.0.0.1/",
		"http://[::1]/", "http://[::]/", "http://0.0.0.0/", "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/", "http://[64:ff9b::7f00:1]/",
		"http://[2002:7f00:1::]/", "http://[fe80::1%25lo]/", "http://169.254.169.254/latest/meta-data/", "http://[fd00:ec2::254]/",
		"http://10.0.0.1/", "http://192.168.0.1/", "http://100.64.0.1/", "http://127.0.0.1:22/", "https://127.0.0.1:6443/", "http://user@127.0.0.1/",
		"http://example.org:22/", "file:///etc/passwd", "gopher://127.0.0.1/", "http:///etc/passwd", "http://", "//127.0.0.1/", "http://127.0.0.1\\@example.org/",
		"http://%31%32%37.0.0.1/", "http://１２７.0.0.1/", "http://" + strings.Repeat("a", 5000) + "/",
	} {
		_, err := r.Read(context.Background(), Source{Name: address, URL: address})
		var refusal Refusal
		if !errors.As(err, &refusal) {
			t.Errorf("%s: got %v, want a refusal", address, err)
			continue
		}
		if strings.Contains(refusal.Reason, "accept connections") || strings.Contains(refusal.Reason, "answers") {
			t.Errorf("%s was dialled: %v", address, err)
		}
	}
}

// What a person named is dialled, though it is an address of this machine; what is beside it is not.
func TestDial(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	named := listener.Addr().String()
	conn, err := Dial(named)(t.Context(), "tcp", named)
	if err != nil {
		t.Fatal(err)
	}
	conn.Close()
	for _, dial := range []func(context.Context, string, string) (net.Conn, error){Dial(), Dial("127.0.0.1:1")} {
		if conn, err := dial(t.Context(), "tcp", named); !errors.Is(err, annotate.ErrForbidden) {
			t.Errorf("%s: got %v, %v", named, conn, err)
		}
	}
}

func TestParseAddress(t *testing.T) {
	u, err := parseAddress(" https://example.org/a?b=c#d ")
	if err != nil || u.String() != "https://example.org/a?b=c" {
		t.Errorf("got %v, %v", u, err)
	}
}
