package claims

import "strings"

// set makes a set of the words of a list.
func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// set2 makes a set of phrases that commas separate.
func set2(phrases string) map[string]bool {
	m := map[string]bool{}
	for _, p := range strings.Split(phrases, ",") {
		m[strings.Join(strings.Fields(p), " ")] = true
	}
	return m
}
