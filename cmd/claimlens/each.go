package main

import (
	"context"
	"errors"

	"claimlens/annotate"
	"claimlens/importers"
	"claimlens/importers/llm"
)

// eachArticle reads sources in their order and does something with each article. What can't be read, by the reader or by a
// model, is refused with its reason, as what was refused before is, and the rest goes on.
func (a *app) eachArticle(ctx context.Context, reader *importers.Reader, sources []importers.Source, refused []importers.Refusal, do func(importers.Source, annotate.Article) error) error {
	read, not := 0, refusals{tell: a.refused}
	for _, r := range refused {
		not.refuse(r.Source, reason(r))
	}
	for _, source := range sources {
		article, err := reader.Read(ctx, source)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil {
			not.refuse(source.Name, reason(err))
			continue
		}
		err = do(source, article)
		var unread *llm.Failure
		switch {
		case errors.As(err, &unread):
			not.refuse(source.Name, unread.Reason)
			continue
		case err != nil:
			return err
		}
		read++
	}
	return not.exit(read, "nothing was read")
}
