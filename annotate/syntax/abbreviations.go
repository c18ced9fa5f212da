package syntax

import "strings"

// manner is how an abbreviation takes part in a sentence.
type manner int

const (
	leads  manner = iota + 1 // never ends a sentence: a name, a number or an explanation follows
	counts                   // a number follows; without one it may be a word that ends the sentence
	ends                     // may end a sentence
	state                    // may end a sentence where it begins with a capital, and is a word otherwise
	lists                    // ends a list, and the sentence where a capital follows
	unit                     // a unit, which often ends a sentence
)

// abbreviations are written in small letters, without the last full stop.
var abbreviations = manners(map[manner]string{
	leads: `dr mr mrs ms mx messrs drs prof st mt gen col capt lt sgt rep sen gov rev hon pres supt maj cmdr adm
		fig figs eq eqs ref refs tab suppl ch chap sect pt pts pp vs cf viz approx ca cca e.g i.e eg ie resp incl excl
		dept univ inst acad natl assoc engl clin oncol biol biochem chem physiol pharmacol pathol neurol cardiol epidemiol
		immunol microbiol surg psychiatr radiol pediatr vit cv str subsp lit nr n° gr pron lat sci proc pvt pers unpubl a.k.a aka med eur`,
	counts: `no nos vol vols p ed eds para art n jan feb mar apr jun jul aug sep sept oct nov dec op chr ext ph ser`,
	lists:  `etc`,
	ends: `al inc ltd co corp bros jr sr esq sp spp var u.s u.k u.s.a u.n e.u d.c a.m p.m ph.d m.d d.o r.n b.sc m.sc
		d.phil m.p.h ave blvd rd hwy ft bldg et trans`,
	state: `calif mass mich minn penn md tenn fla ala ariz ark colo conn del ga ill ind kan ky miss mo mont neb nev okla
		ore tex va vt wash wis wyo cont`,
	unit: `
		yr yrs mos wk wks hr hrs min mins sec secs d h mg kg ml cm mm µm oz lb lbs in l dl mmol iu tbsp tsp wt dist prob temp
		conc exp avg equiv misc orig max esp assn std est incr decr abbr ver vers`,
})

func manners(words map[manner]string) map[string]manner {
	m := map[string]manner{}
	for k, list := range words {
		for w := range set(list) {
			m[w] = k
		}
	}
	return m
}

// titles are the abbreviations that stand before a person's name.
var titles = set(`dr mr mrs ms mx prof st sen rep gov gen col capt lt rev`)

// ranks are the titles that are words, too, where they are written in small letters: "each rep.", "the tax rev."
var ranks = set(`rep rev sen gov gen hon pres col capt maj cmdr adm lt sgt supt tab`)

// lettered are the words that a single letter belongs to: "vitamin C.", "hepatitis B.".
var lettered = set(`vitamin vitamins hepatitis influenza type group class grade stage phase panel panels plan part factor
	gene allele locus site domain subunit chain arm cohort probe primer primers lane isoform factors model region
	protein schedule appendix figure fig table section step coenzyme serotype immunoglobulin metaphase prophase meiosis`)

// openers are words that often begin a sentence and seldom follow an abbreviation inside one.
var openers = set(`a about above across after again against all although additionally also among an and another any anyone
	are as at based because before being besides between both but by can could despite did do does doctors due during each
	either even every everyone everything few finally first following for from furthermore further given had has have he
	hence her here his how however i if in indeed interestingly is it its just last later let like many maybe methods more
	moreover most much my neither never nevertheless next no nobody none nor nothing notably now of often on once one only or other
	others our over overall patients people perhaps please previous rather recent recently regardless researchers results
	several she should similarly since so some someone soon specifically still studies subjects such surely than thank that
	the their then there therefore these they this those though three through thus to today together two under unfortunately
	unless unlike until up upon visit was we well were what whatever when whenever where whereas whether which while who whose why
	will with within without would yes yet you your i'm i've it's that's they're we're we've don't didn't`)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}
