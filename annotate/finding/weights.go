package finding

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
)

//go:embed ranking.weights
var weightsFile string

// names are the features' in the file of weights.
var names = [featureCount]string{
	sumTitle: "sumTitle", sumAbstract: "sumAbstract", searchScore: "searchScore", sumNouns: "sumNouns", sumAdjectives: "sumAdjectives",
	sumVerbs: "sumVerbs", sumNumbers: "sumNumbers", sumOthers: "sumOthers", sumCapitals: "sumCapitals", sumWholes: "sumWholes",
	sumSubject: "sumSubject", sumObject: "sumObject", sumFirst: "sumFirst", sumLast: "sumLast", sumRare: "sumRare",
	shareSentence: "shareSentence", shareTwo: "shareTwo", sharePairs: "sharePairs", sharePaper: "sharePaper", shareTitle: "shareTitle",
	shareBeginning: "shareBeginning", shareEnd: "shareEnd", length: "length",
}

// weights puts the features together. RANKING.md says what they were learned from.
var weights = sync.OnceValue(func() features {
	w, err := readWeights(weightsFile)
	if err != nil {
		panic(err) // the file is part of the program, and a test reads it
	}
	return w
})

// readWeights reads a feature and its weight a line.
func readWeights(file string) (features, error) {
	var w features
	known := map[string]int{}
	for i, name := range names {
		known[name] = i
	}
	for line := range strings.Lines(file) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), " ")
		i, ok := known[name]
		x, err := strconv.ParseFloat(value, 64)
		if !ok || err != nil {
			return w, fmt.Errorf("weights: %q is no feature that is left with a weight", strings.TrimSpace(line))
		}
		w[i] = x
		delete(known, name)
	}
	if len(known) > 0 {
		return w, fmt.Errorf("weights: %d features have none", len(known))
	}
	return w, nil
}

func (f features) relevance() float64 {
	sum := 0.0
	w := weights()
	for i, x := range f {
		sum += w[i] * x
	}
	return sum
}
