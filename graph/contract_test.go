package graph

import (
	"testing"

	"claimlens/annotate"
	"claimlens/annotate/storetest"
)

func TestContract(t *testing.T) {
	storetest.Run(t, func(t *testing.T) annotate.Store { return newStore(t) })
}

func TestDesk(t *testing.T) {
	storetest.RunDesk(t, func(t *testing.T) annotate.Store { return newStore(t) })
}

// newStore is an empty store.
func newStore(t testing.TB) *Store {
	t.Helper()
	return openStore(t, t.TempDir())
}

// openStore opens the store in a folder until the test ends.
func openStore(t testing.TB, dir string) *Store {
	t.Helper()
	s, err := Open(t.Context(), Config{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}
