package graph

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/cayleygraph/quad"
)

// crashPath in the environment makes the test binary the writer that TestRecordKill kills.
const crashPath = "CLAIMLENS_CRASH_PATH"

// A writer is killed without warning, again and again, at any moment of its work. Of what it acknowledged nothing is
// lost, nothing is kept by halves, and there is a row for every transaction. CLAIMLENS_KILLS is how many times, 5 if it is
// not set.
func TestRecordKill(t *testing.T) {
	if path := os.Getenv(crashPath); path != "" {
		writeForEver(path)
	}
	kills := killsAsked(t, 5)
	path := filepath.Join(t.TempDir(), "record.bolt")
	kept, acknowledged := 0, 0
	for kill := range kills {
		acks := writeAndKill(t, path, time.Duration(rand.IntN(300))*time.Millisecond)
		acknowledged += acks
		r := reopen(t, path)
		now := checkWritten(t, r)
		if now < kept+acks || now > kept+acks+1 {
			t.Errorf("kill %d: %d transactions, want the %d from before, the %d acknowledged and at most one more", kill, now, kept, acks)
		}
		kept = now
		if err := r.close(); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%d kills, %d transactions acknowledged, %d kept", kills, acknowledged, kept)
	if acknowledged == 0 {
		t.Error("nothing was acknowledged before any kill")
	}
}

// writeForEver adds transactions to the record at path and acknowledges each on standard output.
func writeForEver(path string) {
	r, err := openRecord(context.Background(), path, 0)
	for i := uint64(1); err == nil; i++ {
		random := rand.New(rand.NewPCG(uint64(os.Getpid()), i))
		if err = r.add(context.Background(), writtenQuads(fmt.Sprintf("tx:%d:%d", os.Getpid(), i), random.IntN(400)), putRow); err == nil {
			fmt.Println("ack ")
		}
	}
	fmt.Println(err)
	os.Exit(1)
}

// writtenQuads is a transaction of the writer's: so many values of a subject, and how many there are.
func writtenQuads(subject string, values int) []quad.Quad {
	quads := []quad.Quad{triple(subject, "type", quad.IRI("Transaction")), triple(subject, "count", quad.Int(values))}
	for i := range values {
		quads = append(quads, triple(subject, "value", quad.String(fmt.Sprint(subject, " ", i, strings.Repeat(" long", i)))))
	}
	return quads
}

// writeAndKill runs a writer for so long after it is ready, kills it, and says how many transactions it acknowledged.
func writeAndKill(t *testing.T, path string, after time.Duration) int {
	t.Helper()
	return runAndKill(t, "TestRecordKill", crashPath+"="+path, after)[""]
}

// checkWritten says how many transactions of the writer's are in the record, and that each is whole and has its row.
func checkWritten(t *testing.T, r *record) int {
	t.Helper()
	transactions, quads := 0, 0
	inView(t, r, func(ctx context.Context, v *view) error {
		subjects, err := v.sources(ctx, "type", quad.IRI("Transaction"))
		if err != nil {
			return err
		}
		transactions = len(subjects)
		for _, s := range subjects {
			said, err := v.properties(ctx, s)
			if err != nil {
				return err
			}
			quads += 2 + len(said["value"])
			if len(said["count"]) != 1 || said["count"][0] != quad.Int(len(said["value"])) {
				t.Errorf("%v: got %d values, want %v", s, len(said["value"]), said["count"])
			}
		}
		if rows := countRows(v.tx); rows != transactions {
			t.Errorf("got %d rows for %d transactions", rows, transactions)
		}
		if v.size() != quads {
			t.Errorf("got %d quads, want %d", v.size(), quads)
		}
		return nil
	})
	if got := len(allQuads(t, r)); got != quads {
		t.Errorf("got %d quads one by one, want %d", got, quads)
	}
	return transactions
}
