package finding

import (
	"strings"
	"testing"
)

func TestPubMedQuery(t *testing.T) {
	for _, test := range []struct{ claim, want string }{
		{"", ""},
		{"It does that.", ""},
		{"Zinc lozenges shorten the common cold by two days.",
			`"Zinc lozenges"[tiab] AND ("common cold"[tiab] OR "Common Cold"[MeSH Terms] OR "upper respiratory tract infection"[tiab] OR URTI[tiab])`},
		{"Coffee causes headaches.",
			`(Coffee[tiab] OR caffeine[tiab] OR Caffeine[MeSH Terms]) AND (headaches[tiab] OR headache[tiab] OR Headache[MeSH Terms] OR cephalalgia[tiab])`},
	} {
		if got := PubMedQuery(test.claim); got != test.want {
			t.Errorf("%q:\n got %s\nwant %s", test.claim, got, test.want)
		}
	}
}

// What claims are about is asked for, by their other names and headings too; what only holds them together is not.
func TestPubMedQueryHolds(t *testing.T) {
	for _, test := range []struct{ claim, holds, lacks string }{
		{"High blood pressure raises the risk of heart attack.", `"Myocardial Infarction"[MeSH Terms]`, "risk"},
		{"People with type 2 diabetes often have fatty liver.", `"Diabetes Mellitus, Type 2"[MeSH Terms]`, "People"},
		{"Regular exercise lowers the risk of Alzheimer's disease.", `"Alzheimer Disease"[MeSH Terms]`, "lowers"},
		{"Drinking green tea improves memory.", `memory[tiab]`, "ethanol"},
		{"Vitamin D supplements do not prevent fractures in older adults.", `"Vitamin D"[MeSH Terms]`, "not"},
		{"Mesenchymal stem cells (MSCs) reduce inflammation.", `"Mesenchymal Stem Cells"[MeSH Terms]`, "AND (MSCs"},
		{"Statins cause muscle pain.", `myalgia[tiab]`, "cause"},
		{"The flu shot causes autism.", `"Influenza Vaccines"[MeSH Terms]`, "shot[tiab]"},
		{"Paracetamol does not help with back pain.", `acetaminophen[tiab]`, "help"},
		{"Breastfeeding lowers the mother's risk of breast cancer.", `"Breast Neoplasms"[MeSH Terms]`, "risk"},
		{"Sugary drinks make children obese.", `"sugar-sweetened beverage"[tiab]`, "make"},
		{"Smoking causes lung cancer.", `"Lung Neoplasms"[MeSH Terms]`, "causes"},
		{"Garlic lowers cholesterol.", `garlic[tiab]`, "lowers"},
		{"Air pollution raises blood pressure.", `"Air Pollution"[MeSH Terms]`, "raises"},
		{`A "quoted [tiab]" claim about kidney stones.`, `nephrolithiasis[tiab]`, `"quoted [`},
	} {
		got := PubMedQuery(test.claim)
		if !strings.Contains(strings.ToLower(got), strings.ToLower(test.holds)) || strings.Contains(got, test.lacks) {
			t.Errorf("%q: got %s, want %s in it and no %q", test.claim, got, test.holds, test.lacks)
		}
		if n := strings.Count(got, " AND "); n >= mostConcepts {
			t.Errorf("%q: %d concepts, want at most %d: %s", test.claim, n+1, mostConcepts, got)
		}
	}
}

func TestAbbreviations(t *testing.T) {
	got := Abbreviations("We gave mesenchymal stem cells (MSCs) to people with heart failure (HF; n = 3). Others had none (n = 4).")
	if len(got) != 2 || got["MSCs"] != "mesenchymal stem cells" || got["HF"] != "heart failure" {
		t.Errorf("got %q", got)
	}
}

// No name of the curated list is empty or stands in it twice for one thing, and only one heading is a thing's.
func TestSynonyms(t *testing.T) {
	groups := curated().groups
	if len(groups) < 400 {
		t.Errorf("only %d things have other names", len(groups))
	}
	for _, g := range groups {
		headings, seen := 0, map[string]bool{}
		for _, n := range g {
			if n.heading {
				headings++
				continue
			}
			if seen[n.text] {
				t.Errorf("%q stands there twice", n.text)
			}
			seen[n.text] = true
		}
		if headings > 1 || len(g) < 2 && headings == 0 {
			t.Errorf("%q: %d headings among %d names", g[0].text, headings, len(g))
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("Zinc (Zn) shortens the common cold.")
	f.Add(strings.Repeat("a-", 5000))
	f.Add("\x00\xff (A(B) TGF-β1 “MI” 1,000.5")
	f.Fuzz(func(t *testing.T, claim string) {
		c := readClaim(Question{Claim: claim})
		if len(c.words) > mostWords {
			t.Errorf("%d words", len(c.words))
		}
		PubMedQuery(claim)
		Abbreviations(claim)
	})
}

// A claim of any size costs no more than its beginning.
func TestMonstrousClaim(t *testing.T) {
	claim := strings.Repeat("zinc\x01 shortens-the cold ", 500_000)
	if n := len(readClaim(Question{Claim: claim}).words); n > mostWords {
		t.Errorf("%d words are looked for", n)
	}
	if n := len(PubMedQuery(claim)); n > 10_000 {
		t.Errorf("the query has %d bytes", n)
	}
}
