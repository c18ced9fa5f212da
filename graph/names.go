package graph

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"
	"github.com/google/uuid"

	"claimlens/annotate"
)

const (
	space     = "urn:claimlens:"
	eventRoot = space + "event:"
)

// The kinds of node: objects of isA.
const (
	kindArticle  quad.IRI = space + "Article"
	kindRevision quad.IRI = space + "Revision"
	kindClaim    quad.IRI = space + "Claim"
	kindMention  quad.IRI = space + "Mention"
	kindEdit     quad.IRI = space + "Edit"
	kindCitation quad.IRI = space + "Citation"
	kindVersion  quad.IRI = space + "Version"
	kindCheck    quad.IRI = space + "NoticeCheck"
	kindEvidence quad.IRI = space + "Evidence"
	kindDecision quad.IRI = space + "Decision"
	kindSearch   quad.IRI = space + "Search"
	kindGrade    quad.IRI = space + "Grade"
	kindEvent    quad.IRI = space + "Event"
)

// The predicates; doc.go says which kinds of node have which.
const (
	isA            quad.IRI = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
	madeBy         quad.IRI = space + "event"
	atPlace        quad.IRI = space + "place"
	ofArticle      quad.IRI = space + "article"
	inRevision     quad.IRI = space + "revision"
	ofClaim        quad.IRI = space + "claim"
	ofCitation     quad.IRI = space + "citation"
	ofEvidence     quad.IRI = space + "evidence"
	insteadOf      quad.IRI = space + "replaces"
	ofSubject      quad.IRI = space + "subject"
	hasAddress     quad.IRI = space + "address"
	hasKey         quad.IRI = space + "key"
	hasURL         quad.IRI = space + "url"
	hasCanonical   quad.IRI = space + "canonicalURL"
	hasTitle       quad.IRI = space + "title"
	hasByline      quad.IRI = space + "byline"
	hasSite        quad.IRI = space + "site"
	wasPublished   quad.IRI = space + "published"
	hasLanguage    quad.IRI = space + "language"
	hasFormat      quad.IRI = space + "format"
	hasText        quad.IRI = space + "text"
	hasBlocks      quad.IRI = space + "blocks"
	hasRuns        quad.IRI = space + "runs"
	hasDigest      quad.IRI = space + "textSHA256"
	wasRead        quad.IRI = space + "read"
	hasKind        quad.IRI = space + "kind"
	hasPolarity    quad.IRI = space + "polarity"
	wasCreated     quad.IRI = space + "created"
	hasQuote       quad.IRI = space + "quote"
	hasPrefix      quad.IRI = space + "prefix"
	hasSuffix      quad.IRI = space + "suffix"
	startsAt       quad.IRI = space + "start"
	endsAt         quad.IRI = space + "end"
	inBlock        quad.IRI = space + "block"
	hasWording     quad.IRI = space + "wording"
	isHedged       quad.IRI = space + "hedged"
	hasWorth       quad.IRI = space + "worth"
	hasReasons     quad.IRI = space + "reasons"
	hasDeed        quad.IRI = space + "deed"
	dropsMention   quad.IRI = space + "drops"
	keepsMention   quad.IRI = space + "keeps"
	losesMention   quad.IRI = space + "loses"
	hasCorrections quad.IRI = space + "corrections"
	hasReason      quad.IRI = space + "reason"
	undoesEdit     quad.IRI = space + "undoes"
	hasPopulation  quad.IRI = space + "population"
	hasSpecies     quad.IRI = space + "species"
	hasPMID        quad.IRI = space + "pmid"
	hasDOI         quad.IRI = space + "doi"
	hasPMCID       quad.IRI = space + "pmcid"
	hasAuthors     quad.IRI = space + "authors"
	hasJournal     quad.IRI = space + "journal"
	hasYear        quad.IRI = space + "year"
	hasVolume      quad.IRI = space + "volume"
	hasIssue       quad.IRI = space + "issue"
	hasPages       quad.IRI = space + "pages"
	hasTypes       quad.IRI = space + "types"
	hasMesh        quad.IRI = space + "mesh"
	hasNotices     quad.IRI = space + "notices"
	hasAbstract    quad.IRI = space + "abstract"
	isDeleted      quad.IRI = space + "deleted"
	hasRecord      quad.IRI = space + "record"
	hasOriginal    quad.IRI = space + "original"
	hasDate        quad.IRI = space + "date"
	hasKeywords    quad.IRI = space + "keywords"
	hasTrials      quad.IRI = space + "trials"
	hasSummary     quad.IRI = space + "summary"
	wasRevised     quad.IRI = space + "revised"
	saidFrom       quad.IRI = space + "from"
	hasStance      quad.IRI = space + "stance"
	hasPassage     quad.IRI = space + "passage"
	foundIn        quad.IRI = space + "where"
	hasConfidence  quad.IRI = space + "confidence"
	hasQuery       quad.IRI = space + "query"
	hasHits        quad.IRI = space + "hits"
	hasLooked      quad.IRI = space + "looked"
	hasOutcome     quad.IRI = space + "outcome"
	saidBy         quad.IRI = space + "by"
	hasState       quad.IRI = space + "state"
	hasComment     quad.IRI = space + "comment"
	hasVerdict     quad.IRI = space + "verdict"
	hasCertainty   quad.IRI = space + "certainty"
	hasRationale   quad.IRI = space + "rationale"
	happenedAt     quad.IRI = space + "time"
	hasActor       quad.IRI = space + "actor"
	hasNote        quad.IRI = space + "note"
	hasContent     quad.IRI = space + "content"
	hasPrev        quad.IRI = space + "prev"
	hasHash        quad.IRI = space + "hash"
)

const uuidRoot = "urn:uuid:"

// nameOf is the node of the thing with this identifier.
func nameOf(id uuid.UUID) quad.IRI { return quad.IRI(uuidRoot + id.String()) }

// idOf is the identifier of the thing that a node stands for.
func idOf(name quad.IRI) (uuid.UUID, error) {
	text, ok := strings.CutPrefix(string(name), uuidRoot)
	if !ok || len(text) != 36 {
		return uuid.Nil, fmt.Errorf("<%s> is not the name of a thing: %w", name, annotate.ErrInvalid)
	}
	id, err := uuid.Parse(text)
	if err != nil {
		return uuid.Nil, fmt.Errorf("<%s>: %w", name, annotate.ErrInvalid)
	}
	return id, nil
}

// nameOfNumbered is the node of a revision of an article or a version of a citation.
func nameOfNumbered(id uuid.UUID, number int) quad.IRI {
	return nameOf(id) + quad.IRI("#"+strconv.Itoa(number))
}

// numberedOf is what nameOfNumbered was made of.
func numberedOf(name quad.IRI) (uuid.UUID, int, error) {
	thing, number, _ := strings.Cut(string(name), "#")
	n, err := strconv.Atoi(number)
	if err != nil || n < 1 || strconv.Itoa(n) != number {
		return uuid.Nil, 0, fmt.Errorf("<%s> has no number: %w", name, annotate.ErrInvalid)
	}
	id, err := idOf(quad.IRI(thing))
	return id, n, err
}

// nameOfEvent is the node of the event with this sequence number.
func nameOfEvent(seq uint64) quad.IRI {
	return quad.IRI(eventRoot + strconv.FormatUint(seq, 10))
}

// seqOf is the sequence number of the event that a node stands for.
func seqOf(name quad.IRI) (uint64, error) {
	text, _ := strings.CutPrefix(string(name), eventRoot)
	seq, err := strconv.ParseUint(text, 10, 64)
	if err != nil || seq == 0 || nameOfEvent(seq) != name {
		return 0, fmt.Errorf("<%s> is not the name of an event: %w", name, annotate.ErrInvalid)
	}
	return seq, nil
}
