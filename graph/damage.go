package graph

import (
	"errors"
	"fmt"
	"os"
	"runtime/debug"

	bolt "go.etcd.io/bbolt"
)

// errDamaged says that the record's file is not as it was written: something went wrong with the disk, or with a copy
// of the file. No sequence of adds brings it about, and nothing in the store can mend it.
var errDamaged = errors.New("the record is damaged; put back a copy of it that is whole")

// guarded does what reads or writes the record's file, and makes an error of it when the file is damaged. Bolt reads its
// file as memory and trusts every page, and Cayley what stands in them: both panic on a page that makes no sense, and one
// that is no longer in the file is a fault of the address, which would end the process.
func guarded(do func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if x := recover(); x != nil {
			err = fmt.Errorf("%w (%v)", errDamaged, x)
		}
	}()
	return do()
}

// update is a transaction that writes. After one that could not even be given up nothing is written any more: bolt's own
// lock is still held.
func (r *record) update(do func(tx *bolt.Tx) error) error {
	if r.damaged.Load() {
		return errDamaged
	}
	var begun *bolt.Tx
	err := guarded(func() error {
		return r.bolt.Update(func(tx *bolt.Tx) error {
			begun = tx
			return do(tx)
		})
	})
	if errors.Is(err, errDamaged) && (begun == nil || begun.DB() != nil) {
		r.damaged.Store(true)
	}
	return err
}

// close waits for the transactions under way and closes the file. Whatever is begun afterwards fails. The file of a
// damaged record is left to the end of the process: the transaction that met the damage may never give it back.
func (r *record) close() error {
	if r.damaged.Load() {
		return nil
	}
	return guarded(r.bolt.Close)
}

// checkLength says whether the file holds all the pages that its newest state is made of.
func (r *record) checkLength() error {
	info, err := os.Stat(r.bolt.Path())
	if err != nil {
		return err
	}
	return r.bolt.View(func(tx *bolt.Tx) error {
		if missing := tx.Size() - info.Size(); missing > 0 {
			return fmt.Errorf("%w (the last %d bytes of the file are missing)", errDamaged, missing)
		}
		return nil
	})
}
