package phrasebook

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
)

func TestFind(t *testing.T) {
	var b Book[string]
	b.Add("random", "randomi*, randomly assigned, was random*")
	b.Add("search", "we searched,, searched for *")
	for _, tt := range []struct {
		text string
		want []string
	}{
		{"people were randomised here", []string{"2-3 random"}},
		{"randomly assigned", []string{"0-2 random"}},
		{"randomly", nil},
		{"it was randomly assigned", []string{"1-3 random", "2-4 random"}},
		{"we searched for trials", []string{"0-2 search", "1-4 search"}},
		{"we searched for", []string{"0-2 search"}},
		{"ra", nil},
		{"", nil},
	} {
		var got []string
		b.Find(strings.Fields(tt.text), func(start, end int, meaning string) {
			got = append(got, fmt.Sprintf("%d-%d %s", start, end, meaning))
		})
		if !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%q: got %q, want %q", tt.text, got, tt.want)
		}
	}
	var empty Book[int]
	empty.Find([]string{"word"}, func(int, int, int) { t.Error("an empty book holds a phrase") })
}
