package graph

import (
	"math"
	"time"

	"github.com/google/uuid"
	"pgregory.net/rapid"

	"claimlens/annotate"
)

// What these draw is anything that can be kept, whether or not it would pass its Check.

var words = rapid.StringOf(rapid.RuneFrom([]rune("ab é👩\u200d⚕️伤<>&\"'\\\n\t\r\u2028\ufffd\x01%#"))).Filter(func(s string) bool { return len(s) < 200 })

var moments = rapid.Custom(func(t *rapid.T) time.Time {
	return rapid.OneOf(
		rapid.Just(time.Time{}),
		rapid.Just(time.UnixMilli(0).UTC()),
		rapid.Map(rapid.Int64Range(-62135596800000, 253402300799999), func(ms int64) time.Time { return time.UnixMilli(ms).UTC() }),
	).Draw(t, "time")
})

var ids = rapid.Custom(func(t *rapid.T) uuid.UUID {
	return uuid.UUID(rapid.SliceOfN(rapid.Byte(), 16, 16).Draw(t, "id"))
}).Filter(func(id uuid.UUID) bool { return id != uuid.Nil })

var numbers = rapid.OneOf(rapid.Just(0), rapid.IntRange(0, math.MaxInt32))

// lists draws nil, an empty list, or a list.
func lists[T any](item func(t *rapid.T) T) *rapid.Generator[[]T] {
	items := rapid.SliceOfN(rapid.Custom(item), 0, 4)
	return rapid.OneOf(rapid.Just([]T(nil)), rapid.Just([]T{}), items)
}

var origins = rapid.Custom(func(t *rapid.T) origin {
	return origin{seq: rapid.Uint64Min(1).Draw(t, "seq"), place: rapid.IntRange(1, 1000).Draw(t, "place")}
})

var articles = rapid.Custom(func(t *rapid.T) annotate.Article {
	return annotate.Article{
		ID: ids.Draw(t, "id"), Revision: rapid.IntRange(1, math.MaxInt32).Draw(t, "revision"), URL: words.Draw(t, "url"),
		CanonicalURL: words.Draw(t, "canonical"), Title: words.Draw(t, "title"), Byline: words.Draw(t, "byline"),
		Site: words.Draw(t, "site"), Published: words.Draw(t, "published"), Language: words.Draw(t, "language"),
		Format: words.Draw(t, "format"), Text: words.Draw(t, "text"), Digest: words.Draw(t, "digest"), Read: moments.Draw(t, "read"),
		Blocks: lists(func(t *rapid.T) annotate.Block {
			return annotate.Block{Kind: annotate.BlockKind(words.Draw(t, "kind")), Level: numbers.Draw(t, "level"), Start: numbers.Draw(t, "start"), End: numbers.Draw(t, "end")}
		}).Draw(t, "blocks"),
		Runs: lists(func(t *rapid.T) annotate.Run {
			return annotate.Run{Start: numbers.Draw(t, "start"), End: numbers.Draw(t, "end"), Path: words.Draw(t, "path"), Offset: numbers.Draw(t, "offset")}
		}).Draw(t, "runs"),
	}
})

var claims = rapid.Custom(func(t *rapid.T) annotate.Claim {
	return annotate.Claim{
		ID: ids.Draw(t, "id"), Text: words.Draw(t, "text"), Kind: annotate.Kind(words.Draw(t, "kind")),
		Polarity: annotate.Polarity(words.Draw(t, "polarity")), Created: moments.Draw(t, "created"),
	}
})

var mentions = rapid.Custom(func(t *rapid.T) annotate.Mention {
	return annotate.Mention{
		ID: ids.Draw(t, "id"), Claim: ids.Draw(t, "claim"), Article: ids.Draw(t, "article"),
		Revision: rapid.IntRange(1, math.MaxInt32).Draw(t, "revision"),
		Anchor: annotate.Anchor{
			Exact: words.Draw(t, "exact"), Prefix: words.Draw(t, "prefix"), Suffix: words.Draw(t, "suffix"),
			Start: numbers.Draw(t, "start"), End: numbers.Draw(t, "end"),
		},
		Block: numbers.Draw(t, "block"), Wording: annotate.Wording(words.Draw(t, "wording")), Hedged: rapid.Bool().Draw(t, "hedged"),
		Worth: rapid.OneOf(rapid.Just(0.0), rapid.Float64Range(0, 1)).Draw(t, "worth"), Reasons: lists(func(t *rapid.T) string { return words.Draw(t, "reason") }).Draw(t, "reasons"),
		By: words.Draw(t, "by"), Population: words.Draw(t, "population"), Species: words.Draw(t, "species"),
	}
})

var edits = rapid.Custom(func(t *rapid.T) annotate.Edit {
	named := func(label string) []uuid.UUID {
		return inOrderOfID(rapid.SliceOfNDistinct(ids, 0, 4, rapid.ID).Draw(t, label))
	}
	return annotate.Edit{
		ID: ids.Draw(t, "id"), Article: ids.Draw(t, "article"), Revision: rapid.IntRange(1, math.MaxInt32).Draw(t, "revision"),
		Deed: annotate.Deed(words.Draw(t, "deed")), Drops: named("drops"), Keeps: named("keeps"), Lost: named("lost"),
		Corrects: lists(func(t *rapid.T) annotate.Correction {
			return annotate.Correction{
				Claim: ids.Draw(t, "claim"), Kind: annotate.Kind(words.Draw(t, "kind")), Polarity: annotate.Polarity(words.Draw(t, "polarity")),
				WasKind: annotate.Kind(words.Draw(t, "was kind")), WasPolarity: annotate.Polarity(words.Draw(t, "was polarity")),
			}
		}).Draw(t, "corrects"),
		Reason: annotate.DropReason(words.Draw(t, "reason")), Comment: words.Draw(t, "comment"), By: words.Draw(t, "by"),
		Undoes: rapid.OneOf(rapid.Just(uuid.Nil), ids).Draw(t, "undoes"), Created: moments.Draw(t, "created"),
	}
})

var terms = func(t *rapid.T) annotate.Term {
	return annotate.Term{UI: words.Draw(t, "ui"), Name: words.Draw(t, "name")}
}

var notices = lists(func(t *rapid.T) annotate.Notice {
	return annotate.Notice{
		Kind: words.Draw(t, "kind"), PMID: words.Draw(t, "pmid"), DOI: words.Draw(t, "doi"), Source: words.Draw(t, "source"),
		Date: words.Draw(t, "date"), Reason: words.Draw(t, "reason"), From: annotate.NoticeSource(words.Draw(t, "from")),
	}
})

var checks = rapid.Custom(func(t *rapid.T) annotate.NoticeCheck {
	return annotate.NoticeCheck{
		ID: ids.Draw(t, "id"), Citation: ids.Draw(t, "citation"), From: annotate.NoticeSource(words.Draw(t, "from")),
		Notices: notices.Draw(t, "notices"), By: words.Draw(t, "by"), Created: moments.Draw(t, "created"),
	}
})

var searches = rapid.Custom(func(t *rapid.T) annotate.Search {
	return annotate.Search{
		ID: ids.Draw(t, "id"), Claim: ids.Draw(t, "claim"), Where: words.Draw(t, "where"), Query: words.Draw(t, "query"),
		Hits: numbers.Draw(t, "hits"), Looked: numbers.Draw(t, "looked"), Outcome: annotate.SearchOutcome(words.Draw(t, "outcome")),
		Comment: words.Draw(t, "comment"), By: words.Draw(t, "by"), Created: moments.Draw(t, "created"),
	}
})

var citations = rapid.Custom(func(t *rapid.T) annotate.Citation {
	return settledCitation(annotate.Citation{
		ID: ids.Draw(t, "id"), Version: rapid.IntRange(1, math.MaxInt32).Draw(t, "version"), PMID: words.Draw(t, "pmid"),
		DOI: words.Draw(t, "doi"), PMCID: words.Draw(t, "pmcid"), Title: words.Draw(t, "title"), Journal: words.Draw(t, "journal"),
		Year: numbers.Draw(t, "year"), Volume: words.Draw(t, "volume"), Issue: words.Draw(t, "issue"), Pages: words.Draw(t, "pages"),
		Language: words.Draw(t, "language"), Deleted: rapid.Bool().Draw(t, "deleted"),
		Authors: lists(func(t *rapid.T) annotate.Author {
			return annotate.Author{Family: words.Draw(t, "family"), Given: words.Draw(t, "given"), Collective: words.Draw(t, "collective")}
		}).Draw(t, "authors"),
		Types: lists(terms).Draw(t, "types"), Mesh: lists(terms).Draw(t, "mesh"),
		Original: words.Draw(t, "original"), Date: words.Draw(t, "date"), Summary: words.Draw(t, "summary"), Revised: words.Draw(t, "revised"),
		Keywords: lists(func(t *rapid.T) string { return words.Draw(t, "keyword") }).Draw(t, "keywords"),
		Trials:   lists(func(t *rapid.T) string { return words.Draw(t, "trial") }).Draw(t, "trials"),
		Notices:  notices.Draw(t, "notices"),
		Abstract: lists(func(t *rapid.T) annotate.Section {
			return annotate.Section{Label: words.Draw(t, "label"), Category: words.Draw(t, "category"), Text: words.Draw(t, "text")}
		}).Draw(t, "abstract"),
	})
})

var evidence = rapid.Custom(func(t *rapid.T) annotate.Evidence {
	return annotate.Evidence{
		ID: ids.Draw(t, "id"), Claim: ids.Draw(t, "claim"), Citation: ids.Draw(t, "citation"),
		Stance: annotate.Stance(words.Draw(t, "stance")), Passage: words.Draw(t, "passage"),
		Where: annotate.PassagePlace(words.Draw(t, "where")), By: words.Draw(t, "by"), Created: moments.Draw(t, "created"),
		Confidence: rapid.OneOf(rapid.Just(0.0), rapid.Float64Range(0, 1)).Draw(t, "confidence"),
		Replaces:   rapid.OneOf(rapid.Just(uuid.Nil), ids).Draw(t, "replaces"), State: annotate.Suggested,
	}
})

var decisions = rapid.Custom(func(t *rapid.T) annotate.Decision {
	return annotate.Decision{
		ID: ids.Draw(t, "id"), Evidence: ids.Draw(t, "evidence"), State: annotate.EvidenceState(words.Draw(t, "state")),
		Comment: words.Draw(t, "comment"), By: words.Draw(t, "by"), Created: moments.Draw(t, "created"),
	}
})

var grades = rapid.Custom(func(t *rapid.T) annotate.Grade {
	return annotate.Grade{
		ID: ids.Draw(t, "id"), Claim: ids.Draw(t, "claim"), Verdict: annotate.Verdict(words.Draw(t, "verdict")),
		Certainty: annotate.Certainty(words.Draw(t, "certainty")), Rationale: words.Draw(t, "rationale"), By: words.Draw(t, "by"),
		Created: moments.Draw(t, "created"), Replaces: rapid.OneOf(rapid.Just(uuid.Nil), ids).Draw(t, "replaces"),
	}
})

var events = rapid.Custom(func(t *rapid.T) annotate.Event {
	return annotate.Event{
		Seq: rapid.Uint64Min(1).Draw(t, "seq"), Time: moments.Draw(t, "time"), Actor: words.Draw(t, "actor"),
		Kind: annotate.EventKind(words.Draw(t, "kind")), Subject: rapid.OneOf(rapid.Just(uuid.Nil), ids).Draw(t, "subject"),
		Note: words.Draw(t, "note"), Content: words.Draw(t, "content"), Prev: words.Draw(t, "prev"), Hash: words.Draw(t, "hash"),
	}
})
