package training

import "hash/fnv"

// folds gives each example the number of its fold, below n. Examples that share a paper or a claim, through others too, are
// in one fold, so that nothing is judged by a model that has seen its like.
func folds(examples []example, n int) []int {
	parent := map[string]string{}
	var root func(x string) string
	root = func(x string) string {
		if p, ok := parent[x]; ok && p != x {
			parent[x] = root(p)
			return parent[x]
		}
		parent[x] = x
		return x
	}
	for _, e := range examples {
		a, b := root("paper "+e.paper), root("claim "+e.claim)
		if a > b {
			a, b = b, a
		}
		parent[b] = a
	}
	out := make([]int, len(examples))
	for i, e := range examples {
		h := fnv.New32a()
		h.Write([]byte(root("paper " + e.paper)))
		out[i] = int(h.Sum32() % uint32(n))
	}
	return out
}
