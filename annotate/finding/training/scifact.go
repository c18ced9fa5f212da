package training

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"claimlens/annotate"
)

// SciFact reads SciFact's training claims, each with the papers that it cites, and all its papers, which are given
// numbers in their order.
func SciFact(dir string) (papers []annotate.Citation, examples []Example, err error) {
	number := map[int]string{}
	err = eachLine(filepath.Join(dir, "corpus.jsonl.gz"), func(line []byte) error {
		var x struct {
			ID       int      `json:"doc_id"`
			Title    string   `json:"title"`
			Abstract []string `json:"abstract"`
		}
		if err := json.Unmarshal(line, &x); err != nil {
			return err
		}
		number[x.ID] = strconv.Itoa(len(number) + 1)
		papers = append(papers, citation(number[x.ID], x.Title, strings.Join(x.Abstract, " ")))
		return nil
	})
	if err != nil {
		return nil, nil, err
	}
	var cites [][]string
	err = eachLine(filepath.Join(dir, "claims_train.jsonl"), func(line []byte) error {
		var x struct {
			Claim string `json:"claim"`
			Cited []int  `json:"cited_doc_ids"`
		}
		if err := json.Unmarshal(line, &x); err != nil {
			return err
		}
		e := Example{Claim: x.Claim, Relevant: map[string]float64{}}
		var cited []string
		for _, id := range x.Cited {
			e.Relevant[number[id]] = 1
			cited = append(cited, number[id])
		}
		examples, cites = append(examples, e), append(cites, cited)
		return nil
	})
	group(examples, cites)
	return papers, examples, err
}

// group puts examples that cite one paper, or are linked by others that do, in one group.
func group(examples []Example, cites [][]string) {
	parent := map[string]string{}
	var root func(string) string
	root = func(a string) string {
		if p, ok := parent[a]; ok {
			return root(p)
		}
		return a
	}
	for _, cited := range cites {
		for _, c := range cited {
			if a, b := root(cited[0]), root(c); a != b {
				parent[a] = b
			}
		}
	}
	for i, cited := range cites {
		if len(cited) > 0 {
			examples[i].Group = root(cited[0])
		}
	}
}

// NFCorpus reads the titles of NFCorpus's dev queries with their papers, which are bags of words. Nothing is learned from
// them: they are for academic purposes.
func NFCorpus(dir string) (papers []annotate.Citation, examples []Example, err error) {
	number := map[string]string{}
	err = eachLine(filepath.Join(dir, "dev.docs.gz"), func(line []byte) error {
		id, text, _ := strings.Cut(string(line), "\t")
		words := strings.Fields(text)
		if len(words) == 0 {
			return nil
		}
		n := min(10, len(words))
		number[id] = strconv.Itoa(len(number) + 1)
		papers = append(papers, citation(number[id], strings.Join(words[:n], " "), strings.Join(words[n:], " ")))
		return nil
	})
	relevant := map[string]map[string]float64{}
	err = errors.Join(err, eachLine(filepath.Join(dir, "dev.3-2-1.qrel.gz"), func(line []byte) error {
		f := strings.Fields(string(line))
		if len(f) != 4 || number[f[2]] == "" {
			return nil
		}
		if relevant[f[0]] == nil {
			relevant[f[0]] = map[string]float64{}
		}
		x, err := strconv.ParseFloat(f[3], 64)
		relevant[f[0]][number[f[2]]] = x
		return err
	}))
	err = errors.Join(err, eachLine(filepath.Join(dir, "dev.titles.queries.gz"), func(line []byte) error {
		id, text, _ := strings.Cut(string(line), "\t")
		if r := relevant[id]; r != nil {
			examples = append(examples, Example{Claim: text, Relevant: r})
		}
		return nil
	}))
	return papers, examples, err
}

func citation(pmid, title, abstract string) annotate.Citation {
	return annotate.Citation{
		ID: annotate.CitationID(pmid), Version: 1, PMID: pmid, Title: annotate.Shorten(title, 3000),
		Abstract: []annotate.Section{{Text: abstract}},
	}
}

// eachLine reads a file, which may be packed by gzip, by its lines.
func eachLine(path string, do func(line []byte) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	var from io.Reader = f
	if strings.HasSuffix(path, ".gz") {
		if from, err = gzip.NewReader(f); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	lines := bufio.NewScanner(from)
	lines.Buffer(nil, 64<<20)
	for n := 1; lines.Scan(); n++ {
		if err := do(lines.Bytes()); err != nil {
			return fmt.Errorf("%s, line %d: %w", path, n, err)
		}
	}
	return lines.Err()
}
