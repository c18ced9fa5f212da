package graph

import (
	"fmt"
	"math"
	"reflect"
	"time"

	"claimlens/annotate"
)

// Bounds of what an event says of itself, in code points, and of what one change may make.
const (
	maxKind  = 100
	maxNote  = 10_000
	maxParts = 50_000
)

// checkForm lists what is wrong with a change as far as the change alone can tell: what needs the store is for admit.
func checkForm(c annotate.Change) error {
	var p annotate.Problems
	checkLine(&p, "actor", c.Actor, annotate.MaxName)
	checkLine(&p, "kind", string(c.Kind), maxKind)
	if c.Note != "" {
		checkLine(&p, "note", c.Note, maxNote)
	}
	checkTime(&p, "time", c.Time)
	if n := c.Made.Size(); n > maxParts {
		p.Add("change", "makes %d things at once; %d is the most", n, maxParts)
	}
	if err := p.Err(); err != nil {
		return err
	}
	return checkMade(c.Made)
}

func checkLine(p *annotate.Problems, field, s string, limit int) {
	if s == "" {
		p.Add(field, "is missing")
	}
	if n := len([]rune(s)); n > limit {
		p.Add(field, "has %d characters; %d is the most", n, limit)
	}
	checkText(p, field, s)
}

// checkTime refuses what RFC 3339 can't say.
func checkTime(p *annotate.Problems, field string, t time.Time) {
	if y := t.Year(); y < 1 || y > 9999 {
		p.Add(field, "the year %d is not between 1 and 9999", y)
	}
}

func checkMade(m annotate.Made) error {
	checks := []func() error{
		func() error { return checkEach("article", m.Articles, checkArticle) },
		func() error { return checkEach("claim", m.Claims, checkClaim) },
		func() error { return checkEach("mention", m.Mentions, checkMention) },
		func() error { return checkEach("edit", m.Edits, annotate.Edit.Check) },
		func() error { return checkEach("citation", m.Citations, checkCitation) },
		func() error { return checkEach("notice check", m.Checks, annotate.NoticeCheck.Check) },
		func() error { return checkEach("evidence", m.Evidence, annotate.Evidence.Check) },
		func() error { return checkEach("decision", m.Decisions, annotate.Decision.Check) },
		func() error { return checkEach("search", m.Searches, annotate.Search.Check) },
		func() error { return checkEach("grade", m.Grades, annotate.Grade.Check) },
	}
	for _, check := range checks {
		if err := check(); err != nil {
			return err
		}
	}
	return nil
}

// checkEach checks the things of one kind, and that each of their texts and times can be kept.
func checkEach[T any](noun string, list []T, check func(T) error) error {
	for i, x := range list {
		if err := check(x); err != nil {
			return fmt.Errorf("%s %d: %w", noun, i+1, err)
		}
		var p annotate.Problems
		checkKept(&p, noun, reflect.ValueOf(x))
		if err := p.Err(); err != nil {
			return fmt.Errorf("%s %d: %w", noun, i+1, err)
		}
	}
	return nil
}

// checkKept looks at every text and time below v.
func checkKept(p *annotate.Problems, field string, v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		checkText(p, field, v.String())
	case reflect.Slice:
		for i := range v.Len() {
			checkKept(p, field, v.Index(i))
		}
	case reflect.Struct:
		if t, ok := v.Interface().(time.Time); ok {
			checkTime(p, field, t)
			return
		}
		for i := range v.NumField() {
			checkKept(p, v.Type().Field(i).Name, v.Field(i))
		}
	}
}

func checkArticle(a annotate.Article) error {
	if err := a.Check(); err != nil {
		return err
	}
	if digest := hexSHA256([]byte(a.Text)); a.Digest != digest {
		return annotate.Problems{{Field: "digest", Text: "does not belong to the text"}}
	}
	return nil
}

func checkClaim(c annotate.Claim) error { return c.Check() }

func checkCitation(c annotate.Citation) error { return c.Check() }

// checkMention checks what a mention says without its article.
func checkMention(m annotate.Mention) error {
	var p annotate.Problems
	if m.By == "" && m.ID != annotate.MentionID(m.Article, m.Revision, m.Claim, m.Anchor.Start, m.Anchor.End) {
		p.Add("id", "does not belong to the article, the claim and the place")
	}
	if math.IsNaN(m.Worth) {
		p.Add("worth", "is not a number")
	}
	return p.Err()
}
