package claims

import "strings"

// healthWords are words of health, medicine and biology in the singular.
var healthWords = set(`
	abdomen ability abortion abscess ache acid acne acupuncture adherence adolescent adult ageing aging aids air
	airway albumin alcohol alive allergen allergy alzheimer alzheimer's amino amputation anaemia anaesthesia anemia
	anesthesia angina animal ankle anorexia antibiotic antibody antidepressant antifungal antigen antioxidant
	antiviral anxiety aorta appendicitis appetite arm arsenic artery arthritis asbestos asleep aspirin asthma
	athlete atom atrium attack aura autism autoimmune autophagy baby back bacteria bacterium balance bile biology
	biopsy birth bladder bleeding blindness blister blood bmi body bone bowel bp brain breakfast breast breath
	breathing breathlessness bronchitis bruise bug burn caesarean caffeine calcium calorie cancer cannabis
	capillary capsule carbohydrate carcinogen cardiovascular care cartilage catheter cell cessation chemotherapy
	chest child childbirth chiropractic chlamydia cholera cholesterol chromosome cigarette cirrhosis clinic
	clinical clinically clot coeliac coffee cognition cold collagen colon coma comorbidity complication concussion
	condition consciousness constipation contraception contraceptive convulsion cord coronary cortisol cough
	counseling counselling covid covid-19 cramp craving creatinine crisis ct cyst dairy dead deafness death decline
	defect deficiency dehydration dementia density dentist depression dermatitis detox diabetes diabetic diagnosis
	diagnostic dialysis diarrhea diarrhoea die died diet dieting digestion dioxide disability disc disease disorder
	dizziness dna doctor donor dopamine dosage dose drink drinker drinking drowsy drug dust dying ear eating ebola
	ecg eczema effect egg elderly electrolyte embolism embryo emergency endocrine endometriosis endothelial
	endurance energy enzyme epidemic epilepsy epinephrine erythropoietin estrogen exercise exhaustion expectancy
	exposure eye eyesight face failure faint fast fasting fat fatality fatigue fertile fertility fetus fever fiber
	fibre fibrosis fish fitness flora flu fluid foetus folate follicle food foot forgetfulness fracture fruit
	fungus gallbladder gallstone gas gastric gene genetic genome germ gestation gland glaucoma glomerular
	glomerulus glucose gluten gonorrhea gonorrhoea gout growth gum gut haemodialysis haemoglobin haemorrhage hair
	hallucination hand harm hay hba1c hdl headache healing health healthcare healthier healthiest healthy hearing
	heart heartbeat heartburn hemodialysis hemoglobin hemorrhage hepatitis herb hernia heroin herpes hip histamine
	hiv homeopathy hormone hospital hospitalisation hospitalization human hunger hungrier hungry hygiene
	hyperactivity hypertension hypoxia hysterectomy ibuprofen ill illness immune immunity immunology immunotherapy
	implant incidence incontinence indigestion infant infarction infection infertile infertility inflammation
	influenza infusion ingredient inhaler injection injury insomnia insulin intake intestine iron irritability
	ischemia itching iu iv jaundice jaw joint juice kidney knee labor labour lactose ldl lead leaner leg lesion
	leukaemia leukemia libido life life-span lifespan lifestyle ligament limb lip lipid liver longevity lumbar lung
	lupus lymph lymphoma magnesium malaria malnutrition mammogram mammography marijuana marker marrow meal measles
	meat medication medicine meditation melanoma melatonin membrane memory menopause menstruation mercury
	metabolism metabolite metastasis mice microbe microbiome microcirculation microplastic migraine milk
	mindfulness mineral miscarriage molecule mood mortality mosquito mother mouse mouth mri mucus muscle mutation
	nail nap nausea neck nephritis nephropathy nerve nervous neuron newborn nicotine nitrate nitrogen nose numbness
	nurse nut nutrient nutrition obese obesity oestrogen offspring oil omega-3 operation opioid oral organ organism
	osteopathic osteoporosis ovary overdose overeating overweight ovulation oxygen oxytocin ozone pacemaker pain
	painkiller palpitation pancreas pancreatic pandemic paracetamol paralysis parasite parkinson parkinson's
	particle pathogen pathology patient pelvis penicillin penis period pesticide phlegm phosphate phosphorus
	physiology physiotherapy pill placebo placenta plaque plasma platelet pneumonia poison poisoning pollen
	pollutant pollution polyp potassium pregnancy pregnant prescription pressure prevalence probiotic procedure
	prognosis prostate protein psa psoriasis psychosis psychotherapy puberty pulmonary pulse pump purine radiation
	radiotherapy rash rat receptor recovery rectum recurrence reflex reflux regimen rehabilitation relapse relief
	remission renal resistance respiration respiratory retina rheumatism rhythm rickets risk rna saliva salt
	sarcoma sauna scan scar scarring schizophrenia screening secretion seizure sensitivity sepsis serotonin serum
	sex sexual shift shingles shock shoulder sick sickness sinus skeleton skin sleep sleepiness sleeping
	sleeplessness sleepy slimmer smoke smoker smoking sodium specificity sperm spine spleen sport sprain stamina
	starvation statin stem stent steroid stomach stool strain stress stroke stye sugar suicide sun sunlight
	sunscreen supplement supplementation surgery surgical survival survivor swelling symptom syndrome syphilis
	syringe tablet tea teeth temperature tendon testicle testosterone tetanus therapeutic therapy thirsty throat
	thrombosis thrombus thyroid tinnitus tiredness tissue tobacco toe tongue tonsil tooth toxin transfusion
	transplant transplantation trauma treatment tremor trial tuberculosis tumor tumour twin ulcer ultrasound
	umbilical underweight unwell urea uremia uremic urination urine uterus vaccination vaccine vagina valve
	vegetable vegetarian vein vertigo vessel virus vision vitamin vomiting waist warfarin water weight well-being
	wellness wheeze white womb worker wound wrinkle x-ray yeast yoga yoghurt yogurt zinc`)

// healthEndings are endings that only words of medicine and biology have.
var healthEndings = []string{"itis", "emia", "aemia", "emic", "aemic", "oma", "osis", "opathy", "ectomy", "ostomy", "otomy", "statin", "mab", "pril",
	"sartan", "azole", "cillin", "mycin", "virus", "viral", "plasty", "scopy", "scopic", "uria", "algia", "cyte", "cytes", "blast", "blasts",
	"cardial", "vascular", "hepatic", "renal", "toxic", "toxicity", "genic", "therapy", "therapies", "glycemic", "immune", "peptide", "amine",
	"bacterial", "cellular", "enzyme", "protein", "carcinogenic", "metabolic", "glyceride", "steroid", "ologist"}

// healthy says whether the word w, in small letters, speaks of health, medicine or biology.
func healthy(w string) bool {
	w = strings.TrimSuffix(w, "'s")
	if healthWords[w] || healthWords[singular(w)] {
		return true
	}
	if len(w) < 7 {
		return strings.HasSuffix(w, "itis")
	}
	if _, tail, ok := strings.Cut(w, "-"); ok && healthWords[singular(tail)] {
		return true
	}
	return hasAny(w, strings.HasSuffix, healthEndings...) || strings.HasSuffix(w, "s") && hasAny(w[:len(w)-1], strings.HasSuffix, healthEndings...)
}

// singular is w without the ending of a plural.
func singular(w string) string {
	switch {
	case strings.HasSuffix(w, "ies") && len(w) > 4:
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "ses") || strings.HasSuffix(w, "xes") || strings.HasSuffix(w, "ches"):
		if s := w[:len(w)-1]; healthWords[s] {
			return s
		}
		return w[:len(w)-2]
	case strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && len(w) > 3:
		return w[:len(w)-1]
	}
	return w
}
