package finding

// weights puts the features together.
var weights = features{
	sumTitle: 0.90, sumAbstract: 1.19, searchScore: 0.65, sumNouns: -0.13, sumAdjectives: -0.28, sumVerbs: 0.33, sumNumbers: 0.57,
	sumOthers: -0.63, sumCapitals: -0.21, sumWholes: -1.48, sumSubject: 0.01, sumObject: 0.15, sumFirst: 0.86, sumLast: 0.28,
	sumRare: 0.44, shareSentence: 0.94, shareTwo: 1.71, sharePairs: 0.33, sharePaper: 0.52, shareTitle: -0.49, shareBeginning: 0.39,
	length: 0.74,
}

func (f features) relevance() float64 {
	sum := 0.0
	for i, w := range weights {
		sum += w * f[i]
	}
	return sum
}
