// Package retractionwatch reads the Retraction Watch database as Crossref gives it out: a CSV file with a row for each
// notice about a paper, retractions, expressions of concern, corrections and reinstatements, with the reasons.
//
// The file is read as a stream, a row at a time. Each row takes three steps: it is cut out of the lines (lines.go), read by
// the names of the columns (columns.go), and adapted to the notices that it tells of (adapt.go). A row that can't be read
// is refused by its line, and the reading goes on with the next line: a quotation mark too many costs its own row alone.
package retractionwatch
