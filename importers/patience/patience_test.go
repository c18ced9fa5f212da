package patience

import (
	"context"
	"errors"
	"testing"
	"time"
)

// A pause between attempts ends with the context.
func TestWait(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := Wait(ctx, time.Hour); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if err := Wait(context.Background(), time.Nanosecond); err != nil {
		t.Error(err)
	}
	for n := 2; n < 40; n++ {
		if d := Before(n); d < first/2 || d > 2*Most {
			t.Errorf("pause %d is %v", n, d)
		}
	}
}
