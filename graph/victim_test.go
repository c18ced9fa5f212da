package graph

import (
	"bufio"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"
)

// killsAsked is how often a test kills: what CLAIMLENS_KILLS says, else usually.
func killsAsked(t *testing.T, usually int) int {
	t.Helper()
	s := os.Getenv("CLAIMLENS_KILLS")
	if s == "" {
		return usually
	}
	kills, err := strconv.Atoi(s)
	if err != nil {
		t.Fatal(err)
	}
	return kills
}

// runAndKill runs a test of this binary as a process of its own, with that in its environment, kills it so long after
// its first line, and counts what it acknowledged by lines "ack " and a word. Other lines are errors.
func runAndKill(t *testing.T, test, environment string, after time.Duration) map[string]int {
	t.Helper()
	victim := exec.Command(os.Args[0], "-test.run=^"+test+"$")
	victim.Env = append(os.Environ(), environment)
	out, err := victim.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := victim.Start(); err != nil {
		t.Fatal(err)
	}
	acks := map[string]int{}
	killed := false
	for lines := bufio.NewScanner(out); lines.Scan(); {
		what, ok := strings.CutPrefix(lines.Text(), "ack ")
		if !ok {
			t.Errorf("%s says %q", test, lines.Text())
			break
		}
		if acks[what]++; !killed {
			killed = true
			time.AfterFunc(after, func() { victim.Process.Kill() })
		}
	}
	victim.Process.Kill()
	victim.Wait() // was killed
	return acks
}
