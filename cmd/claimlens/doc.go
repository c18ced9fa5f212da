/*
Claimlens breaks health articles into individual claims, keeps them in a graph linked to the PubMed papers that support
or dispute them, and lets reviewers grade each claim.

	claimlens demo                      look around, on a throw-away store with invented articles
	claimlens serve                     the web UI on http://127.0.0.1:8650
	claimlens import SOURCE…            articles into the store: an address, a file, a folder, or - for standard input
	claimlens extract SOURCE…           the same reading without a store: prints the article and its claims
	claimlens anchor --jsonl            where quotes stand in texts today, or that they don't
	claimlens wording --jsonl           how strongly sentences claim, and whether they give advice
	claimlens parse SOURCE…             the grammar of sentences; --conllu fills in a treebank's table
	claimlens pubmed import FILE…       papers into the store: PubMed XML (also .gz), MEDLINE/nbib or RIS
	claimlens pubmed fetch ID…          papers into the store, over the network: by PMID, DOI or PMCID
	claimlens pubmed search QUERY       searches PubMed or Europe PMC; --keep keeps what is found
	claimlens evidence find --claim …   which papers here may speak to a claim, best first, with the sentence that does
	claimlens evidence stance --jsonl   whether passages seem to support a claim, dispute it or do neither
	claimlens retractions check         what happened to the cited papers since, and which claims that touches
	claimlens export --format nquads    the whole graph on standard output
	claimlens verify [--rebuild]        checks the record's hash chain and all that is derived from it
	claimlens help [TOPIC]              the manual that the web UI serves at /help
	claimlens version [--model]         what it is; what its models learned from, how good they are

Commands that need the data take --data DIR. Without it, it is $CLAIMLENS_DATA, else claimlens in the user's data
directory by the XDG rules.

Claims are found by grammar, on this machine, and so is judged what papers say of them. --extractor openai and
--judge openai ask a language model instead, whose key is $CLAIMLENS_LLM_KEY; see claimlens help model. Papers are asked
for over the network by pubmed fetch, pubmed search and retractions check, and on request by the web UI; NCBI's key is
$CLAIMLENS_NCBI_KEY; see claimlens help papers.

Results go to standard output, everything else (progress, warnings, errors as "claimlens: …") to standard error; --json
prints one JSON document, --jsonl one JSON object a line. Exit codes: 0 done, 1 something failed (what was done stays
done and is said), 2 wrong usage, 3 done in part (some inputs were refused, each named with its reason).
*/
package main
