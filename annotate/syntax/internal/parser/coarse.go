package parser

// CoarseTags are the universal parts of speech, in the order of their numbers.
var CoarseTags = [...]string{"ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ",
	"NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"}

// Telling is the set of those that show where a phrase or clause ends.
const Telling = 1<<1 | 1<<3 | 1<<4 | 1<<12 | 1<<13 | 1<<15 // ADP AUX CCONJ PUNCT SCONJ VERB
