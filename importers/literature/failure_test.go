package literature

import (
	"errors"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"syscall"
	"testing"
	"time"

	"claimlens/annotate"
)

func TestNetworkFailure(t *testing.T) {
	u := &url.URL{Scheme: "https", Host: "eutils.ncbi.nlm.nih.gov"}
	for _, tt := range []struct {
		err     error
		offline bool
		says    string
	}{
		{&net.DNSError{Err: "no such host", Name: u.Host, IsNotFound: true}, true, "can't reach eutils.ncbi.nlm.nih.gov: this machine seems to be offline; what is here stays usable"},
		{&net.DNSError{Err: "i/o timeout", Name: u.Host, IsTimeout: true}, true, "seems to be offline"},
		{&net.OpError{Op: "dial", Err: syscall.ENETUNREACH}, true, "seems to be offline"},
		{&net.OpError{Op: "dial", Err: syscall.ECONNREFUSED}, true, "does not accept connections"},
		{&net.OpError{Op: "read", Err: syscall.ECONNRESET}, false, "was cut"},
		{io.ErrUnexpectedEOF, false, "was cut"},
		{errors.New("malformed\nHTTP response"), false, "no answer of eutils.ncbi.nlm.nih.gov can be read: malformed HTTP response"},
	} {
		f := networkFailure(&url.Error{Op: "Get", URL: "https://x/?api_key=sk", Err: tt.err}, u)
		if !errors.Is(f, annotate.ErrUnavailable) || IsOffline(f) != tt.offline || !strings.Contains(f.Error(), tt.says) || strings.Contains(f.Error(), "sk") {
			t.Errorf("%v: got %v, offline %v", tt.err, f, f.Offline)
		}
	}
}

func TestRoot(t *testing.T) {
	for _, tt := range []struct {
		address string
		secret  bool
		want    Root
	}{
		{"https://mirror.example/ncbi/", true, "https://mirror.example/ncbi"},
		{"http://127.0.0.1:8080", true, "http://127.0.0.1:8080"},
		{"http://localhost:8080/", true, "http://localhost:8080"},
		{"http://mirror.example", false, "http://mirror.example"},
		{"http://mirror.example", true, ""},
		{"ftp://mirror.example", false, ""},
		{"mirror.example", false, ""},
		{"https://me:secret@mirror.example", false, ""},
		{"https://mirror.example/?x=1", false, ""},
		{"", false, ""},
	} {
		got, err := NewRoot(tt.address, tt.secret)
		if got != tt.want || (tt.want == "") != errors.Is(err, annotate.ErrInvalid) || err != nil && strings.Contains(err.Error(), "secret@") {
			t.Errorf("%s: got %q, %v", tt.address, got, err)
		}
	}
	if got := Root("http://h:1/a").Of("https://eutils.ncbi.nlm.nih.gov/entrez/eutils/esearch.fcgi"); got != "http://h:1/a/entrez/eutils/esearch.fcgi" {
		t.Errorf("got %s", got)
	}
	if got := Root("").Of("https://eutils.ncbi.nlm.nih.gov/x"); got != "https://eutils.ncbi.nlm.nih.gov/x" || Root("").Named() != nil {
		t.Errorf("got %s", got)
	}
	for root, want := range map[Root]string{"https://m.example/x": "m.example:443", "http://m.example": "m.example:80", "http://[::1]:81": "[::1]:81"} {
		if got := root.Named(); len(got) != 1 || got[0] != want {
			t.Errorf("%s: got %v, want %s", root, got, want)
		}
	}
}

func TestOneSite(t *testing.T) {
	for _, tt := range []struct {
		from, to string
		want     bool
	}{
		{"https://eutils.ncbi.nlm.nih.gov/a", "https://eutils.ncbi.nlm.nih.gov/b", true},
		{"https://www.ncbi.nlm.nih.gov/a", "https://pmc.ncbi.nlm.nih.gov/b", true},
		{"https://eutils.ncbi.nlm.nih.gov/a", "http://eutils.ncbi.nlm.nih.gov/b", false},
		{"https://eutils.ncbi.nlm.nih.gov/a", "https://nih.gov.example.org/", false},
		{"https://eutils.ncbi.nlm.nih.gov/a", "https://eutils.ncbi.nlm.nih.gov:8443/", false},
		{"https://eutils.ncbi.nlm.nih.gov/a", "https://me@www.nih.gov/", false},
		{"http://127.0.0.1:1/a", "http://127.0.0.1:2/", false},
		{"https://10.0.0.1/a", "https://10.0.0.2/", false},
	} {
		from, _ := url.Parse(tt.from)
		to, _ := url.Parse(tt.to)
		if got := oneSite(from, to); got != tt.want {
			t.Errorf("%s → %s: got %v", tt.from, tt.to, got)
		}
	}
}

func TestRetryAfter(t *testing.T) {
	now := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	for header, want := range map[string]time.Duration{
		"": 0, "7": 7 * time.Second, "-7": 0, "soon": 0, "9e9": 0, now.Add(90 * time.Second).Format(http.TimeFormat): 90 * time.Second,
		now.Add(-time.Hour).Format(http.TimeFormat): 0, "9999999": 1 << 20 * time.Second,
	} {
		if got := retryAfter(header, now); got != want {
			t.Errorf("%q: got %s, want %s", header, got, want)
		}
	}
}
