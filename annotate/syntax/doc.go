// Package syntax reads the grammar of a text: which stretches of it are sentences, their words, parts of speech and
// trees. It is pure: it knows no article and no claim, and the same text always gives the same answer. (English only:
// it was learned from English treebanks.)
package syntax
