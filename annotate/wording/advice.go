package wording

// Advice is whether a statement tells people what to do.
type Advice string

// The degrees of advice.
const (
	NoAdvice     Advice = "none"
	WeakAdvice   Advice = "weak"   // "is a useful option", "may be needed"
	StrongAdvice Advice = "strong" // "should be avoided"
)

// advice says whether the words tell people what to do: plainly, or by saying that something can be used or is of use. What they ask
// of research to come is no advice.
func advice(s sentence) Advice {
	found := NoAdvice
	for i := range s {
		demanded := s.demand(i)
		if demanded == StrongAdvice {
			return StrongAdvice
		}
		if demanded == WeakAdvice || s.commends(i) {
			found = WeakAdvice
		}
	}
	return found
}

// demand says whether the word at i asks for something to be done, and how firmly.
func (s sentence) demand(i int) Advice {
	w := s[i]
	switch {
	case obliging[w.lower] || (w.lower == "need" || w.lower == "needs") && s.at(i+1) == "to":
		return s.unlessResearch(i)
	case w.lower == "need" || w.lower == "needs" || w.lower == "necessity" || w.lower == "requirement":
		if (s.at(i+1) == "for" || s.at(i+1) == "of" || s.at(i-1) == "need") && s.stresses(i) {
			return s.unlessResearch(i)
		}
	case w.verb() && wanting[w.base] && w.penn != "VBN" && w.penn != "VBG" && w.penn != "VBD" && s.at(i+1) != "to":
		return s.unlessResearch(i)
	case required[w.lower]:
		if s.nearBe(i) && s.at(i+1) != "by" || w.lower == "recommend" || w.lower == "advocate" || w.lower == "urge" {
			return s.unlessResearch(i)
		}
	}
	return NoAdvice
}

// unlessResearch is the degree of a demand at i, weak where it is doubted, none where it is made of research or of readers.
func (s sentence) unlessResearch(i int) Advice {
	if s.ofResearch(i) {
		return NoAdvice
	}
	for j := i - 1; j >= 0 && j > i-5; j-- {
		if s[j].mark() {
			break
		}
		if doubting[s[j].lower] {
			return WeakAdvice
		}
	}
	return StrongAdvice
}

// ofResearch says whether what is demanded at i is research, or a caution about the study's own results.
func (s sentence) ofResearch(i int) bool {
	for j := max(0, i-10); j < i; j++ {
		if research[s.at(j)] && s.topic(j) && !s[j].verb() {
			return true
		}
		if toCome[s.at(j)] && j+3 >= i && obliging[s.at(i)] {
			return true
		}
	}
	for j := i + 1; j < len(s) && j < i+5; j++ {
		w := s[j]
		switch {
		case research[w.lower] && !w.verb() && (s.at(i) == "need" || s.at(i) == "for" || toCome[s.at(j-1)]):
			return true
		case w.verb() && researching[w.base] && (s.at(j-1) == "be" || s[j-1].tag == "ADV" && s.at(j-2) == "be" || s.at(j-1) == "to" && !obliging[s.at(i)]):
			return true
		case w.verb() && expecting[w.base] && s.at(i) == "should" && s.at(j-1) != "be":
			return true
		case cautions[w.lower] && s.ownResult():
			return true
		case w.mark():
			return false
		}
	}
	return false
}

// ownResult says whether the sentence begins with the study's own results.
func (s sentence) ownResult() bool {
	for i := 0; i < len(s) && i < 4; i++ {
		if results[s.at(i)] {
			return true
		}
	}
	return false
}

// topic says whether research, named at j, is what is asked for, not what the asking goes by: "these findings", "studies show that".
func (s sentence) topic(j int) bool {
	for k := max(0, j-3); k < j; k++ {
		if own[s.at(k)] {
			return false
		}
	}
	return true
}

// stresses says whether a verb of showing stands before i: "highlights the need".
func (s sentence) stresses(i int) bool {
	for j := i - 1; j >= 0 && j > i-6; j-- {
		if pointing[s[j].base] || s.at(j) == "there" || s.at(j) == "call" {
			return true
		}
	}
	return false
}

// commends says whether the word at i says that something is of use, or can be used.
func (s sentence) commends(i int) bool {
	w := s[i]
	switch {
	case w.penn == "MD" && offering[w.lower]:
		return s.offers(i)
	case commending[w.lower]:
		return !own[s.at(0)] || s.at(i+1) != "for"
	case w.lower == "safe" || w.lower == "effective":
		return s.presently(i)
	case w.lower == "important" || w.lower == "vital":
		return s.nearBe(i) && !predictors[s.at(i+1)] && !predictors[s.at(i+2)]
	case predicative[w.lower]:
		return s.presently(i)
	case means[w.lower]:
		return s.presently(i) && s[max(0, i-1)].tag == "ADJ" || s.presently(i) && s.doubted(i)
	case utility[w.lower]:
		return s.stresses(i) || s.supported(i)
	case w.lower == "importance":
		return s.at(i+1) == "of" && s.stresses(i)
	case w.lower == "use" || w.lower == "implementation" || w.lower == "inclusion":
		return s.supported(i)
	}
	return false
}

// offers says whether the modal at i stands before what is used or helps: "can be used", "may help to".
func (s sentence) offers(i int) bool {
	for j := i + 1; j < len(s) && j < i+5; j++ {
		switch {
		case s.at(j) == "be" || s[j].tag == "ADV" || s.at(j) == "not":
		case applied[s[j].lower] && s.at(j-1) != "to":
			return true
		case s[j].penn == "VBN" && s.at(j-1) == "be" && !passive[s[j].lower]:
			return s.at(i) == "can" && !s.ownResult()
		default:
			return helping[s[j].lower] && !s.ownResult()
		}
	}
	return false
}

// presently says whether the adjective at i is a predicate that holds now, not what was found of a group.
func (s sentence) presently(i int) bool {
	for j := i - 1; j >= 0 && j > i-6; j-- {
		switch s.at(j) {
		case "is", "are", "be", "represents", "appears", "seems", "appear", "seem":
			return true
		case ",", "was", "were":
			return false
		}
	}
	return false
}

// supported says whether the noun at i is what a finding supports.
func (s sentence) supported(i int) bool {
	for j := i - 1; j >= 0 && j > i-5; j-- {
		if s[j].base == "support" || s[j].base == "encourage" || s[j].base == "suggest" {
			return true
		}
	}
	return false
}

var (
	toCome    = set("further future larger more additional prospective well-designed long-term larger-scale longer")
	expecting = set(`
		help facilitate assist provide translate support enable make minimise minimize lead benefit improve allow`)
	cautions = set("interpreted caution cautiously carefully viewed treated regarded definitive preliminary")
	results  = set("results result findings finding data limitations")
	obliging = set("should must ought shall")
	doubting = set("may might could seem seems appear appears can possibly perhaps would")
	own      = set("these this our the findings results study data present current those")
	required = set(`
		needed warranted required necessary recommended recommend recommends advised advisable advocated advocate mandatory
		essential imperative indicated urge urged crucial critical considered prioritized`)
	research = set("research study studies trial trials investigation investigations replication researchers work")
	pointing = set(`
		highlight underscore emphasise emphasize underline stress indicate suggest support demonstrate show reveal point
		confirm identify illustrate reinforce urge exist`)
	researching = set(`
		investigate evaluate validate confirm elucidate clarify examine explore study test verify replicate interpret
		determine understand generalize establish`)
	offering = set("can may might could")
	applied  = set(`
		used applied considered performed utilized utilised employed recommended implemented offered achieved proposed suggested adopted
		added included administered integrated incorporated prescribed given provided undertaken`)
	helping = set(`
		help assist aid serve offer provide guide improve facilitate enable benefit represent constitute prove`)
	commending = set(`
		useful helpful alternative alternatives option options viable suitable feasible promising adjunct valuable preferable preferred
		safely advisable prudent attractive`)
	predicative = set(`
		appropriate valid reliable beneficial acceptable favorable favourable justified amenable optimal ideal accurate sufficient worth
		relevant desirable advantageous ready`)
	means = set(`
		tool approach technique modality procedure strategy method treatment therapy solution component intervention means target measure`)
	utility = set(`
		utility feasibility acceptability usability effectiveness applicability suitability addition integration`)
	predictors = set(`
		factor factors predictor predictors determinant determinants role predictive prognostic risk cause causes`)
	wanting = set("require need warrant")
	passive = set(`
		associated related explained attributed found seen observed caused affected increased reduced linked expected due influenced
		mediated improved considered predicted`)
)
