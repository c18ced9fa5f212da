package wording

// effectVerbs are verbs, by their base, that say what one thing does to another.
var effectVerbs = set(`
	double triple quadruple halve cut 	benefit 	abolish accelerate activate affect aggravate alleviate alter ameliorate antagonise antagonize attenuate augment avert block
	blunt boost cause clear clog combat compromise confer contribute correct counteract cure curb damage decelerate delay
	deplete destroy determine diminish disrupt disturb downregulate down-regulate ease elicit eliminate enable enhance enlarge
	ensure evoke exacerbate exert facilitate fuel generate halt hamper harm heal heighten hinder hurt impact impair impede
	induce infect influence inhibit injure interfere interrupt kill lead lengthen lessen lower mediate minimise minimize
	mitigate moderate modify modulate mobilise mobilize necessitate neutralise neutralize normalise normalize offset optimise
	optimize overcome optimise poison potentiate precipitate predispose preserve prevent produce prolong promote protect provoke
	raise rebuild reduce regenerate regulate relieve remodel remove repair replenish rescue restore result reverse sensitise
	sensitize shape shorten shrink slow soothe speed stabilise stabilize stimulate stop strengthen suppress thin trigger
	undermine upregulate up-regulate upset weaken widen worsen yield stem translate elevate accommodate aid help fuel explain`)

// changeVerbs are verbs that say that something changes, and with an object what changes it.
var changeVerbs = set(`
	accelerate advance alter change decline decrease deteriorate drop enlarge fall gain grow improve increase lose lower recover
	reduce rise shrink slow worsen elevate vary diminish progress raise impair delay prolong shorten normalise normalize`)

// findingVerbs are verbs with which a study says what it found.
var findingVerbs = set(`
	argue believe conclude confirm corroborate demonstrate establish find highlight identify illustrate imply indicate observe
	propose prove provide reaffirm reinforce report reveal see show speculate stress substantiate suggest support think underline
	underscore validate verify emphasise emphasize hypothesise hypothesize note detect point`)

// otherVerbs are verbs that other rules look for.
var otherVerbs = set(`
	drink eat pass inflame react stay live die last begin burn run walk sleep breathe return work
		absorb secrete filter bind convert travel turn break draw switch release metabolise metabolize excrete digest dilate constrict attach
	enter pump transport build store migrate regulate supply feed sting endanger carry double triple quadruple diagnose recognise
	recognize distinguish measure screen miss try strain calm spare save bring leave treat clean come
		investigate evaluate elucidate clarify examine explore study test replicate interpret understand generalize urge exist
	alleviate assist appear seem tend need require recommend consider avoid fail lack receive give take
	use make keep become undergo occur differ associate correlate relate link predict depend compare mean say tell know expect
	warrant advise urge encourage offer provide serve allow play act achieve attribute`)
