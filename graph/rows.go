package graph

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/google/uuid"
	bolt "go.etcd.io/bbolt"

	"claimlens/annotate"
)

// The buckets of derived rows; doc.go says what is in each.
const (
	articleRows      = "articles"
	articleOrder     = "articles by time"
	revisionRows     = "revisions"
	addressRows      = "addresses"
	mentionRows      = "mentions"
	mentionPlaces    = "mentions by id"
	droppedRows      = "dropped"
	editRows         = "edits"
	subjectEdits     = "edits by subject"
	claimRows        = "claims"
	claimOrder       = "claims by event"
	claimStates      = "claims by state"
	claimMentions    = "mentions by claim"
	claimArticles    = "articles by claim"
	claimEvidence    = "evidence by claim"
	claimSearches    = "searches by claim"
	claimGrades      = "grades by claim"
	citationRows     = "citations"
	citationOrder    = "citations by time"
	citationVersions = "versions"
	citationNames    = "citations by identifier"
	citationWeights  = "weights"
	citedOrder       = "cited papers"
	noticeChecks     = "notice checks"
	citationEvidence = "evidence by citation"
	evidenceRows     = "evidence"
	decisionRows     = "decisions"
	signedKeys       = "signed"
	eventRows        = "events"
	subjectEvents    = "events by subject"
	totalRows        = "totals"
)

var rowBuckets = []string{
	articleRows, articleOrder, revisionRows, addressRows, mentionRows, mentionPlaces, droppedRows, editRows,
	subjectEdits, claimRows, claimOrder, claimStates, claimMentions,
	claimArticles, claimEvidence, claimSearches, claimGrades, citationRows, citationOrder, citationVersions, citationNames,
	citationWeights, citedOrder, noticeChecks, citationEvidence,
	evidenceRows, decisionRows, signedKeys, eventRows, subjectEvents, totalRows,
}

// rows is the derived rows in one bolt transaction. All of them follow from the record, event by event; see apply.
type rows struct {
	buckets map[string]*bolt.Bucket
}

// errDerived says that a derived row is not as apply writes it, which verify --rebuild puts right.
var errDerived = errors.New("a derived row is damaged; rebuild the rows from the record")

// rowsIn is the rows below a bucket.
func rowsIn(set *bolt.Bucket) (rows, error) {
	r := rows{buckets: make(map[string]*bolt.Bucket, len(rowBuckets))}
	for _, name := range rowBuckets {
		b := set.Bucket([]byte(name))
		if b == nil {
			return rows{}, fmt.Errorf("rows %q are missing: %w", name, errDerived)
		}
		r.buckets[name] = b
	}
	return r, nil
}

// makeRows makes empty rows below a bucket.
func makeRows(set *bolt.Bucket) error {
	for _, name := range rowBuckets {
		if _, err := set.CreateBucket([]byte(name)); err != nil {
			return err
		}
	}
	return nil
}

func (r rows) get(bucket string, k []byte) []byte { return r.buckets[bucket].Get(k) }

func (r rows) put(bucket string, k, v []byte) error { return r.buckets[bucket].Put(k, v) }

func (r rows) delete(bucket string, k []byte) error { return r.buckets[bucket].Delete(k) }

// load reads a row that is kept as JSON, and says whether there is one.
func (r rows) load(bucket string, k []byte, to any) (bool, error) {
	text := r.get(bucket, k)
	if text == nil {
		return false, nil
	}
	return true, parseRow(bucket, text, to)
}

// mustLoad reads a row that another row names.
func (r rows) mustLoad(bucket string, k []byte, to any) error {
	found, err := r.load(bucket, k, to)
	if err == nil && !found {
		err = fmt.Errorf("rows %q: %x is missing: %w", bucket, k, errDerived)
	}
	return err
}

func parseRow(bucket string, text []byte, to any) error {
	if err := json.Unmarshal(text, to); err != nil {
		return fmt.Errorf("rows %q: %w: %w", bucket, err, errDerived)
	}
	return nil
}

func (r rows) save(bucket string, k []byte, v any) error {
	text, err := canonical(v)
	if err != nil {
		return err
	}
	return r.put(bucket, k, text)
}

// scan yields the rows whose keys begin with prefix, in their order.
func (r rows) scan(bucket string, prefix []byte, yield func(k, v []byte) error) error {
	c := r.buckets[bucket].Cursor()
	for k, v := c.Seek(prefix); k != nil && bytes.HasPrefix(k, prefix); k, v = c.Next() {
		if err := yield(k, v); err != nil {
			return err
		}
	}
	return nil
}

// idIn is the identifier that a row's value is.
func idIn(bucket string, v []byte) (uuid.UUID, error) {
	id, err := uuid.FromBytes(v)
	if err != nil {
		return uuid.Nil, fmt.Errorf("rows %q: %w: %w", bucket, err, errDerived)
	}
	return id, nil
}

// totals is how much there is, counted as it comes.
type totals struct {
	annotate.Counts
	States map[annotate.ReviewState]int `json:"states"` // claims in each state
	Cited  int                          `json:"cited"`  // papers that evidence rests on
}

var totalKey = []byte("all")

func (r rows) totals() (totals, error) {
	t := totals{States: map[annotate.ReviewState]int{}}
	_, err := r.load(totalRows, totalKey, &t)
	return t, err
}
