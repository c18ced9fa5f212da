// Package claims breaks an article into the single statements about health that it makes, by cue words and a little grammar:
// no trained model and no network, the same answer every time.
//
// An article is read block by block; a quote never crosses two blocks. Each sentence goes through the same steps, a file each:
//
//  1. word.go, class.go, reading.go: words, what each can be, and which of them are verbs here;
//  2. furniture.go: what is part of the page and no statement (datelines, questions, headlines);
//  3. attribution.go: "the researchers found that …" is taken off;
//  4. clause.go: "A, but B" is cut in two;
//  5. aside.go: ", which can …", ", thus easing …" and "(a kind of clot)" become statements of their own;
//  6. predicate.go: "can soothe A, protect B and ease C" becomes three, which share their subject;
//  7. statement.go, reference.go: each is written as a sentence that stands alone;
//  8. worth.go: each is weighed, with the reasons in words; abstract.go: in a paper's abstract, by what its sentence does there;
//  9. describe.go: each is told its kind, its polarity and how strongly it is worded, by the rules of annotate/wording.
package claims
