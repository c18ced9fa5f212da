package wording

var (
	norms     = set("standard conventional controversial unproven proven prescribed proof recommendations")
	known     = set("no little insufficient limited strong good growing some")
	rulings   = set("guideline guidelines")
	advising  = set("should must ought advisable prudent recommend shouldn't mustn't")
	advisable = set("best useful important sensible wise helpful worthwhile better")
	standings = set(`
		approved authorised authorized banned best-studied certified disputed guideline guidelines illegal licensed
		recommended reimbursed unknown unlicensed unsettled untested`)
	unproving    = set("prove show test try establish demonstrate")
	nobody       = set("nobody no none")
	accuracy     = set("accuracy sensitivity specificity detectable biomarker biomarkers algorithm")
	detections   = set("detect diagnose predict identify recognise recognize distinguish measure screen reveal miss find")
	examinations = set(`
		biopsy colonoscopy ct examination mammography marker markers mri scan scans screening test tests ultrasound x-ray
		x-rays`)
	diseases   = set("cancer disease tumour tumor infection early stage accurate accurately reliable false")
	shares     = set("half third quarter one-third percent % majority most everybody everyone fewer only")
	safetyCues = set(`
		addiction adverse complication complications dangerously dependence fatal harmful harms hepatotoxic overdose
		painless poisoning safe safety side tolerated toxic toxicity unsafe`)
	harming   = set("injure poison sting damage endanger")
	worsening = set(`
		affect carry cause develop double enter heighten increase lead make produce promote provoke raise result trigger`)
	harmNouns = set(`
		addiction allergy bleeding cancer clots damage death deaths diabetes diarrhea diarrhoea dizziness failure falls
		fatigue fracture fractures harm headache headaches infection infections level memory nausea pain palpitations rash
		reactions rhabdomyolysis risk risks stroke sugar swelling symptoms tremor vomiting`)
	treatments = set(`
		acupuncture antibiotic antibody antidepressant aspirin blocker caffeine cannabis capsule chemotherapy coffee cup
		device dialysis diet dose drug fasting haemodialysis hemodialysis ibuprofen implant infusion inhibitor injection
		insulin intervention iu magnesium massage medication medicine meditation melatonin metformin needle operation opioid
		pacemaker painkiller paracetamol pill probiotic procedure program programme purifier radiotherapy regimen statin
		stem stent steroid supplement surgery tablet tea therapy transplant transplantation treatment vaccination vaccine
		ventilation vitamin yoga`)
	counted = set(`
		average days experiment group groups men mice number participants patients people percent placebo rats series
		studies study trial trials volunteers women`)
	frequencies = set(`
		affect affects common deadliest frequent incidence majority prevalence rare uncommon usually widespread worldwide`)
	counters = set(`
		% adults billion cases children days deaths litres lives men million months one patients people percent times weeks
		women year years`)
	causing     = set("due responsible because reasons cause causes caused factor trigger triggers driver culprit blame")
	raising     = set("raise increase double triple quadruple heighten")
	beIs        = set("is are was were")
	featureCues = set(`
		characterised characterized feature features include includes manifestations sign signs symptom symptoms syndrome`)
	bodily = set(`
		acid acids antibodies autophagy bacteria bile blood calcium cell cells cholesterol enzyme enzymes gene genes
		glomerulus glucose gut hormone hormones inflammation insulin kidney kidneys liver melatonin metabolism microbes
		molecule molecules nerve nerves neurons oxygen phosphate potassium progeny protein proteins receptor receptors
		secretion serotonin sodium tissue tumors tumours vessels waste`)
	beneficial = set(`
		attacks cancer days death deaths diabetes disease mortality obesity pain risk risks stroke survival symptoms`)
	physiological = set(`
		absorb activate attach bind block break build constrict convert digest dilate draw enter excrete feed filter help
		hold inhibit kill make measure metabolise metabolize migrate produce pump regulate release remove secrete stimulate
		stop store supply suppress switch take transport trap travel turn`)
	acting = set(`
		absorb accelerate activate affect aggravate aid alleviate alter attack augment avert avoid benefit bind block boost
		break bring calm carry cause change clean cleanse clear clog combat complement compromise contribute control convert
		counteract curb cure cut damage decrease delay deplete destroy detoxify develop differentiate digest diminish
		disrupt disturb double draw drive ease elevate eliminate enable enhance enlarge exacerbate excrete expand extend
		facilitate fatten fight filter fuel halt halve harden harm heal heighten help hinder hurt impair improve increase
		induce infect inflame influence inhibit injure interfere irritate keep kill lead lengthen lessen lower maintain make
		metabolise metabolize minimise minimize mitigate moderate modulate neutralise neutralize normalise normalize nourish
		offer offset overcome poison pose postpone precipitate predispose preserve prevent produce prolong promote protect
		provoke purify quit raise rebuild reduce regenerate regulate rejuvenate relax relieve remove repair replace
		replenish reset restore result reverse save secrete sharpen shed shield shorten shrink slash slow soothe spare speed
		spread stabilise stabilize starve stem stimulate sting stop strain strengthen stress stunt support suppress sustain
		switch tackle thin threaten tighten transport trap treat trigger triple turn undermine upset vaccinate wake ward
		weaken widen worsen`)
	molecules = set(`
		absorb autophagy bacteria bile calcium enzyme enzymes hormone hormones melatonin microbes phosphate protein proteins
		receptor receptors serotonin toxins waste`)
	comparatives = set("more less smaller larger higher lower fewer older younger poorer better worse")
	symptomWords = set("symptom symptoms signs pain")
	causeVerbs   = set("cause causes caused produce produces give gives")
	including    = set("include includes including")
	seldom       = set("rarely seldom hardly often usually first")
	extra        = set("extra additional added")
	lacking      = set("lack deficiency shortage skipping without withdrawal")
	touching     = set("affects affect found lasts last")
	exposures    = set(`
		alcohol breakfast cycling eating exercise fish food fruit juice mask meat milk nap running salt shift sleep smoking
		sugar training vegetable walking water`)
	linkPredicates = set("associated linked correlated correlates correlate related likelier predictor predictors")
	comparing      = set("than where")
	relatives      = set("that which who")
	judging        = set("common better good risk problem")
	chances        = set("risk risks likelihood chance odds")
	working        = set("works work better best helps enough healthier effective effect effects benefit protection")
	peopleWords    = set(`
		adolescent adult athlete baby boy child children girl infant man men mother nurse participant patient pensioner
		people person resident smoker student survivor teenager twin user volunteer woman women worker`)
)
