package annotate

import (
	"testing"
)

func TestPageKey(t *testing.T) {
	for _, tt := range []struct{ name, address, want string }{
		{"plain", "https://example.org/a", "https://example.org/a"},
		{"http", "http://example.org/a", "https://example.org/a"},
		{"case of scheme and host", "HTTP://WWW.Example.ORG/A?B=C", "https://www.example.org/A?B=C"},
		{"default port", "http://example.org:80/a", "https://example.org/a"},
		{"default port of https", "https://example.org:443/a", "https://example.org/a"},
		{"another scheme's default port", "https://example.org:80/a", "https://example.org:80/a"},
		{"port", "http://example.org:8080/a", "https://example.org:8080/a"},
		{"IPv6", "http://[2001:DB8::1]:80/a", "https://[2001:db8::1]/a"},
		{"IPv6 with port", "http://[2001:db8::1]:8080/a", "https://[2001:db8::1]:8080/a"},
		{"rooted host", "https://example.org./a", "https://example.org/a"},
		{"rooted host with port", "https://example.org.:8080/a", "https://example.org:8080/a"},
		{"user", "https://ana:secret@example.org/a", "https://example.org/a"},
		{"fragment", "https://example.org/a#part", "https://example.org/a"},
		{"fragment of a hashbang", "https://example.org/#!/a", "https://example.org"},
		{"fragment after query", "https://example.org/a?b=c#d?e=f", "https://example.org/a?b=c"},
		{"slash", "https://example.org/", "https://example.org"},
		{"slashes", "https://example.org/a//", "https://example.org/a"},
		{"slash before query", "https://example.org/a/?b=c", "https://example.org/a?b=c"},
		{"inner slashes", "https://example.org/a//b", "https://example.org/a//b"},
		{"white space around", " https://example.org/a\n", "https://example.org/a"},

		{"needless escape", "https://example.org/%7Eana/%61-%2D", "https://example.org/~ana/a--"},
		{"escape in lower case", "https://example.org/a%2fb%c3%a9", "https://example.org/a%2Fb%C3%A9"},
		{"character that needs an escape", "https://example.org/é", "https://example.org/%C3%A9"},
		{"space", "https://example.org/a b", "https://example.org/a%20b"},
		{"escaped percent", "https://example.org/%2541", "https://example.org/%2541"},
		{"escape in query", "https://example.org/?q=%7e%c3%a9", "https://example.org?q=~%C3%A9"},
		{"character in query that needs an escape", "https://example.org/?q=é", "https://example.org?q=%C3%A9"},

		{"query sorted by name", "https://example.org/?b=1&a=2", "https://example.org?a=2&b=1"},
		{"values of one name in their order", "https://example.org/?b=2&a=0&b=1", "https://example.org?a=0&b=2&b=1"},
		{"empty query", "https://example.org/a?", "https://example.org/a"},
		{"empty pairs", "https://example.org/a?&&b=c&", "https://example.org/a?b=c"},
		{"name without value", "https://example.org/a?b", "https://example.org/a?b"},
		{"query that is none", "https://example.org/a?%zz&;=", "https://example.org/a?%zz&;="},

		{"campaign", "https://example.org/a?utm_source=x&utm_medium=y&utm_campaign=z&utm_term=t&utm_content=c&id=1", "https://example.org/a?id=1"},
		{"click", "https://example.org/a?gclid=1&fbclid=2&msclkid=3&igshid=4&_ga=5", "https://example.org/a"},
		{"mail", "https://example.org/a?mc_cid=1&mc_eid=2", "https://example.org/a"},
		{"others", "https://example.org/a?WT.mc_id=1&X-Amz-Security-Token=2&resourcekey=3", "https://example.org/a"},
		{"tracker in other case, escaped", "https://example.org/a?UTM%5FSOURCE=x", "https://example.org/a"},
		{"like a tracker", "https://example.org/a?utm=1&agclid=2", "https://example.org/a?agclid=2&utm=1"},

		{"URN", "urn:x-pdf:ABC", "urn:x-pdf:ABC"},
		{"file", "file:///home/Ana/A.html#x", "file:///home/Ana/A.html#x"},
		{"no host", "http:///a/", "http:///a/"},
		{"no scheme", "example.org/A/", "example.org/A/"},
		{"doi", "doi:10.1000/XYZ", "doi:10.1000/XYZ"},
		{"not an address", "http://exa mple/%zz", "http://exa mple/%zz"},
		{"empty", "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := PageKey(tt.address); got != tt.want {
				t.Errorf("PageKey(%q) = %q, want %q", tt.address, got, tt.want)
			}
			if got := PageKey(tt.want); got != tt.want {
				t.Errorf("PageKey of the key %q = %q", tt.want, got)
			}
		})
	}
}

func TestPageKeyKeepsPagesApart(t *testing.T) {
	pages := []string{
		"https://example.org", "https://example.org/a", "https://example.org/A", "https://www.example.org/a", "https://m.example.org/a", "https://example.org/a?p=1",
		"https://example.org/a?p=2", "https://example.org/a/index.html", "https://example.org/a%2Fb", "https://example.org/a/b", "https://example.net/a", "https://example.org:8080/a",
	}
	met := map[string]string{}
	for _, page := range pages {
		key := PageKey(page)
		if other, ok := met[key]; ok {
			t.Errorf("%s and %s have one key, %s", page, other, key)
		}
		met[key] = page
	}
}

func TestPublicPage(t *testing.T) {
	for address, want := range map[string]bool{
		"https://example.org/a": true, "http://example.org:8080": true, "https://93.184.216.34/": true, "https://[2001:4860:4860::8888]/": true,
		"http://localhost:8080/": false, "http://app.localhost/": false, "http://intranet/": false, "http://printer.local./": false, "http://db.internal/": false,
		"http://127.0.0.1/": false, "http://10.1.2.3/": false, "http://192.168.0.1/": false, "http://[::1]/": false, "http://[fd00::1]/": false, "http://169.254.169.254/": false,
		"http://0.0.0.0/": false, "file:///etc/hosts": false, "urn:x-pdf:abc": false, "about:blank": false, "": false, "https://": false,
	} {
		if got := PublicPage(address); got != want {
			t.Errorf("PublicPage(%q) = %v, want %v", address, got, want)
		}
	}
}

func FuzzPageKey(f *testing.F) {
	for _, s := range []string{"HTTP://Ex.org:80/%7e/?b=1&a=é&utm_id=2#x", "http://[::1]:99/", "urn:x", "https://a./%", "https://a/?%", " x "} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, address string) {
		key := PageKey(address)
		if again := PageKey(key); again != key {
			t.Errorf("PageKey(%q) = %q, and of that %q", address, key, again)
		}
		PublicPage(address)
	})
}
