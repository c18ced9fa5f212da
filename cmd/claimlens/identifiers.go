package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"regexp"
	"strings"

	"claimlens/annotate"
	"claimlens/importers/literature"
)

const (
	maxIdentifiers     = 1_000_000
	longestIdentifiers = 64 << 10 // bytes of a line of them
)

// identifiers reads the papers that a command names: as arguments, of which - is standard input, and in a file, if one is
// named. What names no paper is refused in p, with its line.
func (a *app) identifiers(ctx context.Context, args []string, file string, p *papers) ([]annotate.Identifier, error) {
	var ids []annotate.Identifier
	for _, arg := range args {
		var err error
		if arg == "-" {
			err = listedIdentifiers(ctx, "standard input", a.in, &ids, p)
		} else {
			err = takeIdentifier(arg, arg, &ids, p)
		}
		if err != nil {
			return nil, err
		}
	}
	if file == "" {
		return literature.Distinct(ids), nil
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, cause(err))
	}
	defer f.Close()
	err = listedIdentifiers(ctx, file, f, &ids, p)
	return literature.Distinct(ids), err
}

// severalPMIDs is a line of PMIDs with something between them.
var severalPMIDs = regexp.MustCompile(`^[0-9]+(?:[\s,;]+[0-9]+)+[\s,;]*$`)

// listedIdentifiers reads a list of papers, one a line, or PMIDs side by side. Empty lines, and those that begin with #, say nothing.
func listedIdentifiers(ctx context.Context, name string, r io.Reader, ids *[]annotate.Identifier, p *papers) error {
	in := bufio.NewReaderSize(r, 64<<10)
	for n := 1; ; n++ {
		b, err := nextLine(in, longestIdentifiers)
		where := fmt.Sprintf("%s, line %d", name, n)
		line := strings.TrimPrefix(string(b), "\ufeff")
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case err == io.EOF:
			return nil
		case err == errLongLine:
			p.refuse(where, fmt.Sprintf("is longer than %d kB", longestIdentifiers>>10))
			continue
		case err != nil:
			return fmt.Errorf("%s: %w", name, cause(err))
		case line == "" || strings.HasPrefix(line, "#"):
			continue
		}
		some := []string{line}
		if severalPMIDs.MatchString(line) {
			some = strings.FieldsFunc(line, func(r rune) bool { return r < '0' || r > '9' })
		}
		for _, s := range some {
			if err := takeIdentifier(where, s, ids, p); err != nil {
				return err
			}
		}
	}
}

func takeIdentifier(where, s string, ids *[]annotate.Identifier, p *papers) error {
	id, err := annotate.ReadIdentifier(s)
	switch {
	case err != nil:
		p.refuse(where, strings.TrimSuffix(err.Error(), ": "+annotate.ErrInvalid.Error()))
	case len(*ids) == maxIdentifiers:
		return usage("more than %d papers at a time are more than anybody should ask for: see https://pubmed.ncbi.nlm.nih.gov/download/ for all of them", maxIdentifiers)
	default:
		*ids = append(*ids, id)
	}
	return nil
}
