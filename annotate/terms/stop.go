package terms

import "strings"

// stopWords say nothing about what a paper is about. The list is short: what is left out here can't be asked for.
var stopWords = set(`a about above after again all also am an and any are as at be because been before being below
	between both but by can could did do does doing down during each either few for from further had has have having he
	her here hers herself him himself his how however i if in into is it its itself just may me might more most much must
	my myself neither nor of off on once only or other our ours ourselves out over own per same she should so some such
	than that the their theirs them themselves then there these they this those through thus to too under until up upon
	us very via was we were what when where whether which while who whom why will with within would yet you your yours
	yourself yourselves`)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}
