// Package wording says how a statement is put: how strongly it claims, whether it gives advice, what kind of statement it is,
// whether it denies or hedges, and whom it speaks of. It goes by rules over words that are tagged already, so that a claim cut
// out of a parsed sentence needs no second parse; heads and relations are not looked at.
package wording
