package training

import (
	"runtime"

	"golang.org/x/sync/errgroup"
)

// sideBySide does the work of 0 to n-1, as much of it at a time as there are processors. Nothing of it may depend on
// the rest.
func sideBySide(n int, work func(i int)) {
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for i := range n {
		g.Go(func() error { work(i); return nil })
	}
	_ = g.Wait() // no work has an error
}
