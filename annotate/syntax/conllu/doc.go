// Package conllu reads and writes CoNLL-U, the table that treebanks are kept in: a word a line in ten columns, comments
// before them, an empty line after each sentence (universaldependencies.org/format.html).
package conllu
