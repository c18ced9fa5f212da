// Package graph keeps the record: an annotate.Store in one folder, with Cayley for the graph, bbolt below it, and a
// search index beside it. It is the only package that knows quads.
//
// # The graph
//
// The graph is the record. It only grows: whatever happens adds an event and what the event makes, in one
// transaction, and nothing is changed or deleted. These are its quads, subject — predicate → object; urn:claimlens: is
// left out, things are <urn:uuid:…>, revisions and versions <urn:uuid:…#n>, events <urn:claimlens:event:n>. A field that
// has its zero value has no quad.
//
// Every node:
//
//	node     — rdf:type     → Article, Revision, Claim, Mention, Edit, Citation, Version, NoticeCheck, Evidence,
//	                          Decision, Search, Grade or Event
//	node     — event        → the event that made it (all but events)
//	node     — place        → its number, from 1, among the things of its kind that the event makes (all but events,
//	                          articles and citations)
//
// Articles and where they make claims:
//
//	article  — key          → "what makes it the same article"
//	article  — address      → <the key of a page at which it is found>, each; a literal where it can't be an IRI
//	revision — article      → article
//	revision — url, canonicalURL, title, byline, site, published, language, format, text, textSHA256 → "text"
//	revision — blocks, runs → "a list, as JSON"
//	revision — read         → milliseconds since 1970
//	claim    — text, kind, polarity → "text"
//	claim    — created      → milliseconds since 1970
//	mention  — claim        → claim
//	mention  — revision     → revision
//	mention  — quote, prefix, suffix, wording, population, species → "text"
//	mention  — start, end, block → number
//	mention  — hedged       → true
//	mention  — worth        → 0…1
//	mention  — reasons      → "a list, as JSON"
//	mention  — by           → "text"
//	edit     — revision     → revision
//	edit     — drops, keeps, loses → mention, each
//	edit     — deed, reason, comment, by → "text"
//	edit     — corrections  → "a list, as JSON"
//	edit     — undoes       → edit
//	edit     — created      → milliseconds since 1970
//
// Papers, and what they say about claims (versions of old have a quad for each field of record, and their citations
// rdf:type → Citation, event and pmid):
//
//	version  — citation     → citation, of which nothing else is said
//	version  — pmid, doi, pmcid, title, journal → "text"
//	version  — year         → number
//	version  — record       → "what else PubMed's record says, as JSON"
//	version  — deleted      → true
//	check    — citation     → citation
//	check    — from, by     → "text"
//	check    — notices      → "a list, as JSON"
//	check    — created      → milliseconds since 1970
//	evidence — claim        → claim
//	evidence — citation     → citation
//	evidence — stance, passage, where, by → "text"
//	evidence — confidence   → 0…1
//	evidence — replaces     → evidence
//	evidence — created      → milliseconds since 1970
//	decision — evidence     → evidence
//	decision — state, comment, by → "text"
//	decision — created      → milliseconds since 1970
//	search   — claim        → claim
//	search   — where, query, outcome, comment, by → "text"
//	search   — hits, looked → number
//	search   — created      → milliseconds since 1970
//	grade    — claim        → claim
//	grade    — verdict, certainty, rationale, by → "text"
//	grade    — created      → milliseconds since 1970
//	grade    — replaces     → grade
//
// What happened:
//
//	event    — time         → milliseconds since 1970
//	event    — actor, kind, note, content, prev, hash → "text"
//	event    — subject      → what it is about
//
// An event's content is the SHA-256 of what it makes, as JSON; its hash is that of the event itself, in which prev is
// the hash of the event before. Links lead from the child to the parent, so that no node's own entry grows without
// bound. Cayley is asked for the properties of a node that is known and for the nodes that name a known one, never
// for more than one hop, and never to sort, to page or to count.
//
// # The rows
//
// All else is read from rows beside the graph, in buckets of the same file, written in the same transaction. They follow
// from the events one by one (apply) and are rebuilt by Verify. A key is what is listed here, one after the other,
// numbers and times big-endian; ↓ means newest first. mark is the event's number and the place among what it made; of
// mark↓ only the number is turned round, so that what one event made stays in its order, except in grades.
//
//	bucket                key                                    value
//	articles              article                                ArticleRow, mark
//	articles by time      read↓ mark↓                            article
//	revisions             article revision                       how many mentions, claims, dropped
//	addresses             SHA-256 of the page's key              article
//	mentions              article revision start end mention     Mention that stands, its last Edit in brief
//	dropped               as mentions                            Mention that does not, or is lost; its Edit
//	mentions by id        mention                                key in mentions or dropped
//	edits                 edit                                   Edit, number of its event
//	edits by subject      subject number↓                        edit
//	claims                claim                                  Claim, Standing, lengths of its lists, mark
//	claims by event       mark                                   claim
//	claims by state       state or nothing, 0, mark↓             claim
//	mentions by claim     claim, as articles by time, revision↓  key in mentions or dropped
//	                      start end mention
//	articles by claim     claim time event                       in how many articles it was made from then on
//	evidence by claim     claim created mark                     evidence
//	searches by claim     claim created↓ mark↓                   Search
//	grades by claim       claim created↓ mark↓                   Grade
//	citations             citation                               latest version, what others say, Weight, lengths, mark
//	citations by time     mark↓                                  citation
//	versions              citation version                       Citation, since when
//	citations by          SHA-256 of a DOI or PMCID, mark↓       citation
//	identifier
//	weights               citation time event                    Weight from then on
//	cited papers          mark of the first evidence             citation
//	notice checks         citation created↓ mark↓                NoticeCheck
//	evidence by citation  citation created mark                  evidence
//	evidence              evidence                               Evidence, last Decision
//	decisions             evidence created mark                  Decision
//	signed                check, decision, search or grade       bucket, 0, key there
//	events                event↓                                 Event
//	events by subject     subject number↓                        event
//	totals                "all"                                  Counts, claims by state, cited papers
//
// Reading one thing is a key or two; a page of a list is as many as it has items; its total is kept, and its First is
// counted in the cursor. What costs more says so: a list or a standing as of a time reads all of the claim's own
// evidence or grades. Writing costs what the change makes, with three exceptions: the first grade of a claim visits the
// articles that make it, a new revision of an article the mentions in all former ones, and what changes a paper's weight
// the claims that rest on the paper.
//
// # Search
//
// The search index holds the claims' texts and the number of the last event that it has seen. It is brought up to date
// in the background, after each commit and when the store is opened.
package graph
