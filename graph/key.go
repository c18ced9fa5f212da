package graph

import (
	"encoding/binary"
	"time"

	"github.com/google/uuid"
)

// A key is built from parts of fixed length, big-endian, so that the order of keys is the order of the list that they
// make. What is listed newest first goes in inverted.
type key []byte

func keyOf(id uuid.UUID) key { return append(make(key, 0, 64), id[:]...) }

func (k key) id(id uuid.UUID) key { return append(k, id[:]...) }

func (k key) number(n int) key { return binary.BigEndian.AppendUint32(k, uint32(n)) }

func (k key) numberDown(n int) key { return k.number(int(^uint32(n))) }

func (k key) seq(n uint64) key { return binary.BigEndian.AppendUint64(k, n) }

func (k key) seqDown(n uint64) key { return k.seq(^n) }

// moment is a time in milliseconds, moved so that times before 1970 come before those after it.
func (k key) moment(t time.Time) key { return k.seq(uint64(t.UnixMilli()) ^ 1<<63) }

func (k key) momentDown(t time.Time) key { return k.seqDown(uint64(t.UnixMilli()) ^ 1<<63) }

// mark is where a thing was made, or moved, in the record: by which event, and which of its kind there, from 1.
type mark struct {
	Seq   uint64 `json:"seq"`
	Place int    `json:"place"`
}

func (k key) mark(m mark) key { return k.seq(m.Seq).number(m.Place) }

func (k key) markDown(m mark) key { return k.seqDown(m.Seq).numberDown(m.Place) }

// latest orders marks by the newest event first, and within one event as it has them.
func (k key) latest(m mark) key { return k.seqDown(m.Seq).number(m.Place) }
