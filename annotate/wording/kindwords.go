package wording

var (
	rulings   = set("guideline guidelines")
	advising  = set("should must ought advisable prudent recommend shouldn't mustn't")
	advisable = set("best useful important sensible wise helpful worthwhile better")
	standings = set(`
		approved licensed authorised authorized guideline guidelines recommended recommendations controversial standard unproven
		prescribed evidence disputed unknown unlicensed banned proof proven unsettled untested best-studied conventional illegal
		reimbursed certified`)
	unproving    = set("prove show test try establish demonstrate")
	nobody       = set("nobody no none")
	accuracy     = set("accuracy sensitivity specificity detectable biomarker biomarkers algorithm")
	detections   = set("detect diagnose predict identify recognise recognize distinguish measure screen reveal miss find")
	examinations = set("test tests screening marker markers scan scans mri ct x-ray x-rays ultrasound biopsy mammography colonoscopy examination")
	diseases     = set("cancer disease tumour tumor infection early stage accurate accurately reliable false")
	shares       = set("half third quarter one-third percent % majority most everybody everyone fewer only")
	safetyCues   = set(`
		side adverse complication complications toxic toxicity harms harmful safe safety unsafe overdose fatal tolerated
		dependence addiction poisoning hepatotoxic painless dangerously`)
	harming   = set("injure poison sting damage endanger")
	worsening = set("cause raise increase double trigger carry lead make enter develop produce promote affect provoke result heighten")
	harmNouns = set(`
		risk risks infection infections bleeding falls pain headache headaches palpitations tremor stroke diabetes death deaths cancer
		nausea diarrhoea diarrhea vomiting rash damage addiction blood-pressure reactions allergy dizziness fatigue fracture
		fractures failure clots harm rhabdomyolysis symptoms sugar memory level swelling weight-gain`)
	treatments = set(`
		therapy treatment dialysis haemodialysis hemodialysis drug medicine medication statin vaccine vaccination antibiotic probiotic
		supplement vitamin coffee caffeine dose surgery transplant transplantation infusion painkiller opioid paracetamol
		ibuprofen magnesium capsule tablet pill injection implant antidepressant aspirin insulin metformin cannabis fasting iu needle
		operation chemotherapy radiotherapy steroid inhibitor blocker antibody melatonin ventilation acupuncture yoga
		diet tea intervention programme program regimen procedure stent pacemaker device massage meditation cup stem purifier`)
	counted = set(`
		participants patients group groups placebo percent volunteers mice rats trial trials study studies experiment series people
		women men average number days`)
	frequencies = set("prevalence incidence common rare widespread deadliest worldwide uncommon frequent affects affect usually majority")
	counters    = set(`
		percent % million billion people adults patients women men children cases times deaths year years one lives litres months
		weeks days`)
	causing     = set("due responsible because reasons cause causes caused factor trigger triggers driver culprit blame")
	raising     = set("raise increase double triple quadruple heighten")
	beIs        = set("is are was were")
	featureCues = set("symptom symptoms sign signs feature features characterised characterized include includes syndrome manifestations")
	bodily      = set(`
		cell cells protein proteins hormone hormones gene genes receptor receptors enzyme enzymes molecule molecules tissue bacteria
		secretion metabolism autophagy insulin melatonin serotonin calcium phosphate potassium sodium glucose cholesterol antibodies
		neurons bile blood waste glomerulus progeny microbes oxygen acid acids vessels gut kidney kidneys liver inflammation tumours
		tumors nerves nerve`)
	beneficial    = set("risk days symptoms attacks pain survival")
	physiological = set(`
		absorb secrete filter bind convert suppress travel turn remove break draw take switch release metabolise metabolize excrete digest
		dilate constrict activate inhibit stimulate block produce attach enter pump transport build kill store make hold stop help
		measure migrate trap regulate supply feed`)
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
	molecules      = set("waste bacteria calcium phosphate melatonin autophagy hormone hormones enzyme enzymes protein proteins receptor receptors waste toxins microbes serotonin bile absorb")
	comparatives   = set("more less smaller larger higher lower fewer older younger poorer better worse")
	symptomWords   = set("symptom symptoms signs pain")
	causeVerbs     = set("cause causes caused produce produces give gives")
	including      = set("include includes including")
	seldom         = set("rarely seldom hardly often usually first")
	extra          = set("extra additional added")
	lacking        = set("lack deficiency shortage skipping without withdrawal")
	touching       = set("affects affect found lasts last")
	exposures      = set("exercise cycling sugar salt food eating sleep smoking alcohol walking running training meat fish fruit vegetable milk juice water breakfast nap mask shift")
	linkPredicates = set("associated linked correlated correlates correlate related likelier predictor predictors")
	comparing      = set("than where")
	relatives      = set("that which who")
	judging        = set("common better good risk problem")
	chances        = set("risk risks likelihood chance odds")
	working        = set("works work better best helps enough healthier effective effect effects benefit protection")
	peopleWords    = set(`
		people person man woman child men women children adult patient worker participant volunteer baby infant girl boy teenager adolescent
		mother smoker athlete pensioner resident user survivor twin student nurse`)
)
