package study

import (
	"strings"

	"claimlens/annotate/internal/phrasebook"
	"claimlens/annotate/rhetoric"
)

// sample looks for how many were studied, and in a review for how many studies.
func (s *Study) sample(r reading) {
	if s.Subject == Cells || s.Subject == Simulation {
		return
	}
	var all []candidate
	all = append(all, candidatesOf(r.title, 1.5, s)...)
	for i, x := range r.sentences {
		if !x.own() && x.role != rhetoric.Conclusions {
			continue
		}
		worth := -0.15 * float64(min(i, 12))
		switch x.role {
		case rhetoric.Results:
			worth -= 0.5
		case rhetoric.Conclusions, rhetoric.Background, rhetoric.Objective:
			worth--
		default:
		}
		all = append(all, candidatesOf(x, worth, s)...)
	}
	best := candidate{worth: 0.4}
	for _, c := range all {
		if c.worth > best.worth {
			best = c
		}
	}
	s.Sample, s.SampleOf = best.n, best.of
	if s.Design.synthesis() {
		s.Studies = studiesOf(r)
	}
}

// candidate is a number that may be how many were studied.
type candidate struct {
	n     int
	of    string
	worth float64
}

// candidatesOf are the counts of people or animals in a sentence.
func candidatesOf(x sentence, worth float64, s *Study) []candidate {
	var out []candidate
	verbs := float64(0)
	sampleCues.Find(x.words, func(_, _ int, weight float64) {
		if weight == allotted {
			verbs = weight
		}
	})
	groups, parts := 0, 0
	before := -1 // the last counted group's index in out
	for i := 0; i < len(x.words); i++ {
		n, length := x.count(i)
		if n < 2 {
			continue
		}
		if i > 0 && x.words[i-1] == "n" && x.marks[i] == '=' {
			groups++
			parts += n
			if of, ok := x.named(i-2, s); ok && i > 1 {
				out = append(out, candidate{n, of, worth + 0.8 + x.around(i-2, i, i+1)})
			}
			continue
		}
		at, of, ok := x.countedAt(i+length, s)
		if !ok {
			if length > 1 {
				i += length - 1
			}
			continue
		}
		c := candidate{n, of, worth + 1 + x.around(i, i+length, at+1)}
		if x.deep[i] {
			c.worth -= 2
		}
		if before >= 0 && x.joined(i) && !x.deep[i] && (paired[x.words[at]] || verbs > 0 && at+1 < len(x.words) && x.words[at+1] == "to") {
			out[before].n += n
			before = -1
			continue
		}
		before = len(out)
		out = append(out, c)
		i = at
	}
	if groups == 1 && verbs > 0 && len(out) == 0 {
		groups = 2 // "those with depression (n = 101) were randomised": the only number there is
	}
	if groups > 1 && (verbs > 0 || hasAny(x.words, "groups", "group", "divided", "either")) {
		of := "people"
		if s.Subject == Animals {
			of = first(s.Animal, "animals")
		}
		out = append(out, candidate{parts, of, worth + 1.2 + verbs/2})
	}
	return out
}

// paired are groups that are counted beside the first: "50 patients and 50 controls".
var paired = wordSet("controls men women boys girls males females volunteers nondiabetics")

// joined says whether "and" stands close before the number at i, outside brackets.
func (s sentence) joined(i int) bool {
	for j := max(0, i-2); j < i; j++ {
		if s.words[j] == "and" || s.words[j] == "plus" {
			return true
		}
	}
	return false
}

func hasAny(words []string, any ...string) bool {
	for _, w := range words {
		for _, a := range any {
			if w == a {
				return true
			}
		}
	}
	return false
}

// countedAt finds the noun that the number before i counts, with what describes it in between, and its name.
func (s sentence) countedAt(i int, x *Study) (at int, of string, ok bool) {
	for j := i; j < len(s.words) && j < i+7; j++ {
		if s.marks[j] != ' ' && s.marks[j] != ',' || j == i && s.marks[j] != ' ' {
			return 0, "", false
		}
		if of, ok := s.named(j, x); ok && !s.describes(j, x) {
			return j, of, true
		}
		kind := j > i && (s.words[j-1] == "type" || s.words[j-1] == "stage") // "eight type 1 diabetics"
		if !kind && (stops[s.words[j]] || s.words[j][0] >= '0' && s.words[j][0] <= '9') {
			return 0, "", false
		}
	}
	return 0, "", false
}

// describes says whether the noun at j only describes the next: "12 patient groups", "30 rat livers" count no patients and no rats,
// "114 trauma patients" does.
func (s sentence) describes(j int, x *Study) bool {
	if j+1 >= len(s.words) || s.marks[j+1] != ' ' {
		return false
	}
	if _, ok := s.named(j+1, x); ok {
		return true
	}
	return !strings.HasSuffix(s.words[j], "s") && !stops[s.words[j+1]] && s.words[j] != "people" && s.words[j] != "children" && s.words[j] != "men" &&
		s.words[j] != "women" && s.words[j] != "mice" && s.words[j] != "sheep" && s.words[j] != "swine"
}

// stops are words behind which a number's noun does not stand any more.
var stops = wordSet(`of in with and or to were was who at on from for by than as per years year months weeks days hours minutes mg g kg ml times time fold
	points items sites centers centres hospitals countries studies trials groups group sessions doses visits is are had have received that which between among
	underwent participated completed into grade stage versus vs out cm mm days' weeks' cycles cells samples`)

// named says whether the word at j names those who were studied, and how they are called.
func (s sentence) named(j int, x *Study) (string, bool) {
	if j < 0 {
		return "", false
	}
	w := s.words[j]
	if people[w] && x.Subject != Animals {
		return "people", true
	}
	if x.Subject == People {
		return "", false
	}
	if animal, ok := animalOf[w]; ok {
		return animal, true
	}
	if w == "animals" || w == "subjects" && x.Subject == Animals {
		return first(x.Animal, "animals"), true
	}
	return "", false
}

// people are the nouns of peopleWords that can be counted, animalOf those of animalWords.
var people, animalOf = func() (map[string]bool, map[string]string) {
	one := wordSet("patient participant man woman boy girl child pregnant elderly subject")
	people, animals := map[string]bool{}, map[string]string{}
	for _, w := range strings.Split(peopleWords, ",") {
		if w = strings.TrimSpace(w); !one[w] {
			people[w] = true
		}
	}
	people["controls"] = true
	for animal, names := range animalWords {
		for _, w := range strings.Split(names, ",") {
			if w = strings.TrimSpace(w); w == animal || strings.HasSuffix(w, "s") {
				animals[w] = animal
			}
		}
	}
	return people, animals
}()

// around is what the words around a count say for its being the whole: words[start:end) is the number, behind is the word after
// what it counts.
func (s sentence) around(start, end, behind int) float64 {
	worth := 0.0
	if end < len(s.words) && s.words[end] == "of" {
		worth -= 4 // "15 of the 83"
	}
	best, worst := 0.0, 0.0
	weigh := func(_, _ int, weight float64) {
		best, worst = max(best, weight), min(worst, weight)
	}
	sampleCues.Find(s.words[max(0, start-5):start], weigh)
	to := min(behind, len(s.words))
	for to < min(behind+8, len(s.words)) && (s.words[to][0] < '0' || s.words[to][0] > '9') { // up to the next number, which counts others
		to++
	}
	sampleCues.Find(s.words[min(end, to):to], weigh)
	groupCues.Find(s.words[max(0, start-3):min(behind+4, len(s.words))], func(_, _ int, weight float64) { worst = min(worst, weight) })
	if behind < len(s.words) && s.marks[behind] == '(' && strings.HasSuffix(s.words[behind], "%") {
		worst = min(worst, -2.5) // "12 patients (15%)"
	}
	return worth + best + worst
}

// allotted is what it says for a count that those were put into groups.
const allotted = 3

var sampleCues = func() (b phrasebook.Book[float64]) {
	b.Add(allotted, "randomi*, randomly assigned, randomly allocated, randomly divided, were assigned, were allocated, were divided, randomly, was randomi*")
	b.Add(2.5, `enrolled, enroled, enrolling, recruited, recruiting, included, participated, took part, entered, comprised, comprising, consisted of, study population, we studied, involving, participating,
		were eligible and`)
	b.Add(2, "total of, sample of, cohort of, totally, overall, data from, sample size, data of, records of, series of")
	b.Add(1, `studied, received, underwent, completed, treated, evaluated, analy*, examined, followed, assessed, investigated, interviewed, surveyed, reviewed, responded, identified, among, performed, given,
		were used, were fed, were exposed`)
	b.Add(-2.5, "screened, invited, out of, approached, contacted, assessed for eligibility, were sent, mailed, potentially eligible, eligible patients were identified")
	b.Add(-2, "withdrew, dropped, died, excluded, lost, developed, experienced, discontinued, declined, refused, relapsed, survived, failed")
	b.Add(-1.5, "eligible")
	b.Add(-1, "had, reported, showed, responded to")
	return b
}()

var groupCues = func() (b phrasebook.Book[float64]) {
	b.Add(-2.5, "each, per, each group, per group, per arm, control group, placebo group, intervention group, treatment group, in the control, in the placebo, remaining, other, another, subset of, subgroup of, respectively, every")
	return b
}()

// studiesOf is how many studies a review says that it puts together.
func studiesOf(r reading) int {
	best, worth := 0, 0.4
	for i, s := range append([]sentence{r.title}, r.sentences...) {
		if s.role == rhetoric.Background || s.role == rhetoric.Objective && !s.own() {
			continue
		}
		about := hasAny(s.words, "trials", "studies", "rcts", "articles", "papers", "publications", "reviews", "trial", "study", "reports")
		for j := range s.words {
			n, length := s.count(j)
			if n < 2 || n > 20_000 || j > 0 && s.marks[j] == '=' {
				continue
			}
			w := 1 - 0.05*float64(min(i, 12)) + s.studiesAround(j, j+length, about)
			if w > worth {
				best, worth = n, w
			}
		}
	}
	return best
}

// studiesAround is what the words around the number words[start:end) say for its counting the studies under review.
func (s sentence) studiesAround(start, end int, about bool) float64 {
	worth, noun := -5.0, end
	for j := end; j < len(s.words) && j < end+6; j++ {
		if s.marks[j] != ' ' && s.marks[j] != ',' || s.words[j][0] >= '0' && s.words[j][0] <= '9' {
			break
		}
		switch s.words[j] {
		case "trials", "studies", "rcts":
			worth, noun = 0.5, j+1
		case "articles", "papers", "publications", "reviews", "reports", "cohorts":
			worth, noun = 0.2, j+1
		}
		if worth > 0 {
			break
		}
		if w := s.words[j]; w == "patients" || w == "participants" || w == "of" || w == "years" || w == "people" {
			break
		}
		if about && j < end+2 && (s.words[j] == "met" || s.words[j] == "included" || s.words[j] == "eligible" || s.words[j] == "fulfilled") {
			worth, noun = 0.4, j
			break
		}
	}
	if worth < 0 {
		return worth
	}
	best, worst := 0.0, 0.0
	weigh := func(_, _ int, weight float64) { best, worst = max(best, weight), min(worst, weight) }
	studyCues.Find(s.words[max(0, start-4):start], weigh)
	studyCues.Find(s.words[noun:min(noun+6, len(s.words))], weigh)
	return worth + best + worst
}

var studyCues = func() (b phrasebook.Book[float64]) {
	b.Add(2, "included, include, met, eligible, involving, comprising, fulfilled, total of, were analy*, pooled, meta-analysis of, review of, selected, contributed, identified, with, analysis of, satisfied, in total")
	b.Add(-2.5, "screened, retrieved, potentially, excluded, citations, yielded, records, found from, reported, assessed the, abstracts, duplicates, of which, showed, only")
	return b
}()
