package study

import (
	"strings"

	"claimlens/annotate"
	"claimlens/annotate/internal/phrasebook"
	"claimlens/annotate/rhetoric"
)

// Subject is in whom or what a study was made.
type Subject string

// The subjects. Unknown is the empty one.
const (
	People     Subject = "people"
	Animals    Subject = "animals"
	Cells      Subject = "cells" // and what else is studied outside a body
	Simulation Subject = "simulation"
)

// meshed is what MeSH headings say of the subject.
type meshed struct {
	humans, animals, cells, computer bool
	ages                             bool // people of some age were studied, not only their cells
	animal                           string
}

// ageGroups are the headings that indexers give to studies of people only.
var ageGroups = map[string]bool{
	"adult": true, "aged": true, "aged, 80 and over": true, "middle aged": true, "young adult": true, "adolescent": true, "child": true,
	"child, preschool": true, "infant": true, "infant, newborn": true,
}

func (m *meshed) take(t annotate.Term) {
	name, _, _ := strings.Cut(t.Name, "/")
	name = strings.ToLower(strings.TrimSpace(name))
	first, _, _ := strings.Cut(name, ",")
	switch {
	case t.UI == "D006801" || name == "humans":
		m.humans = true
	case t.UI == "D000818" || name == "animals":
		m.animals = true
	case ageGroups[name]:
		m.ages = true
	case first == "cell line" || name == "cells, cultured" || name == "tumor cells, cultured" || name == "in vitro techniques" || name == "hela cells" || name == "hek293 cells":
		m.cells = true
	case name == "computer simulation" || name == "molecular dynamics simulation":
		m.computer = true
	case meshAnimals[first] != "" && m.animal == "":
		m.animal = meshAnimals[first]
	}
}

// meshAnimals are headings, up to a comma, of animals that are studied, and their names: "Mice, Inbred C57BL".
var meshAnimals = map[string]string{
	"mice": "mice", "rats": "rats", "rabbits": "rabbits", "dogs": "dogs", "cats": "cats", "swine": "pigs", "sus scrofa": "pigs", "sheep": "sheep",
	"goats": "goats", "cattle": "cattle", "horses": "horses", "guinea pigs": "guinea pigs", "cricetinae": "hamsters", "mesocricetus": "hamsters",
	"macaca": "monkeys", "macaca mulatta": "monkeys", "macaca fascicularis": "monkeys", "callithrix": "monkeys", "haplorhini": "monkeys",
	"primates": "primates", "zebrafish": "zebrafish", "drosophila": "flies", "drosophila melanogaster": "flies",
	"caenorhabditis elegans": "worms", "chickens": "chickens", "chick embryo": "chickens", "xenopus laevis": "frogs", "gerbillinae": "gerbils",
}

// subjectOf is in whom or what the study was made, which animal, and whether that is a guess. "Humans" stands on studies of mice and
// of cells that came from people as well, so where MeSH names both, and no age, the words decide.
func subjectOf(k known, r reading) (s Subject, animal string, guessed bool) {
	w := weighSubjects(r)
	by := w.strongest()
	switch {
	case k.animals && !k.humans:
		return Animals, first(k.animal, w.animal), false
	case k.humans && by == Animals && k.animals && !k.ages:
		return Animals, first(w.animal, k.animal), true
	case k.humans && by == Cells && k.cells && !k.ages:
		return Cells, "", true
	case k.humans:
		return People, "", false
	case k.cells:
		return Cells, "", false
	case k.computer:
		return Simulation, "", false
	case by == Animals:
		return Animals, w.animal, true
	default:
		return by, "", by != ""
	}
}

func first(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// weighed is how much the words speak for each subject.
type weighed struct {
	people, animals, cells, computer float64
	animal                           string // the one named first
}

// strongest is the subject for which most speaks, "" for none.
func (w weighed) strongest() Subject {
	best, s := 0.9, Subject("")
	for _, x := range []struct {
		weight  float64
		subject Subject
	}{{w.people, People}, {w.animals, Animals}, {w.cells, Cells}, {w.computer, Simulation}} {
		if x.weight > best {
			best, s = x.weight, x.subject
		}
	}
	return s
}

// weighSubjects weighs the words for people, animals and cells: those of the title most, those of the methods more than those of the
// results; background and conclusions speak of people whatever was studied.
func weighSubjects(r reading) weighed {
	var w weighed
	w.take(r.title, 3)
	for _, s := range r.sentences {
		switch s.role {
		case rhetoric.Methods:
			w.take(s, 2)
		case rhetoric.Results, rhetoric.Unknown:
			w.take(s, 1)
		case rhetoric.Objective:
			w.take(s, 0.7)
		default:
			w.take(s, 0.2)
		}
	}
	return w
}

// take adds what one sentence says: each subject once.
func (w *weighed) take(s sentence, weight float64) {
	var seen [4]bool
	subjectWords.Find(s.words, func(start, end int, m subjectMeaning) {
		if seen[m.subject] || m.animal != "" && aside(s.words, start, end) {
			return
		}
		seen[m.subject] = true
		switch m.subject {
		case 0:
			w.people += weight
		case 1:
			w.animals += 1.3 * weight
			w.animal = first(w.animal, m.animal)
		case 2:
			w.cells += 0.9 * weight
		default:
			w.computer += 0.8 * weight
		}
	})
}

// aside says whether an animal's name only describes a reagent: "mouse monoclonal antibody", "rabbit anti-human".
func aside(words []string, start, end int) bool {
	if start > 0 && (words[start-1] == "anti" || strings.HasSuffix(words[start-1], "anti-")) {
		return true
	}
	for _, next := range words[end:min(len(words), end+2)] {
		if strings.HasPrefix(next, "anti") || next == "monoclonal" || next == "polyclonal" || next == "serum" {
			return true
		}
	}
	return false
}

type subjectMeaning struct {
	subject int // 0 people, 1 animals, 2 cells, 3 computer
	animal  string
}

var subjectWords = func() (b phrasebook.Book[subjectMeaning]) {
	b.Add(subjectMeaning{subject: 0}, peopleWords)
	for animal, names := range animalWords {
		b.Add(subjectMeaning{1, animal}, names)
	}
	b.Add(subjectMeaning{subject: 1}, "animals, animal model, animal models, animal study")
	b.Add(subjectMeaning{subject: 2}, `cell line, cell lines, cultured cells, cells were, cell culture, cell cultures, in vitro, ex vivo, hek293, hek293t, hek-293, hela, mcf-7,
		hepg2, caco-2, a549, fibroblasts, organoid, organoids, hepatocytes, keratinocytes, osteoblasts, transfected, macrophages were, huvec, huvecs, explants`)
	b.Add(subjectMeaning{subject: 3}, `in silico, molecular dynamics, molecular docking, simulation, simulations, simulated, markov model, mathematical model, computational model,
		microsimulation, decision-analytic, finite element`)
	return b
}()

const peopleWords = `patient, patients, participants, participant, volunteers, adults, women, men, children, adolescents, infants, newborns, neonates, people, persons, individuals,
	students, nurses, physicians, doctors, clinicians, residents, mothers, boys, girls, families, caregivers, subjects, households, veterans, workers, athletes, smokers,
	respondents, inpatients, outpatients, survivors, preterm infants, schoolchildren, pregnant, females, males, parents, users, older adults, elderly, practitioners,
	toddlers, teenagers, man, woman, boy, girl, cases, human subjects, donors, recipients`

var animalWords = map[string]string{
	"mice": "mice, mouse, murine", "rats": "rats, rat", "rabbits": "rabbits, rabbit", "dogs": "dogs, canine", "cats": "cats, feline",
	"pigs": "pigs, piglets, swine, porcine, pig, minipigs", "sheep": "sheep, lambs, ewes, ovine", "goats": "goats", "cattle": "cattle, cows, calves, heifers, steers", "horses": "horses, equine",
	"guinea pigs": "guinea pigs, guinea-pigs, guinea pig", "hamsters": "hamsters, hamster", "monkeys": "monkeys, macaques, rhesus, baboons, marmosets, monkey",
	"zebrafish": "zebrafish", "flies": "drosophila, fruit flies", "worms": "elegans", "chickens": "chickens, broilers, chicks, hens", "frogs": "xenopus", "gerbils": "gerbils", "fish": "salmon, trout, tilapia",
}
