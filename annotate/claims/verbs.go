package claims

import "strings"

// forms are the forms of a verb.
type forms struct{ base, third, past, participle, gerund string }

// regularVerbs are given by their base.
const regularVerbs = `
	abandon absorb abstain accelerate accept accompany account ache achieve acknowledge acquire activate adapt add
	address adjust administer admit adopt advance advise affect age aggravate agree aid alert alleviate allow alter
	amplify analyse analyze announce answer appear apply approve argue arise arouse aspire assert assess assist
	associate assume assure attach attack attempt attract attribute augment average avert avoid await balance ban base
	bathe battle behave believe belong benefit binge bloat block bolster boost breathe broaden brush burden calculate
	call calm care carry cascade catalyse catalyze cater cause caution challenge change characterise characterize charge
	check chew circulate cite claim clarify classify clean cleanse clear cleave clog close clot coat coexist coincide
	collaborate collapse collect combat combine commence comment commission compare compensate compete compile complain
	complement complete complicate comprise compromise conceive concern conclude condense conduct confer confine confirm
	confront confuse congest connect consider consist constitute constrict consume contain contaminate contemplate
	contend continue contract contradict contribute control converge convert convey convince cool cope correct correlate
	correspond count counter counteract cover crave create cross crush curb cure curtail cushion cycle damage dampen
	date deactivate deaden decay decide decline decrease deepen defend define deform degrade dehydrate delay delete
	deliver demand demonstrate deny depend depict deplete deposit deprive derive describe deserve design destroy detach
	detect deteriorate determine detoxify devastate develop deviate devise diagnose die differ differentiate digest
	dilate dilute diminish dip disable disagree disappear discharge disclose discontinue discourage discover discuss
	disease dislodge disorder display dispose disprove dispute disqualify disrupt disseminate dissolve distinguish
	distort distract distribute disturb divide dominate donate double doubt downregulate drain drift drop dry duplicate
	earn ease elapse elevate eliminate elongate embark embrace emerge emit emphasise emphasize employ empty enable
	encapsulate encode encompass encounter encourage end endanger endorse endure energise energize engage engulf enhance
	enjoy enlarge enrich enroll ensure entail enter entice entrust envisage equal equip eradicate erode escalate escape
	establish estimate evade evaluate evaporate evolve exacerbate examine exceed excite exclude excrete excuse exempt
	exercise exert exhale exhaust exhibit exist expand expect experience expire explain exploit explore expose express
	extend extract facilitate fail fatten favor favour fear feature ferment fill filter finance fire fit fix fixate flag
	flare flourish flow fluctuate flush focus follow force form formulate fortify foster fracture fragment fuel fulfil
	function fund gain gamble gather generate germinate govern grade graft grant guarantee guess guide hallucinate halt
	halve hamper handle happen harbor harbour harden harm harvest hasten heal heat heed heighten help hinder hinge hire
	hope host hydrate hydrolyse hypothesise hypothesize identify ignite ignore illustrate imagine imbue impact impair
	impede implant implicate imply impose impregnate impress improve incapacitate incline include incorporate increase
	incur indicate induce infect infer infiltrate inflame inflate inflict influence inform infuse ingest inhabit inhale
	inherit inhibit initiate inject injure innervate innovate inoculate insert insist inspire instruct insulate insure
	intake integrate intend intensify interact interfere interrupt intervene introduce inundate invade invalidate invent
	invest investigate invite invoke involve irrigate irritate isolate itch jeopardise jeopardize join jump justify kill
	label lack lactate lag last launch leak legitimise legitimize lengthen lessen level liberate lift limit line link
	list live load lobby localise localize locate lock lodge look loosen love lower lubricate lyse magnify maintain
	manage manifest manipulate manufacture map march mark mask massage match matter mature measure mediate meditate
	menstruate mention merit metabolise metabolize migrate mimic mind mineralise mineralize minimise minimize mirror
	misdiagnose mislead miss mitigate mix mobilise mobilize moderate modify modulate moisturise moisturize monitor
	motivate mount move multiply mutate name necessitate necrose need negate neglect neutralise neutralize nibble
	nominate normalise normalize note notice nourish numb number nurture obesify object oblige obscure observe obstruct
	obtain occur offer open operate oppose optimise optimize order originate outlast outline outlive outnumber outpace
	outperform outweigh overestimate overload overreact oversleep ovulate own oxidise oxidize oxygenate pace paralyse
	paralyze participate pass patent peel penetrate perceive perforate perform permeate permit persist pertain
	phosphorylate pick pinch pinpoint pioneer place plague plan plateau play point poison pollinate pollute pool
	populate portray pose position possess postpone pour power practice practise precede precipitate predict predispose
	prefer prepare prescribe present preserve press pressure presume pretend prevail prevent prime probe proceed process
	procure produce profit program progress prohibit project proliferate prolong promise promote prompt propose prosper
	protect protrude prove provide provoke publish pull pump punish purchase purify pursue push qualify quantify quench
	question quicken quiet race raise range rank rate reach react realise realize reap reappear reassure rebalance rebut
	recall recede receive reckon recognise recognize recommend reconsider record recover recruit recur recycle reduce
	refer refine reflect refuse refute regain regard regenerate register regress regulate rehabilitate reimburse
	reinfect reinforce reiterate reject rejoin rejuvenate relapse relate relax relay release relieve relinquish relocate
	rely remain remedy remember remind remove render renew reoccur reopen repair repay repeat replace replenish
	replicate report represent repress reproduce request require rescue resemble reserve reset reshape reside resist
	resolve resorb respond rest restore restrain restrict result resume retain retire retrieve return reveal reverse
	reverse-engineer revert review revise revisit revive reward rinse risk rival rot rotate route rub rule rupture rush
	safeguard sample satisfy saturate save scan scar scare scavenge schedule score scratch screen seal search secrete
	secure sedate seem segregate select self-replicate sense sensitise sensitize separate serve settle shape share
	sharpen shield shift shop shorten sign signal signify simplify simulate skew skip slash sleepwalk slow smell smile
	smoke smoothen sneeze snore soak soar soften solidify solve soothe sort spare specify speculate speed spike spoil
	sponsor spray sprout squeeze stabilise stabilize stagnate stain stall standardise standardize stare start startle
	starve state stay stem sterilise sterilize stiffen stimulate stipulate stockpile stop store strain streamline
	strengthen stress stretch strive stroke study stumble stunt subdue submit subside substitute succeed succumb suffer
	suffice suggest summarise summarize supersede supplement supply support suppress surface surge surpass surprise
	surround survive suspect sustain swallow swap sweat switch symbolise synchronise synchronize synthesise synthesize
	tackle talk taper target taste team tempt tend terminate test thank thicken thin threaten thrive throb tighten tire
	tolerate tone top total touch toughen trace track trail train transcribe transfer transform transfuse translate
	transmit transplant transport travel traverse treat trick trigger triple try tumble turn twist type typify unblock
	unclog uncover underestimate underline undermine underscore undertreat undress unfold unify unite unleash unveil
	unwind update upgrade upregulate urge urinate use usher utilise utilize vaccinate validate value vanish vape vary
	vasodilate veer verify view violate visit volunteer vomit vote wait walk wander want ward warm warn warrant wash
	waste watch weaken wean weather weigh welcome wheeze widen wipe wish wither withstand witness wonder work worry
	worsen yield zap`

// irregularVerbs are given as base, past, participle, gerund, with the past where the participle is the same left out.
const irregularVerbs = `
	be/was/been/being become/became/become/becoming begin/began/begun/beginning bear/bore/borne/bearing beat/beat/beaten/beating
	bind/bound//binding bleed/bled//bleeding break/broke/broken/breaking breed/bred//breeding bring/brought//bringing
	build/built//building burn/burned//burning buy/bought//buying catch/caught//catching choose/chose/chosen/choosing
	come/came/come/coming cost/cost//costing cut/cut//cutting deal/dealt//dealing draw/drew/drawn/drawing
	drink/drank/drunk/drinking drive/drove/driven/driving eat/ate/eaten/eating fall/fell/fallen/falling feed/fed//feeding
	feel/felt//feeling fight/fought//fighting find/found//finding fly/flew/flown/flying forget/forgot/forgotten/forgetting
	get/got//getting give/gave/given/giving go/went/gone/going grow/grew/grown/growing hear/heard//hearing hide/hid/hidden/hiding
	hit/hit//hitting hold/held//holding hurt/hurt//hurting keep/kept//keeping know/knew/known/knowing lay/laid//laying
	lead/led//leading learn/learned//learning leave/left//leaving let/let//letting lie/lay/lain/lying lose/lost//losing
	make/made//making mean/meant//meaning meet/met//meeting occur/occurred//occurring overcome/overcame/overcome/overcoming
	pay/paid//paying put/put//putting quit/quit//quitting read/read//reading rebuild/rebuilt//rebuilding rise/rose/risen/rising
	run/ran/run/running say/said//saying see/saw/seen/seeing seek/sought//seeking sell/sold//selling send/sent//sending
	set/set//setting shake/shook/shaken/shaking shed/shed//shedding show/showed/shown/showing shrink/shrank/shrunk/shrinking
	shut/shut//shutting sit/sat//sitting sleep/slept//sleeping speak/spoke/spoken/speaking spend/spent//spending
	spread/spread//spreading stand/stood//standing stick/stuck//sticking sting/stung//stinging strike/struck//striking
	swell/swelled/swollen/swelling take/took/taken/taking teach/taught//teaching tell/told//telling think/thought//thinking
	throw/threw/thrown/throwing undergo/underwent/undergone/undergoing understand/understood//understanding
	upset/upset//upsetting wake/woke/woken/waking wear/wore/worn/wearing win/won//winning withstand/withstood//withstanding
	withdraw/withdrew/withdrawn/withdrawing write/wrote/written/writing arise/arose/arisen/arising offset/offset//offsetting
	stop/stopped//stopping drop/dropped//dropping plan/planned//planning scan/scanned//scanning curb/curbed//curbing
	refer/referred//referring transfer/transferred//transferring prefer/preferred//preferring control/controlled//controlling
	compel/compelled//compelling expel/expelled//expelling recur/recurred//recurring incur/incurred//incurring
	permit/permitted//permitting admit/admitted//admitting submit/submitted//submitting transmit/transmitted//transmitting
	emit/emitted//emitting scar/scarred//scarring clot/clotted//clotting slim/slimmed//slimming swap/swapped//swapping
	clog/clogged//clogging unclog/unclogged//unclogging step/stepped//stepping trap/trapped//trapping wrap/wrapped//wrapping
	hamper/hampered//hampering fit/fitted//fitting stem/stemmed//stemming spot/spotted//spotting dip/dipped//dipping
	enrol/enrolled//enrolling fulfil/fulfilled//fulfilling travel/travelled//travelling model/modelled//modelling
	mimic/mimicked//mimicking outgrow/outgrew/outgrown/outgrowing oversee/oversaw/overseen/overseeing die/died//dying
	tie/tied//tying undo/undid/undone/undoing blow/blew/blown/blowing lend/lent//lending bend/bent//bending wind/wound//winding
	ban/banned//banning rob/robbed//robbing strip/stripped//stripping thin/thinned//thinning slip/slipped//slipping
	undertake/undertook/undertaken/undertaking underlie/underlay/underlain/underlying rid/rid//ridding swear/swore/sworn/swearing
	forgo/forwent/forgone/forgoing breastfeed/breastfed//breastfeeding freeze/froze/frozen/freezing sink/sank/sunk/sinking
	swim/swam/swum/swimming tear/tore/torn/tearing dig/dug//digging shoot/shot//shooting slide/slid//sliding spin/spun//spinning
	drag/dragged//dragging skip/skipped//skipping rub/rubbed//rubbing program/programmed//programming label/labelled//labelling
	grip/gripped//gripping pump/pumped//pumping star/starred//starring flag/flagged//flagging`

// nounForms are forms of verbs that are nouns at least as often; what they are the words beside them decide.
const nounForms = `
	account accounts address addresses age ages aid aids answer answers attack attacks attempt attempts average
	balance ban base bases battle benefit benefits block blocks boost burden burdens care cascade cause causes
	challenge challenges change changes charge charges check checks claim claims close clot clots coat combat
	comment comments complement compromise concern concerns conduct contact contract contracts contrast control
	controls cost costs counter cover cross cure cures cut cuts damage damages date dates deal deals decay decline
	declines decrease decreases delay delays demand demands deposit deposits design designs disease diseases
	disorder disorders display displays dispute disputes double drain drink drinks drive drives drop drops end ends
	escape estimate estimates exercise exercises experience experiences fall falls fear fears feature features
	fight fights filter filters find finds fire fit flow flows focus force forces form forms fracture fractures
	fuel function functions fund funds gain gains grade grades graft grafts guide guides harm harms heat help host
	hosts hope hopes impact impacts increase increases influence influences intake interest interests jump lack
	lead leads level levels lie lies lift limit limits line lines link links list lists live lives load loads look
	looks map maps march mark marks mask masks match measure measures model models monitor mount move moves name
	names need needs note notes number numbers offer offers order orders pace pass place places plan plans play
	plays point points poison pool power practice practices present press pressure pressures process processes
	produce progress project projects promise prompt pump pumps push question questions range ranges rank ranks
	reach record records release releases remedy repair repairs report reports rescue resolve rest result results
	review reviews reward rewards rise rises risk risks rule rules run runs scan scans scar scars schedule score
	scores screen screens search seal sense senses set sets shape share shares shift shifts show shows signal
	signals sleep slow smell smoke sort sorts spike spikes spread stain start starts state states stay stays stem
	stems step steps store stores strain strains stress stresses stretch strike strikes stroke strokes study
	studies supplement supplements supply supplies support supports surge surprise suspect switch target targets
	taste test tests thin tone touch trace traces track train transfer transfers transplant transplants transport
	travel treat treats trial trials trick trigger triggers triple turn turns twist update updates upset use uses
	value values view views visit visits volunteer volunteers wait walk walks wash waste watch weather welcome win
	wins wipe witness wonder work works worry worries yield yields prime plateau fragment plague moderate separate
	mature complete clear clean calm dry empty equal open lower warm cool return returns call calls count counts
	cycle cycles doubt doubts fix fixes guess guesses launch lock locks love matter matters mind minds mix mixes
	notice notices object objects pick picks program programs race races request requests rush scratch shop shops
	sign signs skip smile sneeze spray sprays sweat talk talks type types vote votes wish wishes ache aches massage
	patent patents rate rates discharge extract extracts harvest implant implants infuse label labels leak leaks
	outline position positions probe probes profit profits route routes sample samples surface surfaces swim team
	teams top total tear tears upgrade stall rot sponsor lobby slide slides shot cough burn burns meet sting shed
	bear feed feeds hit hold holds hurt read finding findings meaning beginning building feeling feelings
	understanding writing beat break breaks draw fly lay catch content contents shakes thought thoughts found wound
	wounds`

// verbs are the verbs with all their forms.
var verbs = newVerbs()

func newVerbs() []forms {
	var out []forms
	irregular := map[string]bool{}
	for _, entry := range strings.Fields(irregularVerbs) {
		f := strings.Split(entry, "/")
		if f[2] == "" {
			f[2] = f[1]
		}
		out = append(out, forms{f[0], thirdOf(f[0]), f[1], f[2], f[3]})
		irregular[f[0]] = true
	}
	for _, b := range strings.Fields(regularVerbs) {
		if !irregular[b] {
			out = append(out, forms{b, thirdOf(b), pastOf(b), pastOf(b), gerundOf(b)})
		}
	}
	return out
}

func thirdOf(b string) string {
	switch {
	case b == "be":
		return "is"
	case endsInConsonantY(b):
		return b[:len(b)-1] + "ies"
	case hasAny(b, strings.HasSuffix, "s", "x", "z", "ch", "sh", "go", "do"):
		return b + "es"
	}
	return b + "s"
}

func pastOf(b string) string {
	switch {
	case endsInConsonantY(b):
		return b[:len(b)-1] + "ied"
	case strings.HasSuffix(b, "e"):
		return b + "d"
	}
	return b + "ed"
}

func gerundOf(b string) string {
	if strings.HasSuffix(b, "e") && !strings.HasSuffix(b, "ee") {
		return b[:len(b)-1] + "ing"
	}
	return b + "ing"
}

func endsInConsonantY(b string) bool {
	return len(b) > 1 && b[len(b)-1] == 'y' && !strings.ContainsRune("aeiou", rune(b[len(b)-2]))
}

// byForm finds a verb by any of its forms; where two verbs share one, the first of the table.
var byForm = indexForms()

func indexForms() map[string]*forms {
	m := map[string]*forms{}
	for i := range verbs {
		v := &verbs[i]
		for _, f := range []string{v.base, v.third, v.past, v.participle, v.gerund} {
			if m[f] == nil {
				m[f] = v
			}
		}
	}
	return m
}

// baseOf is the base of a verb's form, or the word itself.
func baseOf(w string) string {
	if v := byForm[w]; v != nil {
		return v.base
	}
	return w
}
