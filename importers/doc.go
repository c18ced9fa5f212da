// Package importers reads strangers' articles: web pages, plain text and Markdown, from files, folders, standard input
// and addresses.
//
// Reading takes three steps. A source is found (Sources) and its bytes are had, from the disk or, politely and only from
// public hosts, from the network. Its format is told by what is in it, then by its name (Formats). The format's reader
// makes an annotate.Article of it: title, byline, date, language, canonical address, the blocks of the text and, for a
// web page, the exact place of every stretch of that text in the page.
//
// What can't be read is refused with a reason in words, never with a panic, and never costs more than the bounds that
// each reader states.
package importers
