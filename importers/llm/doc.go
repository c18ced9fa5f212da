// Package llm asks a language model behind an address that speaks OpenAI's protocol: for the claims of an article (Extractor), and
// for the stance of a paper towards a claim (Judge). It is an option: nothing needs it, and nothing here runs unless it was asked
// for.
//
// An article goes out in chunks of whole paragraphs, as data in a JSON document, under instructions of ours (prompt.md). What
// comes back is a stranger's word and is believed only as far as it can be checked:
//
//   - the answer must be JSON of our schema, wrapped in prose at most, and is read with bounds on all of it;
//   - a quote must stand in the text that was asked about, or differ from it in typography only; the text's own characters are
//     then the quote. One that is made up is dropped and counted;
//   - a claim may say no number that the article does not have, and not much else that it does not say;
//   - kinds, polarities and wordings are those of the domain, or the claim is dropped, and that is said.
//
// So an article that tries to instruct the model can yield wrong claims and nothing else: the model is given no tools, its answer
// is never run, fetched or shown as markup, and it never sees the key, other articles or the store.
//
// A stance is asked for in the same way (stance.md), and checked as far: it is one of the three, and one that no passage of those
// that were sent carries is taken for neutral and counted, as are passages that were not sent and reasons with numbers of their own.
// A paper that tries to instruct the model can yield a wrong suggestion, which a person reads beside its passage. A judge gives no
// confidence: nobody has measured how often a model's answers are right.
//
// An article is read whole or not at all: a chunk that fails after its retries fails the article with a Failure. Answers are kept
// on disk by what was asked, so that the same text costs nothing twice.
package llm
