package ui

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"slices"
	"sync"
	"time"

	"github.com/google/uuid"
)

// What bounds the imports that a server holds in memory.
const (
	maxRunning = 2   // at the same time: reading is quick, the store takes one writer
	maxJobs    = 50  // held, running or ended; the oldest that ended makes room
	maxWaiting = 8   // not ended, before more are refused
	maxRows    = 500 // outcomes listed for one import; the rest is counted
)

var errBusy = errors.New("too many imports")

// jobs are the imports that this server runs or ran. They are forgotten when it ends; what they imported stays.
type jobs struct {
	importer Importer
	log      *slog.Logger
	now      func() time.Time
	slots    chan struct{}
	wait     sync.WaitGroup

	mu     sync.Mutex
	all    map[uuid.UUID]*job
	order  []uuid.UUID
	closed bool
}

// job is one import. Its view is guarded by the mutex of jobs.
type job struct {
	view   jobView
	cancel context.CancelFunc
}

// jobView is an import as its page shows it.
type jobView struct {
	ID        uuid.UUID
	CSRF      string
	Started   time.Time
	Done      int
	Total     int
	Source    string // what was done last
	Articles  []ImportProgress
	Refused   []ImportProgress
	Imported  int // articles in all, listed or not
	Unchanged int
	NewClaims int
	Refusals  int // in all, listed or not
	Ended     bool
	Cancelled bool
	Failed    bool // ended by a fault of ours, which the log tells

	changed chan struct{} // closed when there is more to tell
}

// Percent is how far the import is, for its bar.
func (v jobView) Percent() int {
	if v.Total == 0 {
		return 0
	}
	return min(100, 100*v.Done/v.Total)
}

func newJobs(i Importer, log *slog.Logger, now func() time.Time) *jobs {
	return &jobs{importer: i, log: log, now: now, slots: make(chan struct{}, maxRunning), all: map[uuid.UUID]*job{}}
}

// start runs an import beside the request that asked for it.
func (js *jobs) start(source ImportSource) (uuid.UUID, error) {
	ctx, cancel := context.WithCancel(context.Background())
	js.mu.Lock()
	defer js.mu.Unlock()
	if js.closed || js.waiting() >= maxWaiting {
		cancel()
		return uuid.Nil, errBusy
	}
	js.makeRoom()
	id := uuid.New()
	total := len(source.Addresses) + len(source.Files)
	if source.Pasted != "" {
		total++
	}
	js.all[id] = &job{cancel: cancel, view: jobView{ID: id, Started: js.now(), Total: total, changed: make(chan struct{})}}
	js.order = append(js.order, id)
	js.wait.Add(1)
	go js.run(ctx, cancel, id, source)
	return id, nil
}

func (js *jobs) waiting() int {
	n := 0
	for _, j := range js.all {
		if !j.view.Ended {
			n++
		}
	}
	return n
}

// makeRoom forgets the import that ended first when as many are held as may be.
func (js *jobs) makeRoom() {
	if len(js.order) < maxJobs {
		return
	}
	i := slices.IndexFunc(js.order, func(id uuid.UUID) bool { return js.all[id].view.Ended })
	if i >= 0 {
		delete(js.all, js.order[i])
		js.order = slices.Delete(js.order, i, i+1)
	}
}

func (js *jobs) run(ctx context.Context, cancel context.CancelFunc, id uuid.UUID, source ImportSource) {
	defer js.wait.Done()
	defer cancel()
	var err error
	select {
	case js.slots <- struct{}{}:
		err = js.importSafely(ctx, id, source)
		<-js.slots
	case <-ctx.Done():
		err = ctx.Err()
	}
	js.change(id, func(v *jobView) {
		v.Ended = true
		v.Cancelled = ctx.Err() != nil
		v.Failed = err != nil && !v.Cancelled
	})
	if err != nil && ctx.Err() == nil {
		js.log.Error("import", "id", id, "err", err)
	}
}

// importSafely turns a panic into an error: it must end the import, not the server.
func (js *jobs) importSafely(ctx context.Context, id uuid.UUID, source ImportSource) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v\n%s", r, debug.Stack())
		}
	}()
	return js.importer.Import(ctx, source, func(p ImportProgress) {
		js.change(id, func(v *jobView) { v.take(p) })
	})
}

func (js *jobs) change(id uuid.UUID, do func(*jobView)) {
	js.mu.Lock()
	defer js.mu.Unlock()
	v := &js.all[id].view
	do(v)
	close(v.changed)
	v.changed = make(chan struct{})
}

// take adds a report to what is known.
func (v *jobView) take(p ImportProgress) {
	v.Done, v.Total, v.Source = p.Done, p.Total, p.Source
	switch {
	case p.Refused != "":
		if v.Refusals++; len(v.Refused) < maxRows {
			v.Refused = append(v.Refused, p)
		}
	case p.Article != uuid.Nil:
		v.Imported++
		v.NewClaims += p.NewClaims
		if p.Unchanged {
			v.Unchanged++
		}
		if len(v.Articles) < maxRows {
			v.Articles = append(v.Articles, p)
		}
	}
}

// view is a copy of what is known of an import.
func (js *jobs) view(id uuid.UUID) (jobView, bool) {
	js.mu.Lock()
	defer js.mu.Unlock()
	j, ok := js.all[id]
	if !ok {
		return jobView{}, false
	}
	v := j.view
	v.Articles, v.Refused = slices.Clone(v.Articles), slices.Clone(v.Refused)
	return v, true
}

// cancel ends an import; what it did already stays.
func (js *jobs) cancel(id uuid.UUID) bool {
	js.mu.Lock()
	defer js.mu.Unlock()
	j, ok := js.all[id]
	if ok {
		j.cancel()
	}
	return ok
}

func (js *jobs) close() {
	js.mu.Lock()
	js.closed = true
	for _, j := range js.all {
		j.cancel()
	}
	js.mu.Unlock()
	js.wait.Wait()
}
