package claims

import (
	"slices"
	"strings"
	"testing"

	"claimlens/annotate/syntax"
)

// Each construction of the grammar, with what it states.

func TestCoordination(t *testing.T) {
	checkPatterns(t, []pattern{
		{"three in the present", "Green tea lowers blood pressure, eases anxiety and improves sleep.", []string{
			"Green tea lowers blood pressure",
			"eases anxiety => Green tea eases anxiety.",
			"improves sleep => Green tea improves sleep.",
		}},
		{"a passive behind a passive", "Aspirin is taken daily and has been linked to bleeding.", []string{
			"Aspirin is taken daily",
			"has been linked to bleeding => Aspirin has been linked to bleeding.",
		}},
		{"one auxiliary for two participles", "The drug was tested in mice and found to be safe.", []string{
			"The drug was tested in mice",
			"found to be safe => The drug was found to be safe.",
		}},
		{"denied", "The gel may reduce swelling, but does not heal the wound.", []string{
			"The gel may reduce swelling",
			"does not heal the wound => The gel does not heal the wound.",
		}},
		{"a time for both", "After surgery, exercise can restore the muscles and prevent blood clots.", []string{
			"After surgery, exercise can restore the muscles",
			"prevent blood clots => After surgery, exercise can prevent blood clots.",
		}},
		{"behind a relative clause with a participle", "Statins reduced proteins that are elevated in liver disease and improved inflammation of the vessels.", []string{
			"Statins reduced proteins that are elevated in liver disease",
			"improved inflammation of the vessels => Statins improved inflammation of the vessels.",
		}},
		{"the number of the verb chooses its subject", "These scores show how fast air can leave the lung and are a measure of its health.", []string{
			"These scores show how fast air can leave the lung",
			"are a measure of its health => These scores are a measure of its health.",
		}},
		{"nouns stay together", "The drug relieves pain, fever and swelling of the joints.", []string{
			"The drug relieves pain, fever and swelling of the joints",
		}},
		{"adjectives stay together", "The treatment is safe and effective in children.", []string{
			"The treatment is safe and effective in children",
		}},
		{"not in a relative clause", "These are women who took the vitamin and gave up smoking.", []string{
			"These are women who took the vitamin and gave up smoking",
		}},
	})
}

func TestClausesByTree(t *testing.T) {
	checkPatterns(t, []pattern{
		{"and", "Smoking raises the risk of stroke, and alcohol damages the liver.", []string{
			"Smoking raises the risk of stroke", "alcohol damages the liver",
		}},
		{"a subject with a relative clause", "Surgery carries a risk of death, and the drugs that prevent rejection make infections likely.", []string{
			"Surgery carries a risk of death", "the drugs that prevent rejection make infections likely",
		}},
		{"a list as the subject", "The trials found no effect; but study size, duration, and compliance may have played a part.", []string{
			"The trials found no effect", "study size, duration, and compliance may have played a part",
		}},
		{"although, first", "Although the trial was small, the drug worked.", []string{"the trial was small", "the drug worked"}},
		{"a condition is not cut", "If the fever lasts, the child needs a doctor.", []string{"If the fever lasts, the child needs a doctor"}},
		{"a time is not cut", "After the virus enters the cells, it copies itself.", []string{"After the virus enters the cells, it copies itself"}},
		{"as, of time", "As the damage progresses, the joints become stiff and lose their strength.", []string{
			"As the damage progresses, the joints become stiff",
			"lose their strength => As the damage progresses, the joints lose their strength.",
		}},
		{"a phrase is no subject", "The pill can ease, and in some cases replace, the use of opioids.", []string{
			"The pill can ease, and in some cases replace, the use of opioids",
		}},
		{"a pronoun before its noun", "While it lowers blood sugar, metformin is safe for the kidneys.", []string{
			"it lowers blood sugar", "metformin is safe for the kidneys",
		}},
		{"a dash", "Neither drug appeared better than the other -- but aspirin has some advantages.", []string{
			"Neither drug appeared better than the other", "aspirin has some advantages",
		}},
	})
}

func TestRelativeClauses(t *testing.T) {
	checkPatterns(t, []pattern{
		{"inside", "Metformin, which lowers blood sugar, protects the kidneys.", []string{
			"lowers blood sugar => Metformin lowers blood sugar.",
			"protects the kidneys => Metformin protects the kidneys.",
		}},
		{"its verb chooses the noun", "The damage hurts the cells of the kidneys, which raises the blood pressure.", []string{
			"The damage hurts the cells of the kidneys",
			"raises the blood pressure => The damage raises the blood pressure.",
		}},
		{"restrictive", "The patients who took the drug lived longer.", []string{"The patients who took the drug lived longer"}},
		{"restrictive with that", "Cells that carry the gene resist the drug.", []string{"Cells that carry the gene resist the drug"}},
		{"all of which", "Cancer patients suffer weight loss, depression, and poor nutrition, all of which are harmful to recovery.", []string{
			"Cancer patients suffer weight loss, depression, and poor nutrition",
			"are harmful to recovery => Weight loss, depression, and poor nutrition are harmful to recovery.",
		}},
		{"both of which, of two statements", "Men with asthma often take steroids, both of which increase their risk of fractures.", []string{
			"Men with asthma often take steroids, both of which increase their risk of fractures",
		}},
	})
}

func TestResults(t *testing.T) {
	checkPatterns(t, []pattern{
		{"plural", "Statins lower cholesterol, reducing the risk of stroke.", []string{
			"Statins lower cholesterol", "reducing the risk of stroke => Statins reduce the risk of stroke.",
		}},
		{"past", "The drug opened the arteries, thereby restoring the blood flow.", []string{
			"The drug opened the arteries", "restoring the blood flow => The drug restored the blood flow.",
		}},
		{"modal", "The hormone can promote red blood cells, thus alleviating the anaemia.", []string{
			"The hormone can promote red blood cells", "alleviating the anaemia => The hormone can alleviate the anaemia.",
		}},
		{"two", "Dialysis cleans the blood, removing salt and lowering its pressure.", []string{
			"Dialysis cleans the blood",
			"removing salt => Dialysis removes salt.",
			"lowering its pressure => Dialysis lowers its pressure.",
		}},
		{"behind a condition", "After the cells enter the vessels, the kidney sends out a signal, prompting the cells to divide.", []string{
			"After the cells enter the vessels, the kidney sends out a signal",
			"prompting the cells to divide => The kidney prompts the cells to divide.",
		}},
		{"a means is none", "The nurses treated the wound, using a gel.", []string{"The nurses treated the wound, using a gel"}},
	})
}

func TestAppositions(t *testing.T) {
	checkPatterns(t, []pattern{
		{"inside", "Anaemia, a lack of red blood cells, makes people tired.", []string{
			"a lack of red blood cells => Anaemia is a lack of red blood cells.",
			"makes people tired => Anaemia makes people tired.",
		}},
		{"in brackets", "Ghrelin (a hormone of the stomach) increases appetite.", []string{
			"a hormone of the stomach => Ghrelin is a hormone of the stomach.",
			"increases appetite => Ghrelin increases appetite.",
		}},
		{"with a relative clause", "Lungs may fill with pus, a fluid that blocks the oxygen.", []string{
			"Lungs may fill with pus", "a fluid that blocks the oxygen => Pus is a fluid that blocks the oxygen.",
		}},
		{"examples in brackets", "The patients described smells (including onions and soap) as weak.", []string{
			"The patients described smells (including onions and soap) as weak",
		}},
		{"a name", "The disease, the Lund Syndrome, damages the nerves.", []string{
			"The disease, the Lund Syndrome, damages the nerves => The disease damages the nerves.",
		}},
		{"a list is none", "The risk was lower for stroke, a heart attack, and kidney failure.", []string{
			"The risk was lower for stroke, a heart attack, and kidney failure",
		}},
	})
}

func TestSources(t *testing.T) {
	checkPatterns(t, []pattern{
		{"inserted", "Coffee, the study found, protects the liver.", []string{"protects the liver => Coffee protects the liver."}},
		{"according to, inserted", "The operation caused no complications, according to the trial, in any of the patients.", []string{
			"The operation caused no complications, according to the trial, in any of the patients => The operation caused no complications, in any of the patients.",
		}},
		{"this suggests", "This suggests the tests may detect the disease.", []string{"the tests may detect the disease"}},
		{"behind an insertion", "Dr. Lund, the head of the clinic, added, “The pill works in children.”", []string{"The pill works in children"}},
		{"a noun by its tag", "The authors note that garlic lowers the fever.", []string{"garlic lowers the fever"}},
		{"turned round", "Montmorency cherries may improve gut health, suggests a first human trial.", []string{"Montmorency cherries may improve gut health"}},
		{"of two verbs", "The study adds new facts and suggests that the dose may be too low.", []string{"The study adds new facts", "the dose may be too low"}},
	})
}

// A tagger that has seen other texts takes these verbs for nouns, adjectives or participles.
func TestMend(t *testing.T) {
	for _, tt := range []struct{ text, word, want string }{
		{"Garlic lowers the fever.", "lowers", "VBZ"},
		{"Their itching disappears, their appetite returns and their skin clears.", "returns", "VBZ"},
		{"The drugs that prevent rejection make infections likely.", "make", "VBP"},
		{"Changes in air pressure trigger migraine attacks.", "trigger", "VBP"},
		{"The number of days fell by 4.1 a month.", "fell", "VBD"},
		{"Statins lower the risk of heart attack and stroke.", "lower", "VBP"},
		{"Calcium and vitamin D together lower the risk of hip fracture.", "lower", "VBP"},
		{"Many of them cause dependence within weeks.", "cause", "VBP"},
		{"They found that compared with the placebo, there was no risk.", "compared", "VBN"},
		{"The treatment is good for the lungs and psychiatric mood disorders.", "disorders", "NNS"},
		{"Patients treated with the drug lived longer.", "treated", "VBN"},
		{"There is a link between taste and smell that is weak.", "smell", "NN"},
	} {
		words := syntax.Words(tt.text)
		syntax.Tag(words)
		mend(words)
		i := slices.IndexFunc(words, func(w syntax.Word) bool { return w.Form == tt.word })
		if words[i].Penn != tt.want {
			t.Errorf("%q: got %s for %q, want %s", tt.text, words[i].Penn, tt.word, tt.want)
		}
	}
}

func TestReasons(t *testing.T) {
	for _, tt := range []struct{ text, claim, want string }{
		{"Green tea lowers blood pressure, eases anxiety and improves sleep.", "Green tea eases anxiety.", "second of three predicates that share a subject"},
		{"Green tea lowers blood pressure, eases anxiety and improves sleep.", "Green tea eases anxiety.", "its subject is taken from the sentence: “Green tea”"},
		{"Metformin lowers blood sugar. It also protects the kidneys.", "Metformin also protects the kidneys.", "“It” stands for metformin, said before"},
		{"It also protects the kidneys.", "It also protects the kidneys.", "“It” stands for something said before, and the article does not surely say what"},
		{"Metformin, which lowers blood sugar, is a drug.", "Metformin lowers blood sugar.", "relative clause that states a fact of its own about “Metformin”"},
		{"Lund said salt raises the pressure of the blood.", "Salt raises the pressure of the blood.", "leaves out who says so: “Lund said”"},
		{"Statins lower cholesterol, reducing the risk of stroke.", "Statins reduce the risk of stroke.", "says what comes of it; its subject is taken from the sentence: “Statins”"},
		{"Ghrelin (a hormone of the stomach) increases appetite.", "Ghrelin is a hormone of the stomach.", "explains “Ghrelin”"},
		{"Smoking raises the risk of stroke, and alcohol damages the liver.", "Alcohol damages the liver.", "second of two clauses of its sentence"},
		{"Patients on dialysis should not fast, because their blood sugar can fall.", "The blood sugar of patients on dialysis can fall.", "“their blood sugar” stands for the blood sugar of patients on dialysis, said before"},
	} {
		found := false
		for _, d := range extract(t, Config{}, article(tt.text)) {
			found = found || d.Text == tt.claim && slices.Contains(d.Reasons, tt.want)
			if d.Text == tt.claim && !slices.Contains(d.Reasons, tt.want) {
				t.Errorf("%q: got %q", tt.claim, d.Reasons)
			}
		}
		if !found {
			t.Errorf("%q: got %q, want %q because it %q", tt.text, texts(extract(t, Config{}, article(tt.text))), tt.claim, tt.want)
		}
	}
}

// What nobody wrote as a sentence costs no more than its length, and yields no quote that is not there.
func TestMonsters(t *testing.T) {
	for name, text := range map[string]string{
		"a long article":       strings.Repeat("Salt raises blood pressure, harms the kidneys and weakens the heart. It also hardens the vessels.\n\n", 2000),
		"a long sentence":      strings.Repeat("salt raises blood pressure and ", 1000) + "harms.",
		"brackets":             "Salt " + strings.Repeat("(", 5000) + strings.Repeat(")", 5000) + " harms.",
		"closed brackets":      "Salt harms " + strings.Repeat("(it) ", 3000) + ".",
		"deep coordination":    "Salt raises " + strings.Repeat("the risk of stroke and lowers ", 35) + "the pulse.",
		"deep clauses":         strings.Repeat("Lund said that ", 70) + "salt harms.",
		"commas":               "Salt" + strings.Repeat(",", 1000) + " harms.",
		"a comma a word":       strings.Repeat("harms, ", 110) + "salt.",
		"quotation marks":      strings.Repeat("“", 500) + "Salt harms" + strings.Repeat("”", 500) + ".",
		"semicolons":           strings.Repeat("it harms; ", 110) + ".",
		"nothing but relative": strings.Repeat("which ", 110) + ".",
	} {
		t.Run(name, func(t *testing.T) {
			a := article(text)
			check(t, a, extract(t, Config{All: true}, a))
		})
	}
}
