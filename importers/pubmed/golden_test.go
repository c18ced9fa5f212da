package pubmed

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden files anew")

// read is what Read says of a file: its records, and the error at the end.
func read(t *testing.T, name string, data []byte) ([]Record, error) {
	t.Helper()
	var records []Record
	err := Read(t.Context(), name, bytes.NewReader(data), func(r Record) bool {
		records = append(records, r)
		return true
	})
	return records, err
}

// Each file in testdata, and what comes of it: a citation or a refusal for each record.
func TestGolden(t *testing.T) {
	for _, file := range []string{"testdata/papers.xml", "testdata/shapes.xml", "testdata/broken.xml", "testdata/papers.nbib", "testdata/dialects.ris"} {
		t.Run(filepath.Base(file), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := transcript(t, file, data)
			golden := file + ".golden"
			if *update {
				if err := os.WriteFile(golden, got, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), string(got)); diff != "" {
				t.Error("(-want +got):\n", diff)
			}
		})
	}
}

func transcript(t *testing.T, file string, data []byte) []byte {
	t.Helper()
	records, err := read(t, file, data)
	var out bytes.Buffer
	for _, r := range records {
		if r.Err != nil {
			fmt.Fprintf(&out, "refused: %v\n\n", r.Err)
			continue
		}
		c, err := json.MarshalIndent(r.Citation, "", " ")
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&out, "record %d: %s\n\n", r.Number, bytes.ReplaceAll(bytes.ReplaceAll(c, []byte(`\u003c`), []byte("<")), []byte(`\u003e`), []byte(">")))
	}
	if err != nil {
		fmt.Fprintf(&out, "the file: %v\n", err)
	}
	return out.Bytes()
}
