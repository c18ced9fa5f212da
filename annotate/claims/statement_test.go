package claims

import (
	"slices"
	"testing"
)

// said is what a sentence states: "quote => text" of every statement, or the quote alone where the text is the quote in the
// form of a sentence.
func said(text string) []string {
	p := newParse(text)
	body, front, _ := p.content(p.all())
	var out []string
	for _, s := range p.statements(body) {
		if s.front.empty() && s.quote.from == body.from {
			s.front = front
		}
		quote, alone := p.source(s.quote), p.render(s)
		if alone == sentence(quote) {
			out = append(out, quote)
		} else {
			out = append(out, quote+" => "+alone)
		}
	}
	return out
}

// pattern is a sentence with what it states.
type pattern struct {
	name, text string
	want       []string
}

func checkPatterns(t *testing.T, patterns []pattern) {
	t.Helper()
	for _, tt := range patterns {
		t.Run(tt.name, func(t *testing.T) {
			if got := said(tt.text); !slices.Equal(got, tt.want) {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}

// What is one statement already comes out as it is.
func TestAtomic(t *testing.T) {
	for _, text := range []string{
		"Dialysis does not cure kidney failure.",
		"Statins lower the risk of heart attack and stroke.",
		"Severe vitamin D deficiency causes rickets in children and soft bones in adults.",
		"The drug prevents or delays the disease.",
		"Nausea, itching and breathlessness are common symptoms of the disease.",
		"When the yearly average was 5 micrograms higher, strokes were 11 percent more common.",
		"People who take insulin should not fast without talking to their doctor.",
		"About 2 in 100,000 people fall ill each year.",
		"Masks that seal tightly filter out most fine particles.",
		"Changes in air pressure trigger migraine attacks.",
		"Air purifiers lower the concentration of particles indoors by about half.",
		"Patients treated with the drug lived longer.",
		"Sauerkraut contains live bacteria only if it has not been heated.",
		"20 people have to take the capsules so that one of them is spared.",
		"There is no cure and little treatment for the disease.",
		"Statins reduced molecules that are elevated in liver disease.",
		"The cells come from umbilical cords donated after healthy births.",
		"It works as well as a beta blocker.",
	} {
		if got := said(text); len(got) != 1 || sentence(got[0]) != text {
			t.Errorf("%q: got %q", text, got)
		}
	}
}

func TestConjuncts(t *testing.T) {
	checkPatterns(t, []pattern{
		{"behind a modal", "These cells can repair the pancreas, regulate blood sugar and help the kidneys.", []string{
			"These cells can repair the pancreas",
			"regulate blood sugar => These cells can regulate blood sugar.",
			"help the kidneys => These cells can help the kidneys.",
		}},
		{"means", "The kidney works by secreting hormones, regulating blood pressure, and promoting red blood cells.", []string{
			"The kidney works by secreting hormones",
			"regulating blood pressure => The kidney works by regulating blood pressure.",
			"promoting red blood cells => The kidney works by promoting red blood cells.",
		}},
		{"a series without and", "Relieve the pressure, open the vessels, lower the heart rate.", []string{
			"Relieve the pressure", "open the vessels", "lower the heart rate",
		}},
		{"in the present", "Low blood pressure occurs in one in five sessions and causes dizziness, cramps or vomiting.", []string{
			"Low blood pressure occurs in one in five sessions",
			"causes dizziness, cramps or vomiting => Low blood pressure causes dizziness, cramps or vomiting.",
		}},
		{"in the past", "The treatment reduced the stay in hospital and lowered the death rate.", []string{
			"The treatment reduced the stay in hospital",
			"lowered the death rate => The treatment lowered the death rate.",
		}},
		{"behind to", "The drugs are used to manage cholesterol and reduce the risk of stroke.", []string{
			"The drugs are used to manage cholesterol",
			"reduce the risk of stroke => The drugs are used to reduce the risk of stroke.",
		}},
		{"behind a comma the subject's own", "Stem cells use their potential to produce offspring, and repair damaged tissue.", []string{
			"Stem cells use their potential to produce offspring",
			"repair damaged tissue => Stem cells repair damaged tissue.",
		}},
		{"a modal of its own", "Opioids work no better than a placebo and can lead to dependence.", []string{
			"Opioids work no better than a placebo",
			"can lead to dependence => Opioids can lead to dependence.",
		}},
		{"with a phrase before", "In severely ill patients the bacteria can enter the blood and cause sepsis.", []string{
			"In severely ill patients the bacteria can enter the blood",
			"cause sepsis => In severely ill patients the bacteria can cause sepsis.",
		}},
		{"two verbs with one object", "Early treatment helps to control and delay the disease, and reduce the pain.", []string{
			"Early treatment helps to control and delay the disease",
			"reduce the pain => Early treatment helps to reduce the pain.",
		}},
		{"a condition is not cut", "If you sleep well, eat fruit and drink water, the tablet adds nothing to your health.", []string{
			"If you sleep well, eat fruit and drink water, the tablet adds nothing to your health",
		}},
		{"an adjective is no verb", "There is little evidence that statins affect survival, but clear evidence of harm.", []string{
			"There is little evidence that statins affect survival, but clear evidence of harm",
		}},
	})
}

func TestClauses(t *testing.T) {
	checkPatterns(t, []pattern{
		{"but", "Painkillers bring relief, but they can cause bleeding in the stomach.", []string{
			"Painkillers bring relief", "they can cause bleeding in the stomach",
		}},
		{"and without a comma", "One patient had two veins with clots and one patient required a patch.", []string{
			"One patient had two veins with clots", "one patient required a patch",
		}},
		{"semicolon", "In the first group, 61 people broke a bone; in the second group it was 63.", []string{
			"In the first group, 61 people broke a bone", "in the second group it was 63",
		}},
		{"because", "The body never rejects these cells, because they carry no markers.", []string{
			"The body never rejects these cells", "they carry no markers",
		}},
		{"while, first", "While complications were rare, they are not avoidable.", []string{
			"complications were rare", "they are not avoidable",
		}},
		{"while, for a time", "The cancer is hard to detect while it is still small.", []string{
			"The cancer is hard to detect while it is still small",
		}},
		{"three without and", "Their itching disappears, their appetite returns and their skin gets a healthy colour.", []string{
			"Their itching disappears", "their appetite returns", "their skin gets a healthy colour",
		}},
		{"and within a condition", "Treatment begins when the kidneys fail and symptoms such as nausea appear.", []string{
			"Treatment begins when the kidneys fail and symptoms such as nausea appear",
		}},
		{"colon", "Choose ground coffee: it protects the liver.", []string{"Choose ground coffee", "it protects the liver"}},
		{"so that", "It opens the vessels, so that the blood can flow again.", []string{"It opens the vessels", "the blood can flow again"}},
	})
}

func TestAsides(t *testing.T) {
	checkPatterns(t, []pattern{
		{"which, last", "It raises the level of calcium in the blood, which may damage the kidneys.", []string{
			"It raises the level of calcium in the blood",
			"may damage the kidneys => The blood may damage the kidneys.",
		}},
		{"which, inside", "The test, which measures a hormone, predicts the menopause within months of its coming.", []string{
			"The test, which measures a hormone, predicts the menopause within months of its coming => The test predicts the menopause within months of its coming.",
			"measures a hormone => The test measures a hormone.",
		}},
		{"which, as object", "Exercise brings a gain of 13 points, which most patients would notice.", []string{
			"Exercise brings a gain of 13 points",
			"most patients would notice => Most patients would notice 13 points.",
		}},
		{"which speaks of a number", "The loss accounts for the majority, which can cause symptoms.", []string{
			"The loss accounts for the majority",
			"can cause symptoms => The loss can cause symptoms.",
		}},
		{"which is why", "Dialysis does not replace hormones, which is why many patients become anaemic.", []string{
			"Dialysis does not replace hormones", "many patients become anaemic",
		}},
		{"who, of a person", "Statins work, says Dr. Lund, who runs a clinic.", []string{"Statins work"}},
		{"thus", "The hormone can promote red blood cells, thus alleviating anaemia.", []string{
			"The hormone can promote red blood cells",
			"alleviating anaemia => The hormone can alleviate anaemia.",
		}},
		{"result in the present", "Dialysis takes over the work of the kidneys, removing waste and lowering pressure.", []string{
			"Dialysis takes over the work of the kidneys",
			"removing waste => Dialysis removes waste.",
			"lowering pressure => Dialysis lowers pressure.",
		}},
		{"meaning that", "The rates were alike, meaning that history made no difference.", []string{
			"The rates were alike", "history made no difference",
		}},
		{"apposition, last", "Fasting switches on autophagy, a process in which cells digest their waste.", []string{
			"Fasting switches on autophagy",
			"a process in which cells digest their waste => Autophagy is a process in which cells digest their waste.",
		}},
		{"long apposition, inside", "The body clock, a cluster of nerve cells above the optic nerves, takes its cue from light.", []string{
			"a cluster of nerve cells above the optic nerves => The body clock is a cluster of nerve cells above the optic nerves.",
			"takes its cue from light => The body clock takes its cue from light.",
		}},
		{"brackets", "It lowers inflammation in the endothelium (cells that line the blood vessels).", []string{
			"It lowers inflammation in the endothelium",
			"cells that line the blood vessels => The endothelium is cells that line the blood vessels.",
		}},
		{"an abbreviation is no explanation", "It lowers low-density lipoprotein (LDL) within weeks.", []string{
			"It lowers low-density lipoprotein (LDL) within weeks",
		}},
		{"a name is no explanation", "It lowers cholesterol (also called the silent killer).", []string{
			"It lowers cholesterol (also called the silent killer)",
		}},
		{"despite", "Despite pancreatic cancer representing 3% of all cases, many people die from it.", []string{
			"pancreatic cancer representing 3% of all cases => Pancreatic cancer represents 3% of all cases.",
			"many people die from it",
		}},
		{"with", "The average age is 51, with ovulation in most women ending before 60.", []string{
			"The average age is 51",
			"ovulation in most women ending before 60 => Ovulation in most women ends before 60.",
		}},
	})
}

func TestAttribution(t *testing.T) {
	checkPatterns(t, []pattern{
		{"that", "The researchers also found that statins lower the risk.", []string{"statins lower the risk"}},
		{"without that", "Neal said treating children with statins would curb the risk.", []string{"treating children with statins would curb the risk"}},
		{"have shown", "Previous studies have shown that the drug works.", []string{"the drug works"}},
		{"twice", "Lund said the results showed that the drug works.", []string{"the drug works"}},
		{"according to, first", "According to the study, coffee protects the liver.", []string{"coffee protects the liver"}},
		{"according to, last", "Coffee protects the liver, according to the study.", []string{"Coffee protects the liver"}},
		{"quotation", "“The drug saves lives,” said Dr. Lund of the clinic.", []string{"The drug saves lives"}},
		{"quotation behind a colon", "Professor Ray, of the college, said: “Statins reduce the risk of death.”", []string{"Statins reduce the risk of death"}},
		{"last", "Some patients may live longer, a study from Britain suggests.", []string{"Some patients may live longer"}},
		{"it is known", "It is well known that salt raises blood pressure.", []string{"salt raises blood pressure"}},
		{"convinced", "I am convinced that screening is necessary.", []string{"screening is necessary"}},
		{"the good news", "The good news is that most people recover within six weeks.", []string{"most people recover within six weeks"}},
		{"with a front", "In older people, studies show that the drug works.", []string{"the drug works => In older people, the drug works."}},
		{"a later one", "The drug works, but the authors suspect it harms the liver.", []string{"The drug works", "it harms the liver"}},
		{"of a later predicate", "The study supports screening, and suggests that statins save lives.", []string{"The study supports screening", "statins save lives"}},
		{"denied", "This study can't prove that statins extended life.", []string{"This study can't prove that statins extended life"}},
		{"not all", "Not all doctors agree that screening works.", []string{"Not all doctors agree that screening works"}},
		{"connective", "For example, salt raises blood pressure.", []string{"salt raises blood pressure"}},
		{"connective inside", "Salt, however, raises blood pressure.", []string{"Salt, however, raises blood pressure => Salt raises blood pressure."}},
		{"quotation marks around a word", "It lowers “bad” cholesterol.", []string{"It lowers “bad” cholesterol"}},
	})
}

func TestSentenceForm(t *testing.T) {
	for in, want := range map[string]string{
		"statins  work":        "Statins work.",
		"p53 stops tumours":    "p53 stops tumours.",
		"mRNA carries it ,":    "mRNA carries it.",
		"anti-CD20 drugs help": "Anti-CD20 drugs help.",
		"émigrés live longer.": "Émigrés live longer.",
		"it works –":           "It works.",
	} {
		if got := sentence(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}
