package llm

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"claimlens/annotate"
)

var claimShape = shape{parts: claimsIn}

func TestReadAnswer(t *testing.T) {
	for _, tt := range []struct {
		name, content string
		claims        int
		err           error
	}{
		{"plain", `{"claims":[{"a":1},{"a":2}]}`, 2, nil},
		{"none", ` {"claims":[]} `, 0, nil},
		{"list", `[{"a":1}]`, 1, nil},
		{"empty list", `[]`, 0, nil},
		{"empty list in prose", `There are [] claims`, 0, errNoJSON},
		{"fence", "```json\n{\"claims\":[{}]}\n```", 1, nil},
		{"braces in strings", `Look: {"claims":[{"quote":"a } \" { b"}]} done`, 1, nil},
		{"braces in prose", `Use {x} and [1], then {"claims":[{}]}`, 1, nil},
		{"the same twice", `{"claims":[{}]} again: {"claims":[{}]}`, 1, nil},
		{"two", `{"claims":[{}]} or {"claims":[{},{}]}`, 0, errAmbiguous},
		{"cut", `{"claims":[{"quote":"a`, 0, errNoJSON},
		{"null", `{"claims":null}`, 0, errNoJSON},
		{"other object", `{"error":"no"}`, 0, errNoJSON},
		{"list of numbers", `[1,2]`, 0, errNoJSON},
		{"string", `"claims"`, 0, errNoJSON},
		{"nothing", ``, 0, errNoJSON},
		{"thoughts", `<think>{"claims":[{},{}]}</think>{"claims":[{}]}`, 1, nil},
		{"thoughts without an end", `<think>{"claims":[{},{}]}`, 2, nil},
	} {
		claims, err := readAnswer(tt.content, claimShape)
		if len(claims) != tt.claims || !errors.Is(err, tt.err) {
			t.Errorf("%s: got %d claims, %v; want %d, %v", tt.name, len(claims), err, tt.claims, tt.err)
		}
	}
}

// An answer made to be slow takes time in proportion to its length.
func TestReadAnswerIsLinear(t *testing.T) {
	for _, unit := range []string{"{", "[", "{}", `{"a":`, `"`, `{"claims":[{}]}`} {
		if _, err := readAnswer(strings.Repeat(unit, maxAnswer/len(unit)), claimShape); err == nil && unit != `{"claims":[{}]}` {
			t.Errorf("%q many times is an answer", unit)
		}
	}
}

// Whatever a model says, what comes of it are claims whose quotes are in the text, in a block that may hold them.
func FuzzAnswer(f *testing.F) {
	for _, s := range []string{
		oneClaim, "```\n" + oneClaim + "```", `[{"quote":"Salt","text":"Salt salt."}]`, `{"claims":[{"block":-1,"quote":"“knows”","text":"\u0000"}]}`,
		answerJSON(claimJSON(3, "by 5 mmHg and", "Potassium 5")), `{"claims":[{"block":1e99,"quote":"a\ud800","text":"b"}]}`, "<think></think>[]", `{"claims":[null,1,[],"x"]}`,
	} {
		f.Add(s)
	}
	forms, err := newForms()
	if err != nil {
		f.Fatal(err)
	}
	x := &Extractor{&asker{config: Config{Model: "m"}}, forms.claim}
	text := annotate.NewText(salt.Text)
	c := x.reading(salt, &ledger{}).check.over(chunksOf(salt, text)[0])
	f.Fuzz(func(t *testing.T, content string) {
		claims, err := readAnswer(content, claimShape)
		if err != nil {
			return
		}
		drafts, report := c.drafts(claims)
		if report.Claims != len(drafts)+report.InventedQuotes+report.Refused || len(report.Reasons) > maxReasons {
			t.Fatalf("%d drafts, %+v", len(drafts), report)
		}
		for _, note := range report.Notes() {
			if !utf8.ValidString(note) {
				t.Fatalf("%q is no text", note)
			}
		}
		drafts, _ = merged(drafts)
		for _, d := range drafts {
			got, ok := text.Slice(d.Anchor.Start, d.Anchor.End)
			block := salt.Blocks[d.Block]
			if !ok || got != d.Anchor.Exact || got == "" || d.Anchor.Start < block.Start || d.Anchor.End > block.End || !holdsClaims(block.Kind) {
				t.Fatalf("%+v does not stand in block %+v", d.Anchor, block)
			}
			if err := (annotate.Claim{ID: annotate.ClaimID(d.Text), Text: d.Text, Kind: d.Kind, Polarity: d.Polarity}).Check(); err != nil {
				t.Fatalf("%+v: %v", d, err)
			}
		}
	})
}
