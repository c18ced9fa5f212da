package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// progress shows how far a long command is: a bar on a terminal, nothing elsewhere.
type progress struct {
	bar   *progressbar.ProgressBar
	what  string
	steps int // and since when, of a bar that counts bytes
	since time.Time
}

// newProgress shows total steps (-1 when that is not known) of what.
func newProgress(w io.Writer, total int, what string) *progress {
	if f, ok := w.(*os.File); !ok || !term.IsTerminal(int(f.Fd())) {
		return &progress{}
	}
	return &progress{bar: progressbar.NewOptions(total, append(barOptions(w, what), progressbar.OptionShowIts())...)}
}

func barOptions(w io.Writer, what string) []progressbar.Option {
	return []progressbar.Option{
		progressbar.OptionSetWriter(w),
		progressbar.OptionSetDescription(what),
		progressbar.OptionShowCount(),
		progressbar.OptionSetPredictTime(true),
		progressbar.OptionFullWidth(),
		progressbar.OptionThrottle(100 * time.Millisecond),
		progressbar.OptionClearOnFinish(),
	}
}

// newByteProgress shows how many bytes of total (-1 when that is not known) were read, and how many of what were found in
// them, with their rate.
func newByteProgress(w io.Writer, total int64, what string) *progress {
	if f, ok := w.(*os.File); !ok || !term.IsTerminal(int(f.Fd())) {
		return &progress{}
	}
	return &progress{bar: progressbar.NewOptions64(total, append(barOptions(w, what), progressbar.OptionShowBytes(true))...), what: what, since: time.Now()}
}

// reading is r, of which each byte that is read moves the bar.
func (p *progress) reading(r io.Reader) io.Reader {
	return readFunc(func(b []byte) (int, error) {
		n, err := r.Read(b)
		p.pass(int64(n))
		return n, err
	})
}

// pass moves the bar by n bytes.
func (p *progress) pass(n int64) {
	if p.bar != nil {
		_ = p.bar.Add64(n)
	}
}

// count counts one more of what is found.
func (p *progress) count() {
	if p.steps++; p.bar != nil && p.steps%100 == 0 {
		p.bar.Describe(fmt.Sprintf("%d %s, %.0f/s", p.steps, p.what, float64(p.steps)/time.Since(p.since).Seconds()))
	}
}

// to moves the bar to done of total; what a bar can't draw is not worth an error.
func (p *progress) to(done, total int) {
	if p.bar == nil {
		return
	}
	if p.bar.GetMax() != total {
		p.bar.ChangeMax(total)
	}
	_ = p.bar.Set(done)
}

func (p *progress) add() {
	if p.bar != nil {
		_ = p.bar.Add(1)
	}
}

// tell says what is going on, before the bar.
func (p *progress) tell(what string) {
	if p.bar != nil {
		p.bar.Describe(what)
	}
}

// clear takes the bar away until the next step, for a line that is written where it stands.
func (p *progress) clear() {
	if p.bar != nil {
		_ = p.bar.Clear()
	}
}

func (p *progress) done() {
	if p.bar != nil {
		_ = p.bar.Finish()
	}
}

// seconds says a duration as people say it: 0.4 s, 12.3 s, 2 min 5 s.
func seconds(d time.Duration) string {
	if d >= time.Minute {
		return fmt.Sprintf("%d min %d s", int(d.Minutes()), int(d.Seconds())%60)
	}
	return fmt.Sprintf("%.1f s", d.Seconds())
}
