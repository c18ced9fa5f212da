package claims

// effects are verbs, by their base, that say what one thing does to another: the heart of most health claims.
var effects = set(`
	accelerate activate affect aggravate aid alleviate alter attack augment avert avoid block boost calm cause
	change cleanse clean clear clog combat complement compromise contribute control counteract cure curb cut damage
	decrease delay deplete destroy detoxify develop differentiate diminish disrupt disturb double draw drive ease
	elevate eliminate enable enhance enlarge exacerbate expand extend facilitate fatten fight filter fuel halt
	halve harden harm heal heighten help hinder hurt impair improve increase induce infect inflame influence
	inhibit injure interfere irritate keep kill lead lengthen lessen lower maintain make minimise minimize mitigate
	moderate modulate neutralise neutralize normalise normalize nourish offset overcome poison postpone precipitate
	predispose preserve prevent produce prolong promote protect provoke purify quit raise rebuild reduce regenerate
	regulate rejuvenate relax relieve remove repair replace replenish reset restore result reverse save secrete
	shed sharpen shield shorten shrink slash slow soothe spare speed spread stabilise stabilize starve stimulate
	sting stop strain strengthen stress stunt suppress support sustain tackle thin threaten tighten treat trigger
	triple turn undermine upset vaccinate wake ward weaken widen worsen trap bind break convert absorb excrete
	digest metabolise metabolize transport stem pose carry offer benefit switch`)

// detections are verbs, by their base, that say what a test or an examination finds.
var detections = set("detect diagnose predict identify recognise recognize distinguish measure screen reveal miss")

// associations are words that say two things go together.
var associations = set(`
	associated association associations linked link links correlated correlation correlations correlates correlate
	related relationship predictor predictors predict predicts predicted predictive connection likelihood likelier
	odds attributable attributed proportional inversely`)

// comparing are words that compare.
var comparing = set(`
	than compared versus vs vs. more less fewer higher lower greater smaller better worse faster slower longer
	shorter likely most least leading twice double half equally similar highest lowest common rare`)

// amounts are words that give a number its meaning in a claim.
var amounts = set(`
	percent per cent % rate rates risk times deaths die died dying cases people adults patients women men children
	average years months weeks days hours points fold`)

// advising are words that tell people what to do.
var advising = set(`
	should must avoid advisable recommended recommend recommends recommendation recommendations advised advise
	advises prudent shouldn't mustn't necessary ought consult limit need needs`)

// standings are words that tell how an intervention stands with authorities, guidelines and practice.
var standings = set(`
	approved approval licensed licence license authorised authorized banned guideline guidelines recommended
	standard controversial unproven prescribed regulated available disputed evidence cure treatments unknown
	untested unlicensed proof proven tried tested recommendations established`)
