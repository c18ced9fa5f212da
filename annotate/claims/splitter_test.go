package claims

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"claimlens/annotate"
)

// article makes an article of a text: paragraphs stand apart by empty lines; "# " begins a heading, "- " an item.
func article(text string) annotate.Article {
	a := annotate.Article{Text: text, Format: "text"}
	at := 0
	for _, part := range strings.Split(text, "\n\n") {
		kind, skip := annotate.Paragraph, 0
		switch {
		case strings.HasPrefix(part, "# "):
			kind, skip = annotate.Heading, 2
		case strings.HasPrefix(part, "- "):
			kind, skip = annotate.ListItem, 2
		}
		length := utf8.RuneCountInString(part)
		if length > skip {
			a.Blocks = append(a.Blocks, annotate.Block{Kind: kind, Start: at + skip, End: at + length})
		}
		at += length + 2
	}
	return a.Complete()
}

func extract(t *testing.T, c Config, a annotate.Article) []annotate.Draft {
	t.Helper()
	drafts, err := New(c).Extract(context.Background(), a)
	if err != nil {
		t.Fatal(err)
	}
	return drafts
}

func texts(drafts []annotate.Draft) []string {
	var out []string
	for _, d := range drafts {
		out = append(out, d.Text)
	}
	return out
}

func TestExtract(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"nothing", "", nil},
		{"citation marks", "Calcium prevents fractures in care homes.2 Dialysis removes water,[3] while the kidneys make hormones.[4,5–7] A dose of 1.5 mg lowers the risk.[8][9]", []string{
			"Calcium prevents fractures in care homes.",
			"Dialysis removes water, while the kidneys make hormones.",
			"A dose of 1.5 mg lowers the risk.",
		}},
		{"a pronoun of another paragraph", "The hormone promotes red blood cells.\n\nIt also suppresses the immune response.", []string{
			"The hormone promotes red blood cells.",
			"It also suppresses the immune response.",
		}},
		{"pronouns", "Dialysis does not cure kidney failure. It cleans the blood for a few hours. However, it does not replace the hormones of the kidney.", []string{
			"Dialysis does not cure kidney failure.",
			"Dialysis cleans the blood for a few hours.",
			"Dialysis does not replace the hormones of the kidney.",
		}},
		{"plural pronouns", "Stem cells lower blood sugar. They strengthen the bones.", []string{
			"Stem cells lower blood sugar.", "Stem cells strengthen the bones.",
		}},
		{"a pronoun of another number", "Stem cells lower blood sugar. It also strengthens the bones.", []string{
			"Stem cells lower blood sugar.", "It also strengthens the bones.",
		}},
		{"the drugs", "Antibiotics cause diarrhoea. The drugs kill harmless bacteria in the gut.", []string{
			"Antibiotics cause diarrhoea.", "Antibiotics kill harmless bacteria in the gut.",
		}},
		{"it for what follows", "Salt raises blood pressure. It is prudent to eat less salt.", []string{
			"Salt raises blood pressure.", "It is prudent to eat less salt.",
		}},
		{"this of all that was said", "The lungs fill with water. This is an oedema.", []string{
			"The lungs fill with water.", "This is an oedema.",
		}},
		{"she", "A patient may look healthy at first, but she will have been ill for years.", []string{
			"A patient may look healthy at first.", "A patient will have been ill for years.",
		}},
		{"not over a heading", "Salt raises blood pressure.\n\n# Sugar\n\nIt harms the teeth.", []string{
			"Salt raises blood pressure.", "It harms the teeth.",
		}},
		{"headings and headlines", "# Salt raises blood pressure\n\nSalt kills thousands of patients each year\n\nSalt raises blood pressure.", []string{
			"Salt raises blood pressure.",
		}},
		{"list that completes", "Yoga may lead to:\n\n- less pain\n\n- Reduced stiffness of the joints.", []string{
			"Yoga may lead to less pain.", "Yoga may lead to reduced stiffness of the joints.",
		}},
		{"list in a line", "Yoga may lead to:• Less asthma (narrowing of the small airways),• Less stiffness of the joints.", []string{
			"Yoga may lead to less asthma.", "Asthma is narrowing of the small airways.", "Yoga may lead to less stiffness of the joints.",
		}},
		{"list behind a source", "The study found that those on zinc had:\n\na 12 percent lower risk of colds,\n\nand a 5 percent lower risk of flu.", []string{
			"Those on zinc had a 12 percent lower risk of colds.", "Those on zinc had a 5 percent lower risk of flu.",
		}},
		{"list of statements", "Four things matter:\n\n- Salt: it makes patients thirsty and raises blood pressure.\n\n- Potassium: too much potassium harms the heart.", []string{
			"Salt makes patients thirsty.", "Salt raises blood pressure.", "Too much potassium harms the heart.",
		}},
		{"dateline", "LISBON (Examples) - A simple breath test detects ulcers.\n\nNEW OSLO, March 4, 2016 -- Walking lowers the risk of stroke.", []string{
			"A simple breath test detects ulcers.", "Walking lowers the risk of stroke.",
		}},
		{"an abbreviation of its own", "Polycystic kidney disease (PKD) is inherited. PKD worsens with age.", []string{
			"Polycystic kidney disease (PKD) is inherited.", "PKD worsens with age.",
		}},
		{"what is no claim", "By Ada Brandt\n\nWhat lowers blood pressure? The results were published in the journal Examples. " +
			"The researchers recruited 200 patients. This is very exciting. More studies of the drug are needed. Sales of the drug rose. (source: Examples)", nil},
		{"advice", "Pregnant women should not fast. Avoid large amounts of grapefruit juice.", []string{
			"Pregnant women should not fast.", "Avoid large amounts of grapefruit juice.",
		}},
		{"a paragraph without its last full stop", "Salt raises blood pressure. It harms the kidneys of older people", []string{"Salt raises blood pressure.", "Salt harms the kidneys of older people."}},
		{"a headline", "Salt harms the kidneys of older people", nil},
		{"no words between", "Salt harms the kidneys.The liver is spared.", []string{"Salt harms the kidneys.", "The liver is spared."}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			drafts := extract(t, Config{}, article(tt.text))
			if got := texts(drafts); !slices.Equal(got, tt.want) {
				for _, d := range extract(t, Config{All: true}, article(tt.text)) {
					t.Logf("%.2f %s (%s)", d.Worth, d.Text, strings.Join(d.Reasons, "; "))
				}
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}

func TestExtractTitle(t *testing.T) {
	a := article("Salt raises blood pressure.\n\nSalt raises blood pressure in adults.")
	a.Title = "Salt raises blood pressure"
	if got, want := texts(extract(t, Config{}, a)), []string{"Salt raises blood pressure in adults."}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// A text that is one sentence is its own title, and its claim all the same.
func TestExtractOnlyTitle(t *testing.T) {
	a := article("Salt raises blood pressure.")
	a.Title = a.Text
	if got, want := texts(extract(t, Config{}, a)), []string{a.Text}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestExtractDraft(t *testing.T) {
	got := extract(t, Config{}, article("👩‍⚕️ says: However, statins do not cure “bad” livers.\n\nStatins may lower the risk of stroke!"))
	if len(got) != 2 {
		t.Fatalf("got %d drafts, want 2: %q", len(got), texts(got))
	}
	d := got[1]
	if d.Anchor.Exact != "Statins may lower the risk of stroke" || d.Block != 1 || d.Kind != annotate.Effect || d.Polarity != annotate.Affirmed ||
		d.Wording != annotate.Conditional || !d.Hedged || d.Worth < DefaultThreshold || d.Worth > 1 {
		t.Errorf("got %+v", d)
	}
	if want := "says what something does: “lower”"; !slices.Contains(d.Reasons, want) {
		t.Errorf("got reasons %q, want among them %q", d.Reasons, want)
	}
	if got[0].Polarity != annotate.Negated {
		t.Errorf("got %+v, want a negation", got[0])
	}
}

func TestThreshold(t *testing.T) {
	a := article("Statins lower the risk of stroke. The sky was blue. Is that so?")
	for _, tt := range []struct {
		name   string
		config Config
		want   int
	}{
		{"default", Config{}, 1},
		{"all", Config{All: true}, 3},
		{"above all", Config{Threshold: 7}, 0},
		{"low", Config{Threshold: 0.01}, 2},
		{"below all", Config{Threshold: -1}, 3},
	} {
		if got := extract(t, tt.config, a); len(got) != tt.want {
			t.Errorf("%s: got %q, want %d", tt.name, texts(got), tt.want)
		}
	}
	last := extract(t, Config{All: true}, a)[2]
	if last.Worth != 0 || !slices.Equal(last.Reasons, []string{"is a question"}) {
		t.Errorf("got %v %q, want a question of no worth", last.Worth, last.Reasons)
	}
}

func TestLanguages(t *testing.T) {
	german := "Salz erhöht den Blutdruck, und Kalium senkt ihn. Warum ist das so?"
	for _, tt := range []struct {
		name, tag, text string
		reason          string
		want            []string
	}{
		{"said", "de-AT", german, "not split: the language is German", []string{"Salz erhöht den Blutdruck, und Kalium senkt ihn."}},
		{"seen", "", german, "not split: the language is not English as far as can be told", []string{"Salz erhöht den Blutdruck, und Kalium senkt ihn."}},
		{"japanese", "ja", "塩は血圧を上げる。カリウムは下げる。", "not split: the language is Japanese", []string{"塩は血圧を上げる。", "カリウムは下げる。"}},
		{"english said", "en_GB", "Salt raises pressure of the blood.", "", []string{"Salt raises pressure of the blood."}},
		{"no such language", "!", "Salt raises the pressure of the blood.", "", []string{"Salt raises the pressure of the blood."}},
		{"undetermined", "und", "Salt raises the pressure of the blood.", "", []string{"Salt raises the pressure of the blood."}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a := article(tt.text)
			a.Language = tt.tag
			drafts := extract(t, Config{}, a)
			if got := texts(drafts); !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
			for _, d := range drafts {
				if tt.reason != "" && !slices.Contains(d.Reasons, tt.reason) {
					t.Errorf("got reasons %q, want %q", d.Reasons, tt.reason)
				}
			}
		})
	}
}

func TestExtractErrors(t *testing.T) {
	a := article("Salt raises blood pressure.")
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := New(Config{}).Extract(ctx, a); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want canceled", err)
	}
	a.Blocks[0].End = 1000
	if _, err := New(Config{}).Extract(context.Background(), a); !errors.Is(err, annotate.ErrInvalid) {
		t.Errorf("got %v, want invalid", err)
	}
}

// check fails if a draft is not what Extract promises.
func check(t *testing.T, a annotate.Article, drafts []annotate.Draft) {
	t.Helper()
	text, last := annotate.NewText(a.Text), 0
	for _, d := range drafts {
		if got, ok := text.Slice(d.Anchor.Start, d.Anchor.End); !ok || got != d.Anchor.Exact || got == "" {
			t.Fatalf("the text at %d to %d is %q, the quote %q", d.Anchor.Start, d.Anchor.End, got, d.Anchor.Exact)
		}
		if b := a.Blocks[d.Block]; d.Anchor.Start < b.Start || d.Anchor.End > b.End {
			t.Fatalf("%d to %d is not in block %d: %+v", d.Anchor.Start, d.Anchor.End, d.Block, b)
		}
		if d.Anchor.Start < last {
			t.Fatalf("%q stands before the claim before it", d.Anchor.Exact)
		}
		last = d.Anchor.Start
		if d.Worth < 0 || d.Worth > 1 || len(d.Reasons) == 0 || d.Text == "" || len(d.Text) > 2*maxBytes {
			t.Fatalf("got %+v", d)
		}
		c := annotate.Claim{ID: annotate.ClaimID(d.Text), Text: d.Text, Kind: d.Kind, Polarity: d.Polarity}
		if err := c.Check(); err != nil && utf8.ValidString(a.Text) && !strings.ContainsFunc(a.Text, control) {
			t.Fatalf("%+v: %v", d, err)
		}
	}
}

func control(r rune) bool {
	return r < ' ' && r != '\n' && r != '\t' || r == 0x7f || r == utf8.RuneError
}

func FuzzExtract(f *testing.F) {
	for _, s := range []string{
		"Dialysis does not cure kidney failure. It cleans the blood, which helps, thus easing pain.",
		"“X,” said Dr. Y (a doctor), who, according to Z, runs: • a, • b and c.", "# H\n\n- it: a\n\n- may reduce A, B and lower C",
		"while although because, and but which", "to to to be be reduced and reduce, and", "(()) ”“ '‘ \" reduce(s", "塩は。", "a\xffb reduces \xfe.",
		"The higher the risk, the greater the benefit.", "Despite X representing 3%, with Y ending.",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		a := article(text)
		for _, c := range []Config{{}, {All: true}} {
			drafts, err := New(c).Extract(context.Background(), a)
			if err != nil {
				t.Fatal(err)
			}
			check(t, a, drafts)
		}
	})
}

func BenchmarkShapes(b *testing.B) {
	paragraph := "However, garlic lowers the blood pressure, the researchers found, and it can cause dizziness, cramps or vomiting. " +
		"The cream can soothe the skin, protect the cells, close the pores, reduce damage to the nails, " +
		"and help restore young tissue. Yoga can relax the muscles, thus easing pain, which is common (see below).\n\n"
	for name, text := range map[string]string{
		"article": strings.Repeat(paragraph, 8),
		"hostile": strings.Repeat("reduce, and which can, thus (", 2000),
	} {
		b.Run(name, func(b *testing.B) {
			a := article(text)
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				if _, err := New(Config{}).Extract(context.Background(), a); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
