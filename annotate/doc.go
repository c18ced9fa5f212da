// Package annotate is the domain: what articles, claims, citations, evidence and grades are, and the rules by which
// they are made. It knows no database, no network and no page; everything else knows it.
//
// # Glossary
//
//   - Article: one document as it was read: address, title, byline, date, text, blocks, digest. A page that changed is
//     a new revision of the same article.
//   - Claim: one atomic, checkable statement about health, the same wherever it is made.
//   - Mention: a claim made in one revision of an article: the quote, where it stands (an Anchor), how strongly it is
//     worded.
//   - Anchor: exact text, prefix, suffix, and offsets in code points; found again when the page changes, or orphaned
//     with a reason.
//   - Citation: a paper by its PMID, with what happened to it since (notices).
//   - Evidence: claim × citation × stance × the passage that carries it × who says so; suggested, accepted or rejected.
//   - NoticeCheck: all that a source beside PubMed said about a paper when it was asked.
//   - Search: that somebody looked for evidence, where, and what came of it.
//   - Grade: one reviewer's judgement of a claim: verdict, certainty, rationale; signed, dated, never overwritten.
//   - Event: who did what, when, to what: append-only, hash-chained.
//   - Edit: what an editor did to the claims of an article: added, edited, split, merged, dropped or restored them.
//   - Standing: what all of this amounts to for one claim now: derived, never signed.
//
// # Rules of grading
//
// Verdict (what the evidence says) and certainty (how sure we are) are two axes and are never folded into one number.
// A verdict that speaks of evidence needs a certainty; "no evidence found" and "not checkable" have none, and stay out
// of weighted figures. Every grade has a rationale. A later grade of the same reviewer takes the place of the earlier
// one, which stays in the history. Nobody accepts or rejects evidence that they suggested themselves. The machine only
// suggests: it signs no grade, and what it suggests is kept only with a reviewer's answer. That there is no evidence can be
// said once somebody has looked for it in vain.
//
// A paper that was retracted, withdrawn or put under concern has no weight: it neither supports nor disputes. Every current
// grade that rests on it is given again, or stands again once the notice is taken back; a correction only asks for another
// look.
//
// # Rules of editing
//
// Editors correct what an extractor found, in the latest revision of an article alone. One deed is one Edit and one event;
// what it drops stays in the record. A claim is its text: with another text it is another claim, and grades and evidence
// stay with the words that they were made for. Kind and polarity are corrected for the claim wherever it is made. An edit
// is taken back by another, as long as no later one has touched the same mentions. A new revision gets what editors did
// to the one before: it makes their claims again where the quotes are found, keeps dropped what was dropped, and names
// what it has lost.
//
// # Identity and time
//
// What is imported has a version 5 UUID made of its content, so that importing twice changes nothing; what people do
// has a version 7 UUID. Times are UTC with a resolution of one millisecond, which is what the record keeps.
package annotate
