package main

import (
	"os"
	"path/filepath"
	"testing"

	"claimlens/annotate/claims"
	"claimlens/graph"
	"claimlens/importers"
	"claimlens/ui"
)

// The form's addresses never name files of the machine that serves it, nor its standard input.
func TestWebImportReadsNoFiles(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a:")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	secret := filepath.Join(dir, "secret.txt")
	if err := os.WriteFile(secret, []byte("Green tea lowers blood pressure in adults."), 0o600); err != nil {
		t.Fatal(err)
	}
	store, err := graph.Open(t.Context(), graph.Config{Dir: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	desk, err := newDesk(store, claims.New(claims.Config{}))
	if err != nil {
		t.Fatal(err)
	}
	stdin, err := os.Open(secret)
	if err != nil {
		t.Fatal(err)
	}
	defer stdin.Close()
	w := &webImports{intake{reader: importers.New(importers.Config{Stdin: stdin}), desk: desk, actor: "ana"}}
	addresses := []string{secret, dir + "//secret.txt", "file://" + secret, dir, "-"}
	refused := 0
	err = w.Import(t.Context(), ui.ImportSource{Addresses: addresses}, func(p ui.ImportProgress) {
		if p.Refused != "" {
			refused++
		}
	})
	if err != nil || refused != len(addresses) {
		t.Errorf("%d of %d refused, %v", refused, len(addresses), err)
	}
}
