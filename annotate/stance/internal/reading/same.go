package reading

import (
	"strings"
	"sync"
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

var kinships = sync.OnceValue(func() map[string][]int {
	m := map[string][]int{}
	n := 0
	for line := range strings.Lines(kin) {
		for w := range strings.FieldsSeq(line) {
			m[stem(w)] = append(m[stem(w)], n)
		}
		n++
	}
	return m
})

// Kin says whether two words, given by their stems, may name the same thing.
func Kin(a, b string) bool {
	of := kinships()
	for _, x := range of[a] {
		for _, y := range of[b] {
			if x == y {
				return true
			}
		}
	}
	return false
}
