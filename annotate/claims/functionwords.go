package claims

// functionWords are the small words of the language: what stands here is never one of the verbs of the table.
var functionWords = map[class]string{
	determiner: `the a an this that these those some any no every each either neither both all most many few several much
		more less another other such enough half fewer various certain`,
	possessive: `its their his her our your my whose one's`,
	pronoun: `
		it they he she we you i this that these those there who which everyone everybody someone nobody nothing
		something anyone none others them him us me himself herself itself themselves it's they're we're that's
		there's`,
	relative: `which who whom that whose where`,
	preposition: `
		of in on at by for from with without to into onto over under between among through during before after
		about against within across along around above below behind beyond near toward towards upon via per despite
		like unlike except including than as until throughout inside outside off up down out since due alongside
		following regarding concerning besides amid versus vs. compared`,
	conjunction: `and or but nor plus yet so &`,
	subordinator: `
		because while whereas although though since if when whenever unless until after before as once whether that
		so lest`,
	modal:  `can could may might must will would shall should cannot can't couldn't won't wouldn't shouldn't mustn't ought`,
	toBe:   `is are was were am be been being isn't aren't wasn't weren't it's they're we're that's there's`,
	toHave: `has have had having hasn't haven't hadn't they've we've`,
	toDo:   `does do did doesn't don't didn't doing done`,
	negation: `
		not never no nor neither none nobody nothing cannot can't couldn't won't wouldn't shouldn't isn't aren't
		wasn't weren't hasn't haven't hadn't doesn't don't didn't without hardly rarely seldom nowhere`,
	adverb: `also often usually sometimes always never still already even only just very too quite rather again soon later now
		then thus thereby therefore hence however moreover furthermore not almost nearly largely mostly perhaps maybe instead
		together well far further currently typically generally apparently probably possibly likely ever yet
		here there today once twice alone indeed otherwise nonetheless nevertheless directly slightly about over up down out
		roughly around less more most least gradually slowly faster sooner longer better worse best so`,
}

// openWords are nouns and adjectives that would be taken for something else by their endings.
var openWords = map[class]string{
	adjective: `high low higher lower highest lowest good better best bad worse worst new old older younger young large larger
		small smaller great greater big bigger strong stronger weak weaker long longer short shorter common rare severe mild
		acute early late human chronic healthy sick ill unhealthy fatal safe unsafe harmful effective advanced natural normal
		main major minor first second third last next own same different possible likely unlikely able free full half certain
		overall daily weekly monthly elderly early deadly friendly costly orderly right left increased reduced decreased
		improved elevated raised damaged impaired untreated infected affected controlled randomised randomized aged
		underlying existing leading ongoing growing developing red white fresh raw dry open close clear simple single
		double excess surplus extra total whole true false real poor rich wide deep hard soft easy heavy light key`,
	plural: `people children men women data bacteria mice feet teeth criteria phenomena media diabetes kids fungi stimuli
		emissions they we those these both others patients`,
	noun: `family supply anomaly assembly reply seed speed need breed weed bed blood red shed hundred wing ring king morning
		evening bleeding feeding breastfeeding screening training swelling scarring clotting itching reading meaning spring
		ceiling building funding fasting smoking drinking eating cycling walking running vomiting wheezing sneezing coughing
		ageing aging dieting vaping well-being wellbeing being something anything everything nothing thing string sling
		cooking fishing swimming ovulation piercing`,
	number: `one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
		eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen
		hundreds thousands millions billions dozens twenty-one twenty-two twenty-four percent half third quarter`,
}
