package main

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// browser is headless Chromium with one tab, that says what went wrong in it.
type browser struct {
	*testing.T
	ctx context.Context

	mu    sync.Mutex
	wrong []string // console errors and requests beyond this machine
}

// openBrowser starts Chromium, or skips the test where there is none; with E2E set that is a failure.
func openBrowser(t *testing.T) *browser {
	t.Helper()
	bin := os.Getenv("CHROMIUM")
	if bin == "" {
		bin = "/usr/bin/chromium"
	}
	if _, err := os.Stat(bin); err != nil {
		if os.Getenv("E2E") != "" {
			t.Fatal("E2E is set and there is no Chromium: ", err)
		}
		t.Skip("there is no Chromium; set CHROMIUM to its path")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(bin),
		chromedp.NoSandbox,
		chromedp.Flag("headless", "new"),
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"),
		chromedp.WindowSize(1280, 900),
	)
	allocated, stop := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(stop)
	ctx, closeTab := chromedp.NewContext(allocated)
	t.Cleanup(closeTab)
	if err := chromedp.Do(ctx); err != nil { // starts the browser, outside of any deadline
		t.Fatal(err)
	}
	b := &browser{T: t, ctx: ctx}
	b.watch()
	limited, cancel := context.WithTimeout(ctx, 4*time.Minute)
	t.Cleanup(cancel)
	b.ctx = limited
	return b
}

// watch notes what no page of ours should do.
func (b *browser) watch() {
	note := func(s string) {
		b.mu.Lock()
		defer b.mu.Unlock()
		b.wrong = append(b.wrong, s)
	}
	messages := chromedp.Console(b.ctx)
	requests := chromedp.Events(b.ctx, network.RequestWillBeSent)
	if _, err := chromedp.Call(b.ctx, network.Enable, network.EnableParams{}); err != nil {
		b.Fatal(err)
	}
	go func() {
		for m, err := range messages {
			if err != nil {
				return
			}
			if m.Type == "error" || m.IsException() {
				note("console: " + m.Text + " " + m.URL)
			}
		}
	}()
	go func() {
		for r, err := range requests {
			if err != nil {
				return
			}
			if u := r.Request.URL; !strings.HasPrefix(u, "http://127.0.0.1:") && !strings.HasPrefix(u, "data:") && !strings.HasPrefix(u, "about:") {
				note("request to " + u)
			}
		}
	}()
}

// clean fails the test if a page did what none should.
func (b *browser) clean() {
	b.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, w := range b.wrong {
		b.Error(w)
	}
	b.wrong = nil
}

// do runs steps and fails the test, saying what, if they don't go.
func (b *browser) do(what string, steps ...chromedp.Action[chromedp.Void]) {
	b.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, 30*time.Second)
	defer cancel()
	if err := chromedp.Do(ctx, steps...); err != nil {
		at, _ := chromedp.Run(b.ctx, chromedp.Location())
		b.Fatalf("%s, at %s: %v", what, at, err)
	}
}

func (b *browser) open(url string) {
	b.Helper()
	b.do("open "+url, chromedp.Navigate(url))
}

// wait waits until a JavaScript expression is true, over navigations too.
func (b *browser) wait(what, expression string) {
	b.Helper()
	var last error
	for end := time.Now().Add(30 * time.Second); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		ok, err := chromedp.Run(b.ctx, chromedp.Evaluate[bool]("!!("+expression+")"))
		if ok {
			return
		}
		last = err
	}
	at, _ := chromedp.Run(b.ctx, chromedp.Location())
	text, _ := chromedp.Run(b.ctx, chromedp.Evaluate[string]("document.body.innerText.slice(0, 2000)"))
	b.Fatalf("%s did not come true at %s (%v); the page says:\n%s", what, at, last, text)
}

// eval is the value of a JavaScript expression.
func eval[T any](b *browser, expression string) T {
	b.Helper()
	v, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](expression))
	if err != nil {
		b.Fatalf("%s: %v", expression, err)
	}
	return v
}

func (b *browser) keys(keys string) {
	b.Helper()
	b.do("keys "+keys, chromedp.KeyEvent(keys))
}

func (b *browser) size(width, height int64) {
	b.Helper()
	b.do("resize", chromedp.EmulateViewport(width, height))
}

// scheme sets the colour scheme, and asks for no motion so that no colour is seen halfway.
func (b *browser) scheme(scheme string) {
	b.Helper()
	media := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: scheme}, {Name: "prefers-reduced-motion", Value: "reduce"},
	}}
	if _, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, media); err != nil {
		b.Fatal(err)
	}
}

func (b *browser) scripts(on bool) {
	b.Helper()
	if _, err := chromedp.Call(b.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !on}); err != nil {
		b.Fatal(err)
	}
}

// violation is what axe found wrong with a page.
type violation struct {
	ID, Impact, Help string
	Nodes            []struct{ HTML, FailureSummary string }
}

// accessible runs axe over the page: WCAG 2.0 to 2.2, A and AA, and its best practices.
func (b *browser) accessible(screen string) {
	b.Helper()
	axe, err := os.ReadFile(filepath.Join("testdata", "axe", "axe.min.js"))
	if err != nil {
		b.Fatal(err)
	}
	if _, err := chromedp.Run(b.ctx, chromedp.Evaluate[chromedp.Void](string(axe)+";undefined")); err != nil {
		b.Fatalf("axe on %s: %v", screen, err)
	}
	found, err := chromedp.Run(b.ctx, chromedp.Evaluate[[]violation](
		`axe.run(document, {runOnly: ["wcag2a","wcag2aa","wcag21a","wcag21aa","wcag22aa","best-practice"], resultTypes: ["violations"]}).then(r => r.violations.map(v => ({ID: v.id, Impact: v.impact, Help: v.help, Nodes: v.nodes.slice(0, 3).map(n => ({HTML: n.html.slice(0, 300), FailureSummary: n.failureSummary}))})))`,
		chromedp.EvalAwaitPromise))
	if err != nil {
		b.Fatalf("axe on %s: %v", screen, err)
	}
	for _, v := range found {
		b.Errorf("%s: axe: %s (%s): %s\n%+v", screen, v.ID, v.Impact, v.Help, v.Nodes)
	}
}

// site is claimlens serving, as a process of its own.
type site struct {
	*testing.T
	cmd  *exec.Cmd
	url  string
	temp string // its folder for temporary files
	out  *strings.Builder
}

// startSite runs claimlens serve (or demo) and waits for its address.
func startSite(t *testing.T, args ...string) *site {
	t.Helper()
	s := &site{T: t, cmd: exec.Command("claimlens", append(args, "--addr", "127.0.0.1:0")...), temp: t.TempDir(), out: &strings.Builder{}}
	s.cmd.Env = append(os.Environ(), "TMPDIR="+s.temp)
	s.cmd.Stderr = s.out
	stdout, err := s.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := s.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.stop)
	lines := bufio.NewScanner(stdout)
	for lines.Scan() {
		if m := regexp.MustCompile(`http://127\.0\.0\.1:\d+`).FindString(lines.Text()); m != "" {
			s.url = m
			go func() { // whatever else it says must not block it
				for lines.Scan() {
					continue
				}
			}()
			return s
		}
	}
	s.stop()
	t.Fatalf("claimlens %v gave no address: %s", args, s.out)
	return nil
}

// stop ends the process as a person would, and waits for it.
func (s *site) stop() {
	if s.cmd.ProcessState != nil {
		return
	}
	_ = s.cmd.Process.Signal(os.Interrupt)
	if err := s.cmd.Wait(); err != nil {
		s.Errorf("claimlens ended with %v: %s", err, s.out)
	}
}

// run runs one claimlens command to its end.
func runClaimlens(t *testing.T, args ...string) string {
	t.Helper()
	out, err := exec.Command("claimlens", args...).CombinedOutput()
	if err != nil {
		t.Fatalf("claimlens %v: %v\n%s", args, err, out)
	}
	return fmt.Sprint(string(out))
}
