package wording

// effectVerbs are verbs, by their base, that say what one thing does to another.
var effectVerbs = set(`
	abolish accelerate accommodate activate affect aggravate aid alleviate alter ameliorate antagonise antagonize
	attenuate augment avert benefit block blunt boost cause clear clog combat compromise confer contribute correct
	counteract curb cure cut damage decelerate delay deplete destroy determine diminish disrupt disturb double
	down-regulate downregulate ease elevate elicit eliminate enable enhance enlarge ensure evoke exacerbate exert explain
	facilitate fuel generate halt halve hamper harm heal heighten help hinder hurt impact impair impede induce infect
	influence inhibit injure interfere interrupt kill lead lengthen lessen lower mediate minimise minimize mitigate
	mobilise mobilize moderate modify modulate necessitate neutralise neutralize normalise normalize offset optimise
	optimize overcome poison potentiate precipitate predispose preserve prevent produce prolong promote protect provoke
	quadruple raise rebuild reduce regenerate regulate relieve remodel remove repair replenish rescue restore result
	reverse sensitise sensitize shape shorten shrink slow soothe speed stabilise stabilize stem stimulate stop strengthen
	suppress thin translate trigger triple undermine up-regulate upregulate upset weaken widen worsen yield`)

// changeVerbs are verbs that say that something changes, and with an object what changes it.
var changeVerbs = set(`
	accelerate advance alter change decline decrease delay deteriorate diminish drop elevate enlarge fall gain grow
	impair improve increase lose lower normalise normalize progress prolong raise recover reduce rise shorten shrink slow
	vary worsen`)

// findingVerbs are verbs with which a study says what it found.
var findingVerbs = set(`
	argue believe conclude confirm corroborate demonstrate detect emphasise emphasize establish find highlight
	hypothesise hypothesize identify illustrate imply indicate note observe point propose prove provide reaffirm
	reinforce report reveal see show speculate stress substantiate suggest support think underline underscore validate
	verify`)

// otherVerbs are verbs that other rules look for.
var otherVerbs = set(`
	absorb achieve act advise alleviate allow appear assist associate attach attribute avoid become begin bind break
	breathe bring build burn calm carry clarify clean come compare consider constrict convert correlate depend diagnose
	die differ digest dilate distinguish double draw drink eat elucidate encourage endanger enter evaluate examine
	excrete exist expect explore fail feed filter generalize give inflame interpret investigate keep know lack last leave
	link live make mean measure metabolise metabolize migrate miss need occur offer pass play predict provide pump
	quadruple react receive recognise recognize recommend regulate relate release replicate require return run save say
	screen secrete seem serve sleep spare stay sting store strain study supply switch take tell tend test transport
	travel treat triple try turn undergo understand urge use walk warrant work`)
