package pubmed

import (
	"bytes"
	"slices"
	"strings"
	"testing"
)

func TestInOrder(t *testing.T) {
	got := InOrder(strings.Fields("my.nbib up/pubmed26n1335.xml.gz base/pubmed26n0002.xml.gz z.xml base/pubmed26n0001.xml up/../my.nbib pubmed25n1400.xml.gz pubmed26n10000.xml.gz pubmed26n1.xml - pubmed26n0003.xml.gz.md5"))
	want := strings.Fields("pubmed25n1400.xml.gz base/pubmed26n0001.xml base/pubmed26n0002.xml.gz up/pubmed26n1335.xml.gz pubmed26n10000.xml.gz my.nbib z.xml pubmed26n1.xml - pubmed26n0003.xml.gz.md5")
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// Wherever the reading goes on, what follows is what would have followed, by the same numbers.
func TestReadAfter(t *testing.T) {
	for _, name := range []string{"papers.xml", "shapes.xml", "broken.xml", "papers.nbib", "dialects.ris"} {
		data := example(t, name)
		all, _ := read(t, name, data)
		for done := range len(all) + 2 {
			var got []Record
			err := ReadAfter(t.Context(), name, bytes.NewReader(data), done, func(r Record) bool { got = append(got, r); return true })
			want := all[min(done, len(all)):]
			if err != nil || len(got) != len(want) {
				t.Fatalf("%s after %d: got %d records, %v; want %d", name, done, len(got), err, len(want))
			}
			for i := range got {
				if got[i].Number != want[i].Number || got[i].PMID != want[i].PMID || (got[i].Err == nil) != (want[i].Err == nil) {
					t.Errorf("%s after %d: got record %d (%s), want %d (%s)", name, done, got[i].Number, got[i].PMID, want[i].Number, want[i].PMID)
				}
			}
		}
	}
}
