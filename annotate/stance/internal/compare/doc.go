// Package compare holds a claim against a sentence and writes down, as numbers, what a reader would go by: which words of
// the claim the sentence has, whether it gives them the same direction or the opposite one, what it denies, doubts or finds
// to make no difference, and where in the paper it stands.
package compare
