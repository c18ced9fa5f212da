package ui

import (
	"io/fs"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// What is written keeps a contrast of 4.5:1 on every ground that it stands on, and fields one of 3:1, light and dark.
func TestContrast(t *testing.T) {
	css, err := fs.ReadFile(embedded, "web/tokens.css")
	if err != nil {
		t.Fatal(err)
	}
	light, rest, ok := strings.Cut(string(css), "@media (prefers-color-scheme: dark)")
	dark, _, ok2 := strings.Cut(rest, "@media")
	if !ok || !ok2 {
		t.Fatal("tokens.css has no dark set")
	}
	for name, set := range map[string]string{"light": light, "dark": dark} {
		hues := map[string]string{}
		for _, m := range regexp.MustCompile(`--([a-z-]+): (#[0-9a-f]{6});`).FindAllStringSubmatch(set, -1) {
			hues[m[1]] = m[2]
		}
		check := func(ink, ground string, want float64) {
			t.Helper()
			if hues[ink] == "" || hues[ground] == "" {
				t.Fatalf("%s: no --%s or no --%s", name, ink, ground)
			}
			if got := contrast(hues[ink], hues[ground]); got < want {
				t.Errorf("%s: --%s on --%s is %.2f:1, want %.1f:1", name, ink, ground, got, want)
			}
		}
		for _, ground := range []string{"ground", "sheet", "sunk"} {
			for _, ink := range []string{"ink", "soft", "accent", "supported", "mostly-supported", "mixed", "not-supported", "contradicted", "grey", "alarm"} {
				check(ink, ground, 4.5)
			}
			check("edge", ground, 3)
		}
		check("ink", "lit", 4.5)
		check("alarm", "alarm-ground", 4.5)
		check("on-accent", "accent", 4.5)
		check("sheet", "supported", 4.5) // the word in a filled sign
		check("sheet", "contradicted", 4.5)
		check("sheet", "grey", 4.5)
	}
}

// contrast is WCAG's ratio of two colours written #rrggbb.
func contrast(a, b string) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(hex string) float64 {
	n, err := strconv.ParseUint(hex[1:], 16, 32)
	if err != nil {
		return math.NaN()
	}
	linear := func(shift uint) float64 {
		v := float64(n>>shift&0xff) / 255
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(16) + 0.7152*linear(8) + 0.0722*linear(0)
}
