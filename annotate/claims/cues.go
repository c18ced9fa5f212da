package claims

// connectives are words at the beginning of a sentence or a clause that join it to what went before and are no part of
// what it states.
var connectives = set(`however moreover furthermore additionally also therefore thus hence consequently meanwhile nevertheless
	nonetheless and but or so yet instead besides likewise similarly accordingly still then finally unfortunately importantly
	interestingly notably fortunately surprisingly indeed overall firstly secondly thirdly lastly and/or`)

// connectivePhrases are such phrases of several words; a comma follows most of them.
var connectivePhrases = set2(`for example, for instance, in addition, as a result, in other words, on the other hand, in contrast,
	in fact, of course, by contrast, that is, at the same time, in conclusion, in summary, in short, to conclude, above all,
	in particular, after all, for this reason, for these reasons, to date, as such, in general, at least, on the contrary,
	according to this, in this way, and so, what is more, more importantly, most importantly`)

// results are the gerunds that tell what the statement before them leads to.
var results = set(`causing leading resulting making allowing reducing increasing improving preventing posing giving helping
	contributing meaning suggesting indicating raising lowering decreasing enhancing promoting protecting triggering enabling
	creating producing worsening slowing boosting restoring stimulating easing relieving alleviating prompting putting
	preventing removing damaging killing providing offering weakening strengthening blocking inhibiting limiting`)

// consequences are adverbs that mark a result whatever its verb.
var consequences = set("thus thereby therefore hence")

// people are words for those who say, do or are said to do; what is said of them is no claim about health.
var people = set(`he she researcher researchers scientist scientists doctor doctors physician physicians expert experts author
	authors professor prof dr dr. mr mr. mrs mrs. ms ms. investigator investigators team teams colleague colleagues director
	member members spokesman spokeswoman spokesperson reporter journalist surgeon surgeons cardiologist epidemiologist
	psychologist nutritionist dietitian dietitians specialist specialists lecturer president chair chairman ceo officer coach
	official officials fans critics nurse nurses pharmacist scholar scholars fellow founder co-author co-founder neurologist
	oncologist gynaecologist gynecologist consultant chief leader society company university institute
	foundation agency firm maker manufacturer`)

// studies are words for what reports a result.
var studies = set(`study studies research trial trials analysis analyses meta-analysis meta-analyses review reviews report reports
	survey surveys paper papers data findings finding results result evidence experiment experiments work investigation
	investigations project article articles statement numbers literature series cohort tests model modelling modeling statistics figures`)

// reporting are the verbs, by their base, with which somebody reports what follows.
var reporting = set(`say report find show suggest conclude note explain add argue believe think claim warn caution estimate reveal
	indicate demonstrate establish confirm acknowledge agree tell write state announce insist stress emphasise emphasize observe
	discover hypothesise hypothesize propose swear maintain comment speculate predict determine recommend assert contend
	hope fear expect suspect feel know mean point imply prove advise assume admit stipulate recall describe`)

// quoting are the reporting verbs that may stand behind what they report: “A,” she said.
var quoting = set(`
	say report find show suggest conclude note explain add argue believe think claim warn caution reveal indicate
	announce comment state write acknowledge agree tell insist stress emphasise emphasize observe estimate`)

// convictions are what people are when they hold what follows to be true.
var convictions = set("convinced sure certain confident aware hopeful optimistic persuaded afraid")

// plainReporting are reporting verbs that need no "that".
var plainReporting = set(`say report find show suggest conclude note explain add believe think claim warn caution reveal indicate
	demonstrate confirm argue hope swear feel suspect`)

// factual are adjectives and participles in "it is … that", which report what follows as known or believed.
var factual = set(`known believed thought evident clear estimated established accepted recognised recognized assumed understood
	said reported suggested hoped expected true likely well-known obvious noted shown found important claimed argued`)
