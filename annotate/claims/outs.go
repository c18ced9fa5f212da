package claims

import "strings"

// A cue is a set of phrases that speak against taking a sentence for a claim.
type cue struct {
	phrases string // set apart by commas
	cost    float64
	reason  string // in words, for the reader: "tells …"
}

// outs are the cues of what a claim is not: how a study was made, who published it, plans, feelings, business.
var outs = []cue{
	{`
		recruited, enrolled, were randomly assigned, was randomly assigned, were randomised, were randomized,
		collected data, data were, data was, data on, data from, database, questionnaire, questionnaires,
		blood samples, samples from, the study used, study was based, analyzed, analysed, were analyzed,
		were followed, followed up, was conducted, were conducted, carried out, tapped into, examined data,
		were assessed, were evaluated, were measured, measured concentrations, were asked, was designed,
		were divided, took part, taking part, participants took, the researchers took, researchers tested,
		the researchers tested, looked at, aims to, aimed to, was aimed, the aim, the objective, to determine,
		to investigate, to evaluate, to assess, to examine, we examined, we investigated, we measured, we assessed,
		we used, we conducted, we performed, we analysed, we analyzed, we studied, we compared, we evaluated,
		we aimed, we sought, was performed, were performed, were included, was used to, were used to,
		were selected, were obtained, pooled the records, developed a, experts from, age ranged, aged between,
		listed in, patients in the study, were enrolled, a total of, meta-analysis of, systematic review of,
		randomized trial of, have developed, they then, was evaluated, was assessed, were recruited, is described,
		study was done, they conducted, they analyzed, they looked, were exposed to, were compared, was measured,
		was compared, each participant, participants were, research included, study included, this study examined,
		were collected, was collected, were reviewed, were calculated, controlled for, only included, sought to, was led by,
		is led by, led the study, study entitled, were administered over, was administered over, primary endpoint,
		secondary endpoint, primary outcome, study examined, study looked, trial looked, successfully completed, arm of the study,
		followed by a recovery, study included, survey included, analysis included, trial included, designed to evaluate,
		designed to determine, inclusion criteria, were eligible, enrolling`, 0.4, "tells how a study was made"},
	{`
		published, presented, the journal, peer-reviewed, funded by, was funded, was supported by, conference,
		press release, press office, press room, contact, for more information, read more, read the full,
		full article, copyright, all rights reserved, founded in, was founded, established in, mission is,
		scholarly, scientific publication, official publication, members and, society was, disclosures, disclosure,
		conflict of interest, conflicts of interest, holds shares, ahead of print, click here, sign up, newsletter,
		subscribe, cookies, schedule an interview, visit the, visit our, see the study, wrote to us, we asked,
		world's largest, nonprofit, headquartered, premier, learn more, nationally recognized, leader in, is dedicated to,
		is committed to, member of the, affiliated with, our student, student body, ranked among, accredited, accounts for the majority
		of, exhibitors, is a leading provider, is a leading company, award, recruiting for, details of the cases, whole-person care,
		told us, told reporters, in a statement, in an interview, editor`, 0.5, "tells who published, funded or reported something"},
	{`
		further research, more research, further studies, more studies, larger trials, future studies,
		additional studies, next step, will begin, is to begin, plan to, plans to, are planning, hope to, we hope,
		hopes to, remains to be, need to further, needs to be confirmed, need to be confirmed, to be confirmed,
		needed to confirm, needed to determine, is needed, are needed, are warranted, is warranted, we need to,
		is the first study, is the first randomized, is the first randomised, is the first to, first study to, is the first clinical,
		largest study, has already been initiated, looking forward, in the pipeline, should be investigated,
		looking for something, will be important, would be important, it will be, should be confirmed`, 0.4, "speaks of plans or of research to come"},
	{`
		exciting, excited, delighted, thrilled, proud, promising, encouraging, disappointing, surprising,
		surprised, breakthrough, game changer, amazing, incredible, fantastic, important step, milestone,
		good news, bad news, fascinating, remarkable, great honour, great honor, best of all, makes no sense,
		difficult question, i think, i believe, in my opinion, i would, i feel, i am, i have, i was, i'm, welcome,
		we disagree, we tried, we would like, thank, joy, impressive, hopeful, unfortunately for, argued about`, 0.35, "gives an opinion or a feeling"},
	{`
		shares, share price, sales, revenue, market, profit, investors, billion dollars, million dollars, price,
		prices, cost, costs, expensive, money, fee, discount, order now, book a, subscription, sponsored,
		dividend, common stock, board of directors, our business, products and services, procurement, pioneer since,
		advertisement, customers, company, startup, ceo, per month, buy, bought, patented, patent, shop, euros,
		insurance, our programme, our program, our team, our guests, our clients`, 0.35, "speaks of business or money"},
	{`
		replace a visit, replace medical, replace professional, replace your doctor, medical advice only,
		reference only, informational purposes, disclaimer, individual results, not been evaluated,
		consult your physician before, terms of use, privacy policy, does not diagnose, statements have not,
		the author has, photo, image credit, is responsible for the content`, 0.7, "is a disclaimer or a part of the page"},
	{`
		once told, my neighbour, my neighbor, my uncle, my mother, my father, my wife, my husband, my own, mr. k,
		year-old, her story, his story, she heard, he heard, she says, she recalls, he recalls, her doctor,
		his doctor, grew up, was born, whose daughter, whose son`, 0.35, "tells of one person"},
}

// outPhrases finds the phrases of the cues by their first word.
var outPhrases = indexOuts()

type outPhrase struct {
	words []string
	cue   int // index into outs
}

func indexOuts() map[string][]outPhrase {
	m := map[string][]outPhrase{}
	for n, c := range outs {
		for _, phrase := range strings.Split(c.phrases, ",") {
			if words := strings.Fields(phrase); len(words) > 0 {
				m[words[0]] = append(m[words[0]], outPhrase{words, n})
			}
		}
	}
	return m
}

// findOuts is, for every cue, the first of its phrases that stands in the words, or "".
func findOuts(words []word) []string {
	found := make([]string, len(outs))
	for i := range words {
		for _, p := range outPhrases[words[i].lower] {
			if found[p.cue] == "" && standsAt(words[i:], p.words) {
				found[p.cue] = strings.Join(p.words, " ")
			}
		}
	}
	return found
}

func standsAt(words []word, phrase []string) bool {
	if len(words) < len(phrase) {
		return false
	}
	for i, w := range phrase {
		if words[i].lower != w {
			return false
		}
	}
	return true
}
