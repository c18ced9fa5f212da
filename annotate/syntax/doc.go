// Package syntax reads the grammar of a text: which stretches of it are sentences. It is pure: it knows no article and
// no claim, and the same text always gives the same answer.
package syntax
