// Package claims breaks an article into the single statements about health that it makes, by the tags and the tree of each sentence
// and by what its surface says: no network, the same answer every time.
//
// An article is read block by block; a quote never crosses two blocks. Each sentence goes through the same steps, a file each:
//
//  1. mend.go, verbtag.go: the tags are set right where the words of health mislead a tagger that learned from other texts;
//  2. word.go, class.go, role.go: words with their place in the tree, what sort each is, and which are predicates;
//  3. furniture.go: what is part of the page and no statement (datelines, questions, headlines);
//  4. attribution.go, speaker.go: "the researchers found that …" is taken off;
//  5. clause.go, clauseat.go: "A, but B" is cut in two;
//  6. aside.go, result.go, gloss.go: ", which can …", ", thus easing …" and "(a kind of clot)" become statements of their own;
//  7. predicate.go, lead.go: "can soothe A, protect B and ease C" becomes three, which share their subject;
//  8. statement.go, reference.go, render.go: each is written as a sentence that stands alone;
//  9. worth.go, abstract.go: each is weighed, with the reasons in words; reasons.go says how it was taken out of its sentence;
//  10. describe.go: each is told its kind, its polarity and how strongly it is worded, by the rules of annotate/wording.
//
// The tree is right about a sentence's small parts more often than about its large ones. So a cut is made where both agree: the tree says
// which noun is the subject of which verb and what describes what (tree.go), the surface says where a clause can begin and end. Where they
// disagree the larger clause is kept.
package claims
