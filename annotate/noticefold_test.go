package annotate

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

var retractedType = []Term{{UI: "D016441", Name: "Retracted Publication"}}

// TestWorst has a case for every trap that is known of: what must alarm, and what must not.
func TestWorst(t *testing.T) {
	const rw = RetractionWatch
	for _, test := range []struct {
		name string
		c    Citation
		want Severity
		by   Notice // of the worst, Kind, PMID and DOI
	}{
		{"nothing", Citation{}, Unremarked, Notice{}},
		{"retracted by a notice", told("RetractionIn"), Retracted, Notice{Kind: "RetractionIn"}},
		{"retracted by its type alone", Citation{Types: retractedType}, Retracted, Notice{Kind: "RetractionIn"}},
		{"retracted by its type's name alone", Citation{Types: []Term{{Name: "Retracted Publication"}}}, Retracted, Notice{Kind: "RetractionIn"}},
		{"the type beside a notice", Citation{Types: retractedType, Notices: []Notice{{Kind: "RetractionIn", PMID: "7"}}}, Retracted, Notice{Kind: "RetractionIn", PMID: "7"}},
		{"the type beside an erratum", Citation{Types: retractedType, Notices: []Notice{{Kind: "ErratumIn", PMID: "7"}}}, Retracted, Notice{Kind: "RetractionIn"}},
		{"withdrawn", told("WithdrawalIn"), Withdrawn, Notice{Kind: "WithdrawalIn"}},
		{"concern", told("ExpressionOfConcernIn"), UnderConcern, Notice{Kind: "ExpressionOfConcernIn"}},
		{"concern, then retracted", told("ExpressionOfConcernIn", "RetractionIn"), Retracted, Notice{Kind: "RetractionIn"}},
		{"corrected and republished", told("CorrectedandRepublishedIn"), Republished, Notice{Kind: "CorrectedandRepublishedIn"}},
		{"erratum", told("ErratumIn"), Corrected, Notice{Kind: "ErratumIn"}},
		{"a part retracted is an erratum", told("PartialRetractionIn"), Corrected, Notice{Kind: "PartialRetractionIn"}},
		{"commented on", told("CommentIn"), Commented, Notice{Kind: "CommentIn"}},
		{"a newer version is no retraction", told("UpdateIn", "UpdateOf"), Commented, Notice{Kind: "UpdateIn"}},

		{"a retraction notice", Citation{Types: []Term{{UI: "D016440", Name: "Retraction of Publication"}}, Notices: []Notice{{Kind: "RetractionOf", PMID: "7"}}}, Unremarked, Notice{}},
		{"a notice of concern", told("ExpressionOfConcernFor"), Unremarked, Notice{}},
		{"an erratum's own record", told("ErratumFor"), Unremarked, Notice{}},
		{"a withdrawal notice", told("WithdrawalOf"), Unremarked, Notice{}},
		{"a retraction of a part, its own record", told("PartialRetractionOf"), Unremarked, Notice{}},
		{"the new version of what was retracted", told("RetractedandRepublishedFrom"), Unremarked, Notice{}},
		{"the new version of what was corrected", told("CorrectedandRepublishedFrom"), Unremarked, Notice{}},
		{"a comment's own record", told("CommentOn"), Unremarked, Notice{}},
		{"a reference", told("Cites"), Unremarked, Notice{}},
		{"something else", told("OriginalReportIn", "SummaryForPatientsIn", "RepublishedIn", "RetractionInSomeOtherWord"), Unremarked, Notice{}},
		{"a notice that was retracted itself", told("RetractionOf", "RetractionIn"), Retracted, Notice{Kind: "RetractionIn"}},
		{"a type about retractions", Citation{Mesh: []Term{{UI: "D016441", Name: "Retraction of Publication as Topic"}}}, Unremarked, Notice{}},

		{"heard of alone", heard(Notice{Kind: "RetractionIn", DOI: "10.5555/r", From: Crossref}), Retracted, Notice{Kind: "RetractionIn", DOI: "10.5555/r"}},
		{"heard of a notice of its own", heard(Notice{Kind: "RetractionOf", DOI: "10.5555/r", From: Crossref}), Unremarked, Notice{}},
		{"retracted and replaced, as PubMed says", told("RetractedandRepublishedIn"), Retracted, Notice{Kind: "RetractedandRepublishedIn"}},
		{"replaced in its place, as others say", heard(Notice{Kind: "RetractedandRepublishedIn", From: rw}), Republished, Notice{Kind: "RetractedandRepublishedIn"}},
		{"replaced, as others say, and retracted, as PubMed says", Citation{Notices: []Notice{{Kind: "RetractionIn", PMID: "7"}}, Heard: []Notice{{Kind: "RetractedandRepublishedIn", PMID: "7", DOI: "10.5555/r", From: rw}}}, Retracted, Notice{Kind: "RetractionIn", PMID: "7", DOI: "10.5555/r"}},
		{"replaced, as one teller says more exactly the second time", heard(Notice{Kind: "RetractionIn", DOI: "10.5555/r", From: rw}, Notice{Kind: "RetractedandRepublishedIn", DOI: "10.5555/r", Reason: "Retract and Replace", From: rw}), Republished, Notice{Kind: "RetractedandRepublishedIn", DOI: "10.5555/r"}},

		{"replaced, as one tells more exactly than another", heard(Notice{Kind: "RetractionIn", DOI: "10.5555/r", From: Crossref}, Notice{Kind: "RetractedandRepublishedIn", DOI: "10.5555/r", Reason: "Retract and Replace", From: rw}), Republished, Notice{Kind: "RetractedandRepublishedIn", DOI: "10.5555/r"}},
		{"a review with a next version, as one tells more exactly than another", heard(Notice{Kind: "RetractionIn", DOI: "10.5555/pub3", From: Crossref}, Notice{Kind: "UpdateIn", DOI: "10.5555/pub3", Reason: "Retract and Replace; Withdrawn as Out of Date", From: rw}), Commented, Notice{Kind: "UpdateIn", DOI: "10.5555/pub3"}},
		{"retracted by PubMed, whatever others tell", Citation{Notices: []Notice{{Kind: "RetractionIn", DOI: "10.5555/r"}}, Heard: []Notice{{Kind: "UpdateIn", DOI: "10.5555/r", Reason: "Withdrawn as Out of Date", From: rw}}}, Retracted, Notice{Kind: "RetractionIn", DOI: "10.5555/r"}},

		{"reinstated", heard(Notice{Kind: "RetractionIn", Date: "2015-03-01", From: rw}, Notice{Kind: ReinstatedIn, Date: "2016-04-01", From: rw}), Corrected, Notice{Kind: ReinstatedIn}},
		{"reinstated in the month of its retraction", heard(Notice{Kind: "RetractionIn", Date: "2015-03", From: rw}, Notice{Kind: ReinstatedIn, Date: "2015-03-20", From: rw}), Corrected, Notice{Kind: ReinstatedIn}},
		{"reinstated, nobody knows when", heard(Notice{Kind: "RetractionIn", Date: "2015-03-01", From: rw}, Notice{Kind: ReinstatedIn, From: rw}), Corrected, Notice{Kind: ReinstatedIn}},
		{"reinstated, though its type stays", Citation{Types: retractedType, Heard: []Notice{{Kind: ReinstatedIn, Date: "2016", From: rw}}}, Corrected, Notice{Kind: ReinstatedIn}},
		{"reinstated, as PubMed's notice is dated in its reference", Citation{Notices: []Notice{{Kind: "RetractionIn", PMID: "7", Source: "J Ex. 2015 Mar 1;5(3):175"}}, Heard: []Notice{{Kind: ReinstatedIn, Date: "2016-04-01", From: rw}}}, Corrected, Notice{Kind: ReinstatedIn}},
		{"retracted again", heard(Notice{Kind: "RetractionIn", DOI: "10.5555/r1", Date: "2015-03-01", From: rw}, Notice{Kind: ReinstatedIn, Date: "2016-04-01", From: rw}, Notice{Kind: "RetractionIn", DOI: "10.5555/r2", Date: "2019-01-02", From: rw}), Retracted, Notice{Kind: "RetractionIn", DOI: "10.5555/r2"}},
		{"reinstated, with a concern since", heard(Notice{Kind: "RetractionIn", Date: "2015", From: rw}, Notice{Kind: ReinstatedIn, Date: "2016", From: rw}, Notice{Kind: "ExpressionOfConcernIn", Date: "2017", From: rw}), UnderConcern, Notice{Kind: "ExpressionOfConcernIn"}},
		{"a concern that was lifted", heard(Notice{Kind: "ExpressionOfConcernIn", Date: "2015", From: rw}, Notice{Kind: ConcernLiftedIn, Date: "2016", From: rw}), Corrected, Notice{Kind: ConcernLiftedIn}},
		{"a lifted concern lifts no retraction", heard(Notice{Kind: "RetractionIn", Date: "2015", From: rw}, Notice{Kind: ConcernLiftedIn, Date: "2016", From: rw}), Retracted, Notice{Kind: "RetractionIn"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			n, got := test.c.Worst()
			if got != test.want {
				t.Errorf("severity %d (%s), want %d (%s)", got, got.Words(), test.want, test.want.Words())
			}
			if got := (Notice{Kind: n.Kind, PMID: n.PMID, DOI: n.DOI}); got != test.by {
				t.Errorf("by %+v, want %+v", got, test.by)
			}
			if _, got := test.c.Retracted(); got != (test.want >= Withdrawn) {
				t.Errorf("Retracted %v", got)
			}
			if got := test.want.Weightless(); got != (test.want >= UnderConcern) {
				t.Errorf("Weightless %v", got)
			}
		})
	}
}

func told(kinds ...string) Citation {
	var c Citation
	for _, k := range kinds {
		c.Notices = append(c.Notices, Notice{Kind: k})
	}
	return c
}

func heard(notices ...Notice) Citation { return Citation{Heard: notices} }

func TestConcern(t *testing.T) {
	both := told("RetractionIn", "ExpressionOfConcernIn")
	if _, ok := both.Concern(); !ok {
		t.Error("a concern beside a retraction is not seen")
	}
	for _, c := range []Citation{
		told("ExpressionOfConcernFor"),
		heard(Notice{Kind: "ExpressionOfConcernIn", Date: "2015"}, Notice{Kind: ConcernLiftedIn, Date: "2016"}),
		{Types: retractedType},
	} {
		if n, ok := c.Concern(); ok {
			t.Errorf("a concern of %+v: %+v", c, n)
		}
	}
}

// TestSaid has what several sources tell of the same paper.
func TestSaid(t *testing.T) {
	const rw = RetractionWatch
	for _, test := range []struct {
		name string
		c    Citation
		want []Notice
	}{
		{"one concern, told twice with different dates", heard(
			Notice{Kind: "ExpressionOfConcernIn", DOI: "10.5555/c", Date: "2024-08-01", From: Crossref},
			Notice{Kind: "ExpressionOfConcernIn", DOI: "10.5555/C", Date: "2024-06-27", Reason: "Concerns/Issues about Data", From: rw},
		), []Notice{{Kind: "ExpressionOfConcernIn", DOI: "10.5555/c", Date: "2024-06-27", Reason: "Concerns/Issues about Data", From: Crossref}}},
		{"one by its PMID, its DOI, and both", Citation{
			Notices: []Notice{{Kind: "RetractionIn", PMID: "7", Source: "Lancet. 2010 Feb 6;375(9713):445"}},
			Heard: []Notice{
				{Kind: "RetractionIn", DOI: "10.5555/r", Date: "2010-02-06", From: Crossref},
				{Kind: "RetractionIn", PMID: "7", DOI: "10.5555/r", Date: "2010-02-06", From: rw},
			},
		}, []Notice{{Kind: "RetractionIn", PMID: "7", DOI: "10.5555/r", Source: "Lancet. 2010 Feb 6;375(9713):445", Date: "2010-02-06"}}},
		{"one by the record's type alone", Citation{Types: retractedType, Heard: []Notice{{Kind: "RetractionIn", DOI: "10.5555/r", From: Crossref}}},
			[]Notice{{Kind: "RetractionIn", DOI: "10.5555/r", From: Crossref}}},
		{"one that names the paper itself", Citation{PMID: "5", DOI: "10.5555/p", Heard: []Notice{
			{Kind: "RetractionIn", DOI: "10.5555/P", Date: "2020-01-01", From: Crossref},
			{Kind: "RetractionIn", PMID: "5", Date: "2020-01-02", From: rw},
		}}, []Notice{{Kind: "RetractionIn", Date: "2020-01-01", From: Crossref}}},
		{"withdrawn as one says, retracted as another", heard(
			Notice{Kind: "WithdrawalIn", DOI: "10.5555/r", Date: "2020-01-01", From: Crossref},
			Notice{Kind: "RetractionIn", DOI: "10.5555/r", Date: "2020-01-01", From: rw},
		), []Notice{{Kind: "RetractionIn", DOI: "10.5555/r", Date: "2020-01-01", From: rw}}},
		{"two errata of two notices, and one told without its number", Citation{
			Notices: []Notice{{Kind: "ErratumIn", PMID: "7", Source: "J Ex. 2020 Mar;5(3):175"}, {Kind: "ErratumIn", PMID: "8", Source: "J Ex. 2021 May;6(3):75"}},
			Heard:   []Notice{{Kind: "ErratumIn", DOI: "10.5555/e2", Date: "2021-05-07", From: Crossref}},
		}, []Notice{
			{Kind: "ErratumIn", PMID: "8", DOI: "10.5555/e2", Source: "J Ex. 2021 May;6(3):75", Date: "2021-05-07"},
			{Kind: "ErratumIn", PMID: "7", Source: "J Ex. 2020 Mar;5(3):175"},
		}},
		{"corrections that may be two stay two", Citation{
			Notices: []Notice{{Kind: "ErratumIn", PMID: "7"}},
			Heard:   []Notice{{Kind: "ErratumIn", DOI: "10.5555/e2", Date: "2021-05-07", From: Crossref}},
		}, []Notice{{Kind: "ErratumIn", DOI: "10.5555/e2", Date: "2021-05-07", From: Crossref}, {Kind: "ErratumIn", PMID: "7"}}},
		{"the gravest first, what was taken back after that, other papers last", heard(
			Notice{Kind: "CommentOn", PMID: "1"},
			Notice{Kind: "CommentIn", PMID: "2", Date: "2010"},
			Notice{Kind: "RetractionIn", PMID: "3", Date: "2015"},
			Notice{Kind: ReinstatedIn, PMID: "4", Date: "2016"},
			Notice{Kind: "ErratumIn", PMID: "5", Date: "2014-01"},
			Notice{Kind: "ExpressionOfConcernIn", PMID: "6", Date: "2017"},
		), []Notice{
			{Kind: "ExpressionOfConcernIn", PMID: "6", Date: "2017"},
			{Kind: ReinstatedIn, PMID: "4", Date: "2016"},
			{Kind: "ErratumIn", PMID: "5", Date: "2014-01"},
			{Kind: "RetractionIn", PMID: "3", Date: "2015"},
			{Kind: "CommentIn", PMID: "2", Date: "2010"},
			{Kind: "CommentOn", PMID: "1"},
		}},
		{"nothing", Citation{}, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, test.c.Said()); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestNoticeWhen(t *testing.T) {
	for _, test := range []struct{ date, source, want string }{
		{"2021-07-03", "J Ex. 2020 Jan", "2021-07-03"},
		{"", "J Ex. 2021 Jul 3;5(3):175", "2021-07-03"},
		{"", "J Ex. 2021 Jul;5(3):175", "2021-07"},
		{"", "J Ex. 2021 July 3", "2021-07-03"},
		{"", "J Ex. 2021 Jul-Aug;5(3):175", "2021-07"},
		{"", "J Ex. 2021 Jul 45;5", "2021-07"},
		{"", "J Ex. 2021;5(3):175", "2021"},
		{"", "J Ex 1999 New Ser. 2021 Spring;5", "2021"},
		{"", "J Ex (Lond). 2012 Nov 24;380:1810", "2012-11-24"},
		{"", "in some issue", ""},
		{"", "", ""},
	} {
		if got := (Notice{Date: test.date, Source: test.source}).when(); got != test.want {
			t.Errorf("date %q, source %q: %q, want %q", test.date, test.source, got, test.want)
		}
	}
}

func TestSince(t *testing.T) {
	const rw = RetractionWatch
	retraction := Notice{Kind: "RetractionIn", DOI: "10.5555/r", Date: "2020-01-01", From: Crossref}
	for _, test := range []struct {
		name        string
		before, now Citation
		want        []Notice
	}{
		{"nothing", Citation{}, Citation{}, nil},
		{"a retraction", told("ErratumIn"), Citation{Notices: []Notice{{Kind: "ErratumIn"}}, Heard: []Notice{retraction}}, []Notice{retraction}},
		{"the same, told by another", heard(retraction), heard(retraction, Notice{Kind: "RetractionIn", DOI: "10.5555/r", PMID: "7", Date: "2020-02-01", From: rw}), nil},
		{"the record's type, of which others told", heard(retraction), Citation{Types: retractedType, Heard: []Notice{retraction}}, nil},
		{"graver than it was told", heard(Notice{Kind: "WithdrawalIn", DOI: "10.5555/r", From: Crossref}), heard(Notice{Kind: "WithdrawalIn", DOI: "10.5555/r", From: Crossref}, Notice{Kind: "RetractionIn", DOI: "10.5555/r", From: rw}),
			[]Notice{{Kind: "RetractionIn", DOI: "10.5555/r", From: rw}}},
		{"what is no longer said", heard(retraction), Citation{}, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, test.now.Since(test.before)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestNoticeWords(t *testing.T) {
	for kind, severity := range severities {
		if noticeWords[kind] == "" || severity.Words() == "" {
			t.Errorf("%s has no words", kind)
		}
	}
	for kind, want := range map[string]string{"RetractionIn": "Retraction", "CommentOn": "Comment on", "": ""} {
		if got := (Notice{Kind: kind}).Words(); got != want {
			t.Errorf("%s is %q, want %q", kind, got, want)
		}
	}
}
