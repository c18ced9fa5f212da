// Package reading reads a claim or a sentence of a paper for comparing the two: its words by their stems and their weight,
// and what each word says of direction (more, less, the same), denial and doubt. How the grammar hangs together says which
// words a direction is about.
package reading
