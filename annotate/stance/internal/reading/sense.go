package reading

import (
	"strings"
	"sync"
)

// Sense is what a word by itself says of the relation that a sentence reports. A word may say several things.
type Sense uint16

// The senses.
const (
	Up      Sense = 1 << iota // more of what it is about: increases, higher
	Down                      // less of it: reduces, lower, deficiency
	Denial                    // not, no, without, failed
	Same                      // no difference: similar, unchanged
	Doubt                     // may, might, suggests
	Unclear                   // unknown, controversial, warranted
	Bad                       // of an outcome that people want less of: death, pain
	Good                      // of one that they want more of: survival, efficacy
	Relates                   // says that two things go together: associated, linked
	Aims                      // tells what was asked: to investigate, aimed
	Finds                     // tells what was found: showed, conclude
	Beats                     // compares: than, versus, compared
	Valued                    // a direction that is better or worse: less of what is bad, more of what is good, or the reverse
)

// The words by their senses. They are folded to stems, so one form of each will do where the stem is the same.
var senses = map[Sense]string{
	Up: `increase increased increasing increases rise rises rising rose risen raise raised raising elevate elevated elevation enhance enhanced
		enhancement promote promotes promoted promotion induce induces induced induction stimulate stimulated stimulation activate activates activated
		activation upregulate upregulated upregulation up-regulate up-regulated up-regulation augment augmented amplify amplified boost boosted
		strengthen strengthened accelerate accelerated acceleration 
		higher high highest greater greatest great more most larger large largest longer faster gain gained gains accumulate accumulation
		expand expanded expansion extend extended prolong prolonged facilitate facilitated trigger triggers triggered cause causes caused causing
		drive drives driven produce produces stronger strong strongest positive positively overexpress overexpressed overexpression
		excess excessive heighten heightened intensify doubled tripled double twofold superior better best improve improved improves improvement
		require required requires necessary essential enable enabled enables support supports supported contribute contributes
		susceptible susceptibility sensitive sensitivity heavier older earlier additional allow allows stabilize stabilized
		encourage encourages encouraged spur initiate initiates hypersensitive predispose predisposed develop develops presence maintain maintains`,
	Down: `decrease decreased decreasing decreases reduce reduced reduces reducing reduction reductions low lower lowered lowering lowest less least
		fewer fewest smaller small smallest shorter shorten shortened decline declined declines drop dropped fall fell fallen falls diminish diminished
		attenuate attenuated attenuates attenuation suppress suppressed suppresses suppression inhibit inhibited inhibits inhibition inhibitor inhibitors
		inhibitory block blocks blocked blocking blockade prevent prevents prevented prevention preventive impair impaired impairs impairment worsen worsened worsening worse exacerbate exacerbated exacerbation aggravate aggravated abolish
		abolished abrogate abrogated ablate ablated ablation downregulate downregulated downregulation down-regulate down-regulated down-regulation
		lessen lessened minimize minimise minimized mitigate mitigated mitigates alleviate alleviated alleviates ameliorate ameliorated ameliorates
		protect protects protected protection protective inactivate inactivated inactivation deplete depleted depletion eliminate eliminated eliminates
		lose losing lost loss lack lacks lacked lacking deficiency deficient deficit absence absent knockout knockdown silence silenced silencing
		delete deleted deletion weak weaker weaken weakened slow slower slowed slows slowing delay delays delayed delaying inferior poor poorer
		negative negatively inverse inversely antagonize antagonist antagonists repress repressed represses repression shrink shrinks curb cut avoid
		avoided interfere interferes disrupt disrupts disrupted disruption restrict restricted restricts limit limits limited counteract reverse
		reversed reverses relieve relieved relieves insufficient insufficiency degrade degraded degradation clear clearance removal remove removed
		resist resistant resistance immune halt halted stop stops stopped hinder hinders hindered hamper hampered younger later hypo
		decay destabilize insensitive unresponsive ineffective null deficient knockdown free blunted mutant mutants hypo`,
	Denial: `not n't no never neither nor without none cannot nothing fail fails failed failure unable rather false incorrect myth untrue wrong hardly
		scarcely negligible unlikely dispensable unnecessary nonsignificant non-significant insignificant
		incapable unrelated useless impossible`,
	Same: `similar similarly comparable equivalent equal equally unchanged unaffected unaltered unrelated independent independently irrespective
		regardless same identical little marginal minimal noninferior non-inferior noninferiority indistinguishable constant`,
	Doubt:   `may might could possible possibly potential potentially perhaps suggest suggests suggested suggesting seem seems appear appears likely probably hypothesize hypothesized hypothesis believed thought`,
	Unclear: `unknown unclear uncertain controversial controversy inconclusive debated debate conflicting warranted needed elusive unresolved whether lacking insufficient inconsistent`,
	Bad: `death deaths mortality die died dying fatal fatality pain disease diseases risk risks cancer tumor tumour tumors metastasis metastases infection
		infections stroke infarction hypertension diabetes obesity depression anxiety inflammation injury damage toxicity adverse bleeding fracture fractures
		complication complications relapse recurrence progression severity severe symptom symptoms hospitalization hospitalisation failure disability
		dementia atherosclerosis fibrosis apoptosis necrosis stress burden harm harmful side nausea vomiting fatigue transmission spread virus viral
		incidence admission readmission thrombosis sepsis asthma pneumonia`,
	Good: `survival survive benefit benefits beneficial efficacy effective effectiveness recovery recover quality health healthy cure cured heal healing
		protection safety safe tolerability remission response function functional cognition performance satisfaction adherence wellbeing immunity`,
	Relates: `associated association associations associate linked link links correlated correlate correlates correlation related relation relationship
		predict predicts predicted predictor predictive connected dependent depends role involved affect affects affected effect effects influence influences impact`,
	Aims: `investigate investigated aim aimed aims objective objectives purpose evaluate evaluated assess assessed examine examined determine determined explore
		explored study studied sought hypothesized test tested compare question background methods method design setting randomized randomised recruited enrolled
		participants measured collected`,
	Finds: `found find finding findings show shows showed shown demonstrate demonstrates demonstrated demonstrating reveal reveals revealed conclude conclusion
		conclusions results result observed observe indicate indicates indicated report reported identify identified confirm confirmed confirms provide
		evidence significantly significant interpretation discovered here`,
	Valued: `superior better best improve improved improves improvement worsen worsened worsening worse exacerbate exacerbated exacerbation aggravate
		aggravated inferior poor poorer benefit`,
	Beats: `than versus vs vs. compared comparison relative against`,
}

// sensesByStem is the lexicon, which is put together when it is first asked for.
var sensesByStem = sync.OnceValue(func() map[string]Sense {
	m := map[string]Sense{}
	for sense, words := range senses {
		for w := range strings.FieldsSeq(words) {
			m[stem(w)] |= sense
		}
	}
	for stem, exact := range exceptions {
		m[stem] = exact
	}
	return m
})

// exceptions are stems that several words share of which one says nothing, and words of the lexicon that say less than their list.
var exceptions = map[string]Sense{
	"effect": Relates, // effective and effect are one stem
	"like":   0,
	"result": Finds,
	"here":   Finds,
}

// opposites are pairs of words that can't both be true of one thing, beside what Up and Down tell.
var opposites = [][2]string{
	{"before", "after"}, {"early", "late"}, {"positive", "negative"}, {"sensitive", "resistant"}, {"agonist", "antagonist"},
	{"mild", "severe"}, {"acute", "chronic"}, {"safe", "harmful"}, {"safe", "unsafe"}, {"effective", "ineffective"}, {"essential", "dispensable"},
	{"present", "absent"}, {"possible", "impossible"}, {"common", "rare"}, {"dependent", "independent"}, {"normal", "abnormal"},
	{"homozygous", "heterozygous"}, {"always", "never"}, {"all", "none"}, {"more", "less"}, {"higher", "lower"}, {"increase", "decrease"},
	{"short", "long"}, {"same", "different"}, {"similar", "different"}, {"natural", "artificial"}, {"natural", "laboratory"}, {"inside", "outside"},
	{"proximal", "distal"}, {"internal", "external"}, {"methylated", "demethylated"}, {"phosphorylation", "dephosphorylation"},
	{"benefit", "harm"}, {"protect", "risk"}, {"activator", "inhibitor"}, {"oncogene", "suppressor"}, {"minor", "major"}, {"old", "young"},
	{"hypothyroidism", "hyperthyroidism"}, {"stable", "unstable"}, {"survival", "mortality"}, {"gain", "loss"}, {"begin", "end"}, {"hot", "cold"},
}

var oppositeOf = sync.OnceValue(func() map[string][]string {
	m := map[string][]string{}
	for _, pair := range opposites {
		a, b := stem(pair[0]), stem(pair[1])
		m[a], m[b] = append(m[a], b), append(m[b], a)
	}
	return m
})

// Opposite says whether two words, given by their stems, exclude one another.
func Opposite(a, b string) bool {
	for _, o := range oppositeOf()[a] {
		if o == b {
			return true
		}
	}
	return false
}

// Directs says whether a word, given by its stem, gives a direction or denies.
func Directs(stem string) bool { return sensesByStem()[stem]&(Up|Down|Denial|Same) != 0 }
