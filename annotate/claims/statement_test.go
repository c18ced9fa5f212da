package claims

import (
	"slices"
	"testing"
)

// said is what a sentence states: "quote => text" of every statement, or the quote alone where the text is the quote in the
// form of a sentence.
func said(text string) []string {
	p := newParse(text)
	body, told := p.content(p.all())
	var out []string
	for _, s := range p.statements(body) {
		s = s.told(told, s.front.empty() && s.quote.from == body.from)
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
		"There is no vaccine and little help against gout.",
		"Garlic reduced the pain that is common in gout.",
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
		{"behind a modal", "The cream can soothe the skin, protect the cells and help the nails.", []string{
			"The cream can soothe the skin",
			"protect the cells => The cream can protect the cells.",
			"help the nails => The cream can help the nails.",
		}},
		{"means", "The cream works by cooling the skin, closing the pores, and protecting young cells.", []string{
			"The cream works by cooling the skin",
			"closing the pores => The cream works by closing the pores.",
			"protecting young cells => The cream works by protecting young cells.",
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
		{"behind to", "The tablets are used to calm the stomach and prevent ulcers of the gut.", []string{
			"The tablets are used to calm the stomach",
			"prevent ulcers of the gut => The tablets are used to prevent ulcers of the gut.",
		}},
		{"behind a comma the subject's own", "Bacteria use the sugar to produce acid, and attack the teeth.", []string{
			"Bacteria use the sugar to produce acid",
			"attack the teeth => Bacteria attack the teeth.",
		}},
		{"a modal of its own", "Opioids work no better than a placebo and can lead to dependence.", []string{
			"Opioids work no better than a placebo",
			"can lead to dependence => Opioids can lead to dependence.",
		}},
		{"with a phrase before", "In severely ill patients the bacteria can enter the blood and cause sepsis.", []string{
			"In severely ill patients the bacteria can enter the blood",
			"cause sepsis => In severely ill patients the bacteria can cause sepsis.",
		}},
		{"two verbs with one object", "Cool air helps to calm and dry the skin, and ease the itching.", []string{
			"Cool air helps to calm and dry the skin",
			"ease the itching => Cool air helps to ease the itching.",
		}},
		{"a condition is not cut", "If you sleep well, eat fruit and drink water, the tablet adds nothing to your health.", []string{
			"If you sleep well, eat fruit and drink water, the tablet adds nothing to your health",
		}},
		{"an adjective is no verb", "Masks bring little relief from colds, but higher costs.", []string{
			"Masks bring little relief from colds, but higher costs",
		}},
		{"the same noun contrasted", "There is little proof that masks prevent colds, but clear proof of harm.", []string{
			"There is little proof that masks prevent colds",
			"clear proof of harm => There is clear proof of harm.",
		}},
	})
}

func TestClauses(t *testing.T) {
	checkPatterns(t, []pattern{
		{"but", "Painkillers bring relief, but they can cause bleeding in the stomach.", []string{
			"Painkillers bring relief", "they can cause bleeding in the stomach",
		}},
		{"and without a comma", "One child had a rash on both arms and one child needed oxygen.", []string{
			"One child had a rash on both arms", "one child needed oxygen",
		}},
		{"semicolon", "In the first group, 61 people broke a bone; in the second group it was 63.", []string{
			"In the first group, 61 people broke a bone", "in the second group it was 63",
		}},
		{"because", "The body never rejects these cells, because they carry no markers.", []string{
			"The body never rejects these cells", "they carry no markers",
		}},
		{"while, first", "While colds are harmless, they are a burden.", []string{
			"colds are harmless", "they are a burden",
		}},
		{"while, for a time", "The rash is easy to treat while it is still small.", []string{
			"The rash is easy to treat while it is still small",
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
			"may damage the kidneys => It may damage the kidneys.",
		}},
		{"which, inside", "The scan, which measures bone density, predicts fractures within months of their coming.", []string{
			"The scan, which measures bone density, predicts fractures within months of their coming => The scan predicts fractures within months of their coming.",
			"measures bone density => The scan measures bone density.",
		}},
		{"which, as object", "Exercise brings a gain of 13 points, which most patients would notice.", []string{
			"Exercise brings a gain of 13 points",
			"most patients would notice => Most patients would notice 13 points.",
		}},
		{"which speaks of the clause", "The pain lasts most of the time, which can cause stress.", []string{
			"The pain lasts most of the time",
			"can cause stress => The pain can cause stress.",
		}},
		{"which is why", "Dialysis does not replace hormones, which is why many patients become anaemic.", []string{
			"Dialysis does not replace hormones", "many patients become anaemic",
		}},
		{"who, of a person", "Statins work, says Dr. Lund, who runs a clinic.", []string{"Statins work"}},
		{"thus", "The cream can close the pores, thus easing the itching.", []string{
			"The cream can close the pores",
			"easing the itching => The cream can ease the itching.",
		}},
		{"result in the present", "Dialysis takes over the work of the kidneys, removing waste and lowering pressure.", []string{
			"Dialysis takes over the work of the kidneys",
			"removing waste => Dialysis removes waste.",
			"lowering pressure => Dialysis lowers pressure.",
		}},
		{"meaning that", "The groups were alike, meaning that the tea made no difference.", []string{
			"The groups were alike", "the tea made no difference",
		}},
		{"apposition, last", "Fasting switches on autophagy, a process in which cells digest their waste.", []string{
			"Fasting switches on autophagy",
			"a process in which cells digest their waste => Autophagy is a process in which cells digest their waste.",
		}},
		{"long apposition, inside", "The body clock, a cluster of nerve cells above the optic nerves, takes its cue from light.", []string{
			"a cluster of nerve cells above the optic nerves => The body clock is a cluster of nerve cells above the optic nerves.",
			"takes its cue from light => The body clock takes its cue from light.",
		}},
		{"brackets", "It strengthens the cornea (tissue that covers the eye in front).", []string{
			"It strengthens the cornea",
			"tissue that covers the eye in front => The cornea is tissue that covers the eye in front.",
		}},
		{"an abbreviation is no explanation", "It lowers low-density lipoprotein (LDL) within weeks.", []string{
			"It lowers low-density lipoprotein (LDL) within weeks",
		}},
		{"a name is no explanation", "It lowers cholesterol (also called the silent killer).", []string{
			"It lowers cholesterol (also called the silent killer)",
		}},
		{"despite", "Despite malaria causing 3% of all fevers, many people die from it.", []string{
			"malaria causing 3% of all fevers => Malaria causes 3% of all fevers.",
			"many people die from it",
		}},
		{"with", "The average stay is 4 days, with recovery in most patients ending within a month.", []string{
			"The average stay is 4 days",
			"recovery in most patients ending within a month => Recovery in most patients ends within a month.",
		}},
	})
}

func TestAttribution(t *testing.T) {
	checkPatterns(t, []pattern{
		{"that", "The researchers also found that garlic lowers the fever.", []string{"garlic lowers the fever"}},
		{"without that", "Amari said treating gout with cherries would ease the pain.", []string{"treating gout with cherries would ease the pain"}},
		{"have shown", "Previous studies have shown that the drug works.", []string{"the drug works"}},
		{"twice", "Lund said the results showed that the drug works.", []string{"the drug works"}},
		{"according to, first", "According to the study, coffee protects the liver.", []string{"coffee protects the liver"}},
		{"according to, last", "Coffee protects the liver, according to the study.", []string{"Coffee protects the liver"}},
		{"quotation", "“The drug saves lives,” said Dr. Lund of the clinic.", []string{"The drug saves lives"}},
		{"quotation behind a colon", "Professor Ode, of the institute, said: “Garlic wards off colds.”", []string{"Garlic wards off colds"}},
		{"last", "Some children may grow faster, a survey from Peru suggests.", []string{"Some children may grow faster"}},
		{"it is known", "It is well known that salt raises blood pressure.", []string{"salt raises blood pressure"}},
		{"certain", "I am certain that sleep is necessary.", []string{"sleep is necessary"}},
		{"the good news", "The good news is that most people recover within six weeks.", []string{"most people recover within six weeks"}},
		{"with a front", "In older people, studies show that the drug works.", []string{"the drug works => In older people, the drug works."}},
		{"a later one", "The drug works, but the authors suspect it harms the liver.", []string{"The drug works", "it harms the liver"}},
		{"of a later predicate", "The review defends naps, and suggests that walks sharpen the mind.", []string{"The review defends naps", "walks sharpen the mind"}},
		{"denied", "This survey can't prove that tea cured anyone.", []string{"This survey can't prove that tea cured anyone"}},
		{"not all", "Not all nurses agree that garlic works.", []string{"Not all nurses agree that garlic works"}},
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
