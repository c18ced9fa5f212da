package annotate

import (
	"context"
	"strings"
	"unicode/utf8"

	"github.com/google/uuid"
)

// Parts proposes how to split a mention: what the extractor finds in its quote alone, when that is several claims; else the
// claim as it is, and room for another at the same words.
func (d *Desk) Parts(ctx context.Context, mention uuid.UUID) ([]Entry, error) {
	row, err := d.store.Mention(ctx, mention)
	if err != nil {
		return nil, err
	}
	parts, err := d.found(ctx, row)
	if err != nil || len(parts) >= MinParts {
		return parts, err
	}
	whole := row.Entry()
	return []Entry{whole, {Start: whole.Start, End: whole.End}}, nil
}

// found is what the extractor finds in a mention's quote, at most MaxParts.
func (d *Desk) found(ctx context.Context, row MentionRow) ([]Entry, error) {
	quote := row.Mention.Anchor
	text := quote.Exact
	if !strings.ContainsAny(text[len(text)-1:], ".!?") {
		text += "." // what has no end is taken for a headline
	}
	alone := Article{Text: text, Language: "en"}
	alone.Blocks = []Block{{Kind: Paragraph, End: utf8.RuneCountInString(text)}}
	drafts, err := d.extractor.Extract(ctx, alone.Complete())
	if err != nil {
		return nil, err
	}
	var parts []Entry
	for _, x := range drafts[:min(len(drafts), MaxParts)] {
		parts = append(parts, Entry{
			Start: quote.Start + x.Anchor.Start, End: min(quote.End, quote.Start+x.Anchor.End), Text: x.Text, Kind: x.Kind, Polarity: x.Polarity,
			Wording: x.Wording, Hedged: x.Hedged, Population: x.Population, Species: x.Species,
		})
	}
	return parts, nil
}
