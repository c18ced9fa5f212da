package reading

import (
	"slices"
	"strings"
	"sync"

	"claimlens/annotate/synonyms"
)

// kin are words that name one thing in claims and papers, a group a line. A group is about what readers and researchers
// call differently; what differs in its ending only is one stem anyway.
const kin = `
	death mortality die fatal fatality lethality lethal deceased
	cancer tumor tumour carcinoma neoplasm malignancy malignant neoplastic tumorigenesis oncogenesis
	drug medication medicine pharmaceutical
	treatment therapy treat therapeutic intervention
	kidney renal nephropathy
	liver hepatic hepatocyte
	heart cardiac cardiovascular coronary myocardial
	lung pulmonary respiratory
	brain cerebral neural
	stomach gastric
	gut intestinal intestine bowel
	bone skeletal osseous
	skin dermal cutaneous
	blood serum plasma haematological hematological
	child children paediatric pediatric childhood
	baby infant newborn neonatal neonate
	woman women female
	man men male
	old elderly older aged aging ageing
	mouse mice murine
	patient patients sufferer
	people human humans person individual individuals
	covid-19 covid covid19 sars-cov-2 sars-cov2 coronavirus 2019-ncov ncov cov-2
	vaccine vaccination vaccinate immunization immunisation immunize
	obese obesity overweight adiposity
	fat adipose lipid
	smoke smoking tobacco cigarette smoker
	alcohol drinking ethanol
	sugar glucose
	salt sodium
	immune immunity immunological
	virus viral
	bacterium bacteria bacterial
	infect infection infected infectious
	inflammation inflammatory
	diabetes diabetic
	hypertension hypertensive
	stroke cerebrovascular
	pregnancy pregnant maternal gestation gestational
	mother maternal
	mask masks facemask face-mask respirator
	transmission transmit spread contagious
	severe severity serious critical
	symptom symptomatic
	asymptomatic presymptomatic
	hospital hospitalization hospitalisation hospitalized inpatient
	exercise physical-activity training
	diet dietary nutrition nutritional
	food eat eating consumption intake
	supplement supplementation
	gene genetic genetically genes
	mutation mutant mutated variant
	protein polypeptide
	cell cellular
	test testing tested assay
	test diagnostic detection
	weight bmi
	mental psychological psychiatric
	depression depressive depressed
	antibody antibodies immunoglobulin
	sleep insomnia
	injury damage trauma
	doctor physician clinician
	bat bats
	animal animals
	pet dog cat
	origin originate source emerge
	weather temperature climate
	humid humidity
	hydroxychloroquine chloroquine hcq
	anticoagulant heparin
	steroid corticosteroid dexamethasone glucocorticoid
	increase rise elevate raise heighten
	decrease reduce lower decline diminish
	improve enhance better ameliorate
	inhibit suppress block repress
	promote stimulate induce facilitate
	cause lead trigger
	associate correlate link relate
	protect prevent
	show demonstrate reveal
	need require necessary essential
	risk likelihood odds probability chance
	incidence prevalence occurrence frequency
	survive survival
	start initiate onset begin initiation
	stop halt cease
	develop development formation
	differentiate differentiation
	proliferate proliferation growth
	migrate migration
	express expression
	regulate regulation control
	benefit beneficial
	effective efficacy effectiveness efficacious
	safe safety
	harm harmful dangerous danger hazard
	fast rapid quick
	big large
	common frequent prevalent
	rare uncommon infrequent`

// thing is the number of a group of names.
type thing uint16

// called is a name of several words, or one that only its capitals make a name.
type called struct {
	stems []string
	exact string // an abbreviation as it is written; empty: in any letters
	thing thing
}

// names are what things are called: single words by their stems, and the others by the stem of the first.
type names struct {
	of   map[string][]thing
	rows map[string][]called
}

// everyName is the names of kin and of package synonyms, put together when they are first asked for.
var everyName = sync.OnceValue(func() *names {
	n := &names{of: map[string][]thing{}, rows: map[string][]called{}}
	next := thing(0)
	for line := range strings.Lines(kin) {
		for w := range strings.FieldsSeq(line) {
			n.of[stem(w)] = append(n.of[stem(w)], next)
		}
		next++
	}
	for _, group := range synonyms.Groups() {
		for _, name := range group {
			n.add(strings.TrimPrefix(name, "*"), next)
		}
		next++
	}
	return n
})

func (n *names) add(name string, t thing) {
	if strings.Contains(name, ",") {
		return // a heading that is turned about: nobody writes so
	}
	c := called{thing: t}
	for w := range strings.FieldsSeq(name) {
		c.stems = append(c.stems, Stem(w))
	}
	if synonyms.Abbreviated(name) {
		c.exact = name
	}
	if len(c.stems) > 1 || c.exact != "" {
		n.rows[c.stems[0]] = append(n.rows[c.stems[0]], c)
	} else if !slices.Contains(n.of[c.stems[0]], t) {
		n.of[c.stems[0]] = append(n.of[c.stems[0]], t)
	}
}

// recognize says of each word which things it names, or takes part in naming.
func (t *Text) recognize() {
	known := everyName()
	for i := range t.Words {
		w := &t.Words[i]
		if w.Weight > 0 {
			w.things = append(w.things, known.of[w.Stem]...)
		}
		for _, c := range known.rows[w.Stem] {
			if c.stands(t.Words[i:]) {
				for k := range c.stems {
					t.Words[i+k].things = append(t.Words[i+k].things, c.thing)
				}
			}
		}
	}
}

func (c called) stands(words []Word) bool {
	if len(words) < len(c.stems) {
		return false
	}
	for k, s := range c.stems {
		if words[k].Stem != s {
			return false
		}
	}
	return c.exact == "" || strings.TrimSuffix(words[0].Form, "s") == strings.TrimSuffix(c.exact, "s")
}

// Kin says whether two words may name the same thing.
func (w Word) Kin(other Word) bool {
	for _, t := range w.things {
		if slices.Contains(other.things, t) {
			return true
		}
	}
	return false
}

// Near is how like the company is that two words keep, from -1 to 1; 0 where that of one is not known.
func (w Word) Near(other Word) float32 {
	if len(w.Vector) == 0 || len(w.Vector) != len(other.Vector) {
		return 0
	}
	sum := int32(0)
	for k, v := range w.Vector {
		sum += int32(v) * int32(other.Vector[k])
	}
	return float32(sum) / (VectorLength * VectorLength)
}

// VectorLength is how long the vectors of words are.
const VectorLength = 127
