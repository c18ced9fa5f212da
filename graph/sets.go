package graph

import (
	"encoding/binary"
	"errors"
	"fmt"

	bolt "go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"
)

// The rows live in one of two sets below one bucket, so that a rebuild writes the other set at its leisure and then
// takes its place in a single transaction: after a crash there is the old set or the new one, and never half of one.
var (
	rowsRoot   = []byte("rows")
	currentSet = []byte("current") // the name of the set in use
	rowsFormat = []byte("format")
	rowSets    = [2][]byte{[]byte("set a"), []byte("set b")}
)

// format is the number of the form of the rows. A store whose rows have another one rebuilds them when it is opened.
const format = 3

// prepareRows makes empty rows where there are none, and says whether those that are there have to be rebuilt.
func prepareRows(tx *bolt.Tx) (stale bool, err error) {
	root := tx.Bucket(rowsRoot)
	if root != nil {
		return formatOf(root) != format || root.Bucket(root.Get(currentSet)) == nil, nil
	}
	if root, err = tx.CreateBucket(rowsRoot); err != nil {
		return false, err
	}
	set, err := root.CreateBucket(rowSets[0])
	if err != nil {
		return false, err
	}
	if err := makeRows(set); err != nil {
		return false, err
	}
	return false, useSet(root, rowSets[0])
}

func formatOf(root *bolt.Bucket) uint64 {
	n, _ := binary.Uvarint(root.Get(rowsFormat))
	return n
}

// useSet makes a set the one in use.
func useSet(root *bolt.Bucket, name []byte) error {
	if err := root.Put(rowsFormat, binary.AppendUvarint(nil, format)); err != nil {
		return err
	}
	return root.Put(currentSet, name)
}

// currentRows is the rows in use.
func currentRows(tx *bolt.Tx) (rows, error) {
	set, err := currentBucket(tx)
	if err != nil {
		return rows{}, err
	}
	return rowsIn(set)
}

func currentBucket(tx *bolt.Tx) (*bolt.Bucket, error) {
	root := tx.Bucket(rowsRoot)
	if root == nil {
		return nil, fmt.Errorf("there are no rows: %w", errDerived)
	}
	set := root.Bucket(root.Get(currentSet))
	if set == nil {
		return nil, fmt.Errorf("no set of rows is in use: %w", errDerived)
	}
	return set, nil
}

// otherSet is the name of the set that is not in use.
func otherSet(root *bolt.Bucket) []byte {
	if string(root.Get(currentSet)) == string(rowSets[0]) {
		return rowSets[1]
	}
	return rowSets[0]
}

// dropSet deletes a set if it is there.
func dropSet(root *bolt.Bucket, name []byte) error {
	if err := root.DeleteBucket(name); err != nil && !errors.Is(err, bolterrors.ErrBucketNotFound) {
		return err
	}
	return nil
}
