package syntax

import (
	"strings"
	"testing"
)

// Sentences are given with " | " where one ends and the next begins, or "|" where no space stands between them.
func TestSentences(t *testing.T) {
	for _, tt := range []struct{ name, want string }{
		{"two", "Salt raises blood pressure. | Potassium lowers it."},
		{"question and exclamation", "Does it work? | Yes! | It does."},
		{"nothing", ""},
		{"no final mark", "Salt raises blood pressure. | Potassium"},
		{"probability", "The effect was small (p < 0.05). | It did not last."},
		{"probability without zero", "It was small, p < .05. | It did not last."},
		{"decimals", "Doses of 2.5 mg and 7.5 mg were given. | Nobody fell ill."},
		{"after a number", "The trial ended in 2019. | 12 patients had died."},
		{"figure", "The curve (Fig. 2) is flat. | See Figs. 3 and 4."},
		{"genus", "Most strains of E. coli are harmless. | C. difficile is not."},
		{"route", "Iron was given i.v. for a week. | It helped."},
		{"route at the end", "Iron was given i.v. | The anaemia went away."},
		{"et al", "Moreau et al. found no effect. | Neither did Ito et al. | The rest did."},
		{"unit", "Each received 5 mg/kg. | Some took 10 ml. | None fell ill."},
		{"unit before a small letter", "It took 20 min. on average. | Nobody slept."},
		{"hours", "Blood was drawn after 24 h. | Plasma was frozen."},
		{"country", "It is approved in the U.S. | In Japan it is not."},
		{"country before a name", "The U.S. Department of Examples agreed. | Others did not."},
		{"for example", "Some drugs, e.g. Ibuprofen, harm the kidneys. | Others, i.e. Most, do not."},
		{"titles", "Dr. Amari asked Prof. Lund. | Mrs. Ode did not."},
		{"title after a time", "They met Amari at 6 p.m. | Dr. Lund came later."},
		{"title before a time", "At 6 p.m. Dr. Lund came."},
		{"initials", "The work of J. R. Ode and K. Lund went on. | It ended in May."},
		{"vitamin", "Oranges contain vitamin C. | Carrots contain vitamin A. | Both are cheap."},
		{"acronym at the end", "He has MS. | She has ALS. | Both are ill."},
		{"number sign", "See sample no. 12 and vol. 3. | The answer is no. | Why not?"},
		{"quotes", "“It works.” | She was sure. | 'Never.' he said."},
		{"brackets", "It works (in mice. Not in men) at times. | (This is known.) | So it is."},
		{"citation behind", "Salt raises it.[12] | Potassium lowers it.[3,5–7] | Sugar [8] does not."},
		{"citation behind a space", "Salt raises it. [12] | Potassium lowers it. [3]"},
		{"superscript", "Salt raises it.1,2 | Potassium lowers it.3 | Sugar does not."},
		{"round citation", "Salt raises it.(12) | Potassium lowers it. | (3) Sugar does not."},
		{"row of citations", "Salt raises it.[1]-[3] | Potassium lowers it.[4],[5] | Sugar does not."},
		{"roman notes", "Salt raises it.i | Potassium lowers it.ii,iv | Sugar, given i.v. too, does not."},
		{"reference", "Ode AB, Lund K, et al. | Salt and pressure. | Ann Examples Med. 2011;60(4):1–8. | It was read."},
		{"reference with a month", "Ode AB. | Salt and pressure. | J Examples. 2015 Dec;12:1-8."},
		{"reference with a volume", "Salt and pressure. | Examples Urol. 7(4) pp. 1–8."},
		{"year of a reference", "Ode et al.; J Urol. 2011."},
		{"year that begins", "He died in Paris. | 2011 was a dry year."},
		{"address with spaces", "See http://www. health. example. org/ salt/ 10. 12/ x for more. | It helps."},
		{"address before small letters", "see www.health.example. | it helps."},
		{"mark by itself", "Salt raises it, says Ode, MD. ."},
		{"rows", "Drug\tDose\tEffect\n|Salt\t5 g\traises it\n|Potassium\t3 g\tlowers it. | See there.\n|Sugar"},
		{"ellipsis", "It works ... at times... | Nobody knows why… | She did."},
		{"spaced ellipsis", "It works . . . at times. | Nobody knows . . . . | She did."},
		{"omission in brackets", "It [...] works. | Nobody […] knows."},
		{"no space", "It harms the kidneys.|The liver is spared.|Nobody knows why."},
		{"addresses", "Write to A.Ode@health.Example or see www.Health.Example/a.Html today. | Thanks."},
		{"gene", "It depends on the tumour. | p53 is one. | mRNA is another. | α-Synuclein is a third."},
		{"no capitals", "she slept well. | the pills helped."},
		{"abbreviation before a small letter", "The conc. was high. | The temp. was low."},
		{"exclamation inside a name", "The clinic Hurrah! in town closed. | Nobody wept."},
		{"smiley", "It worked. :-) | She slept."},
		{"numbered line", "1. Drink water. | 2. Sleep well. | 3. Walk."},
		{"numbered line without marks", "1) Drink water | 2) Sleep well"},
		{"lettered line", "a. Drink water | b. Sleep well"},
		{"no list", "It takes 1 or 2. | Then it ends."},
		{"bullets in a line", "It may lead to:| • less pain,| • more sleep, and| • a longer life."},
		{"stars", "Significance: ••, p < 0.05."},
		{"japanese", "塩は血圧を上げる。|カリウムは下げる！|本当か？"},
		{"japanese quote", "「効く。」と医師は話す。|そうだ。"},
		{"chinese quote", "他说：“有效。”|她不信。"},
		{"hindi", "नमक रक्तचाप बढ़ाता है। | पोटैशियम घटाता है।"},
		{"arabic", "هل يعمل؟ | نعم."},
		{"german", "Salz erhöht den Blutdruck. | Kalium senkt ihn."},
		{"empty line", "Salt and pressure\n\n|Salt raises blood pressure\n \n|It does"},
		{"wrapped", "Salt raises the blood pressure of many people\nand potassium lowers the blood pressure of most\nof them."},
		{"wrapped before a capital", "Salt raises the blood pressure that most people in\nEurope have, and potassium lowers it in most of the\nUnited Kingdom."},
		{"heading", "Salt and pressure\n|Salt raises blood pressure in many people, and potassium\nlowers it."},
		{"list", "Foods with potassium:\n|- bananas\n|- potatoes\n|- beans"},
		{"list without a colon", "Foods with potassium\n|• bananas\n|• potatoes"},
		{"numbered lines", "What to do\n|1. Drink water\n|2. Sleep well"},
		{"markdown heading", "# Salt\n|It raises blood pressure."},
		{"one paragraph a line", strings.Repeat("Salt raises blood pressure ", 8) + "\n|Potassium lowers it"},
		{"carriage returns", "Salt and pressure\r\n\r\n|Salt raises it."},
		{"invisible space", "Salt raises it.\u200b\u00a0|Potassium lowers it."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			text := strings.NewReplacer(" | ", " ", "|", "").Replace(tt.want)
			var want []string
			for _, s := range strings.Split(strings.ReplaceAll(tt.want, " | ", "|"), "|") {
				if s = strings.TrimFunc(s, isSpace); s != "" {
					want = append(want, s)
				}
			}
			var got []string
			for _, s := range Sentences(text) {
				got = append(got, text[s.Start:s.End])
			}
			if strings.Join(got, "|") != strings.Join(want, "|") {
				t.Errorf("got  %q\nwant %q", got, want)
			}
		})
	}
}

// A word in two lists would be what the order of a map makes of it.
func TestAbbreviationsOnce(t *testing.T) {
	if len(abbreviations) < 200 {
		t.Errorf("got %d abbreviations, want at least 200", len(abbreviations))
	}
	for w, k := range abbreviations {
		if w != strings.ToLower(w) || strings.HasSuffix(w, ".") || k == 0 {
			t.Errorf("%q (%d) is not in small letters or keeps its full stop", w, k)
		}
	}
}

func FuzzSentences(f *testing.F) {
	for _, s := range []string{
		"Salt raises it. Potassium lowers it.", "a.b.c. . . . X", "1. A 2. B", "•••• a", "塩。塩", "\xff.\xffA. b", "x.1,2 Y [3] :)",
		"# h\ntext\n\n- a\n- b", "(a) b. (c) d", "He left at 6 p.m. Dr. X",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, s := range Sentences(text) {
			if s.Start < last || s.End <= s.Start || s.End > len(text) {
				t.Fatalf("%v after %d in a text of %d bytes", s, last, len(text))
			}
			if between := strings.TrimFunc(text[last:s.Start], isSpace); between != "" {
				t.Fatalf("%q is in no sentence", between)
			}
			if inside := text[s.Start:s.End]; strings.TrimFunc(inside, isSpace) != inside {
				t.Fatalf("%q is not trimmed", inside)
			}
			last = s.End
		}
		if rest := strings.TrimFunc(text[last:], isSpace); rest != "" {
			t.Fatalf("%q is in no sentence", rest)
		}
	})
}

// Texts made to be slow: reading them takes time in proportion to their length all the same.
func BenchmarkSentences(b *testing.B) {
	for name, unit := range map[string]string{
		"prose":   "Salt raises blood pressure by 2.5 mmHg (p < 0.05). Potassium lowers it, as Moreau et al. found [12].\n\n",
		"stops":   ". ",
		"points":  "a.b.",
		"dashes":  "- - a. ",
		"marks":   "1. • ",
		"spaces":  "a.                                                                              ",
		"quotes":  `."`,
		"lines":   "a\n",
		"bullets": "• ",
	} {
		text := strings.Repeat(unit, 200_000/len(unit))
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Sentences(text)
			}
		})
	}
}
