package training

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"claimlens/annotate/syntax/internal/lexicon"
)

// Words that stand in each other's places come into one cluster, and those that never do into others.
func TestCluster(t *testing.T) {
	chance := rand.New(rand.NewPCG(1, 1))
	var text [][]int32
	for range 2000 { // a determiner (2–3), a noun (4–7), a verb (8–11)
		text = append(text, []int32{2 + chance.Int32N(2), 4 + chance.Int32N(4), 8 + chance.Int32N(4)})
	}
	of := cluster(text, 12, 5, 6)
	for _, same := range [][]int{{2, 3}, {4, 5, 6, 7}, {8, 9, 10, 11}} {
		for _, w := range same {
			if of[w] != of[same[0]] {
				t.Errorf("words %d and %d are in the clusters %d and %d", same[0], w, of[same[0]], of[w])
			}
		}
	}
	if of[2] == of[4] || of[4] == of[8] || of[2] == of[8] {
		t.Errorf("the clusters are %v", of)
	}
}

func write(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

func TestReadWordNet(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{
		"index.noun": "  1 The licence.\nlower n 1 2 @ ~ 1 0 02\nlower_berth n 1 0 1 0 03\n",
		"index.verb": "lower v 4 3 @ ~ + 4 3 01 02 03 04\n",
		"index.adj":  "",
		"index.adv":  "",
	})
	senses, err := readWordNet(dir)
	if err != nil {
		t.Fatal(err)
	}
	want := lexicon.Mostly(lexicon.Noun|lexicon.Verb, 1)
	if len(senses) != 1 || senses["lower"] != want {
		t.Errorf("got %v, want lower: %d", senses, want)
	}
	write(t, dir, map[string]string{"index.adv": "lower\n"})
	if _, err := readWordNet(dir); err == nil || !strings.Contains(err.Error(), "index.adv") {
		t.Errorf("got the error %v, want one that names the file", err)
	}
}

// A sentence that stands in two places counts once, and JSON's names and short strings do not count.
func TestReadTexts(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{
		"a.txt":   "Tea helps. Tea helps.",
		"b.jsonl": `{"title": "Short", "text": ["Tea helps people to sleep well."]}` + "\n" + `{"x": "Tea helps people to sleep well. It does."}`,
	})
	got, err := readTexts([]string{filepath.Join(dir, "a.txt"), filepath.Join(dir, "b.jsonl")})
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, s := range got {
		lines = append(lines, strings.Join(s, " "))
	}
	want := "Tea helps .|Tea helps people to sleep well .|It does ."
	if got := strings.Join(lines, "|"); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
