package retractionwatch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"claimlens/annotate"
)

const header = "Record ID,Title,Subject,Institution,Journal,Publisher,Country,Author,URLS,ArticleType,RetractionDate,RetractionDOI,RetractionPubMedID,OriginalPaperDate,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason,Paywalled,Notes,\n"

// row is a row of the file, in its columns.
func row(id int, title, date, noticeDOI, noticePMID, doi, pmid, nature, reason string) string {
	return fmt.Sprintf(`%d,"%s",(BLS) Nutrition;,"Institute of Examples, Sampletown",Journal of Invented Examples,Examples & Sons,Utopia,A Sample;B Example,,Research Article;,%s,%s,%s,1/31/2014 0:00,%s,%s,%s,%s,No,,`+"\n",
		id, title, date, noticeDOI, noticePMID, doi, pmid, nature, reason)
}

func read(t *testing.T, text string) (rows []Row) {
	t.Helper()
	err := Read(t.Context(), strings.NewReader(text), func(r Row) bool {
		rows = append(rows, r)
		return true
	})
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestRows(t *testing.T) {
	const rw = annotate.RetractionWatch
	for _, test := range []struct {
		name, row string
		pmid, doi string
		want      []annotate.Notice
	}{
		{"a retraction", row(1, "Prunes", "2/6/2010 0:00", "10.5555/S0140(10)90003-4", "99000002", "10.5555/S0140(97)90001-0", "99000001", "Retraction", "Fabrication of Data;Investigation by Company/Institution;"),
			"99000001", "10.5555/s0140(97)90001-0", []annotate.Notice{{Kind: "RetractionIn", DOI: "10.5555/s0140(10)90003-4", PMID: "99000002", Date: "2010-02-06", Reason: "Fabrication of Data; Investigation by Company/Institution", From: rw}}},
		{"a concern with a word behind the paper's own DOI, no PMID", row(2, "Figs", "9/22/2021 0:00", "10.5555/jinv.114.218735concern", "0", "10.5555/jinv.114.218735", "0", "Expression of concern", "Concerns/Issues about Image;"),
			"", "10.5555/jinv.114.218735", []annotate.Notice{{Kind: "ExpressionOfConcernIn", Date: "2021-09-22", Reason: "Concerns/Issues about Image", From: rw}}},
		{"the paper's own DOI and PMID", row(3, "Figs", "9/22/2021", "10.5555/A.1", "7", "10.5555/a.1", "7", "Retraction", "+Error in Data;"),
			"7", "10.5555/a.1", []annotate.Notice{{Kind: "RetractionIn", Date: "2021-09-22", Reason: "Error in Data", From: rw}}},
		{"a correction that led to a retraction", row(4, "Figs", "3/6/2004 0:00", "unavailable", "0", "10.5555/a.1", "0", "Correction", "Updated to Retraction;"),
			"", "10.5555/a.1", []annotate.Notice{{Kind: "ErratumIn", Date: "2004-03-06", Reason: "Updated to Retraction", From: rw}}},
		{"a reinstatement", row(5, "Figs", "3/6/2004 0:00", "Unavailable", "0", "10.5555/a.1", "0", "Reinstatement", "Retract and Replace;"),
			"", "10.5555/a.1", []annotate.Notice{{Kind: "ReinstatedIn", Date: "2004-03-06", Reason: "Retract and Replace", From: rw}}},
		{"retracted and replaced", row(6, "Figs", "3/6/2004 0:00", "10.5555/n", "0", "10.5555/a.1", "0", "Retraction", "Error in Data;Retract and Replace;"),
			"", "10.5555/a.1", []annotate.Notice{{Kind: "RetractedandRepublishedIn", DOI: "10.5555/n", Date: "2004-03-06", Reason: "Error in Data; Retract and Replace", From: rw}}},
		{"a review that made place for its next version", row(7, "Figs", "3/6/2004 0:00", "10.5555/cd1.pub3", "0", "10.5555/cd1.pub2", "0", "Retraction", "Retract and Replace;Withdrawn as Out of Date;"),
			"", "10.5555/cd1.pub2", []annotate.Notice{{Kind: "UpdateIn", DOI: "10.5555/cd1.pub3", Date: "2004-03-06", Reason: "Retract and Replace; Withdrawn as Out of Date", From: rw}}},
		{"a review that was withdrawn", row(8, "Figs", "3/6/2004 0:00", "10.5555/cd1.pub3", "0", "10.5555/cd1.pub2", "0", "Retraction", "Withdrawn as Out of Date;"),
			"", "10.5555/cd1.pub2", []annotate.Notice{{Kind: "WithdrawalIn", DOI: "10.5555/cd1.pub3", Date: "2004-03-06", Reason: "Withdrawn as Out of Date", From: rw}}},
		{"a concern that was lifted", row(9, "Figs", "3/6/2004 0:00", "10.5555/c", "0", "10.5555/a.1", "0", "Correction", "EOC Lifted;"),
			"", "10.5555/a.1", []annotate.Notice{
				{Kind: "ErratumIn", DOI: "10.5555/c", Date: "2004-03-06", Reason: "EOC Lifted", From: rw},
				{Kind: "ConcernLiftedIn", DOI: "10.5555/c", Date: "2004-03-06", Reason: "EOC Lifted", From: rw},
			}},
		{"no date, a DOI with a semicolon and a resolver", row(10, "Figs", "", "", "", "https://doi.org/10.5555/(SICI)1097-0142(19960601)77:11<2217::AID-INV7>3.0.CO;2-J;", "", "retraction", ""),
			"", "10.5555/(sici)1097-0142(19960601)77:11<2217::aid-inv7>3.0.co;2-j", []annotate.Notice{{Kind: "RetractionIn", From: rw}}},
		{"a date that is none", row(11, "Figs", "13/45/2020 0:00", "", "", "10.5555/a", "", "Retraction", ""),
			"", "10.5555/a", []annotate.Notice{{Kind: "RetractionIn", From: rw}}},
		{"bytes of windows-1252", row(12, "Caf\xe9 \x96 figs", "1/1/2020 0:00", "", "", "10.5555/a", "", "Retraction", "Author\x92s Error;"),
			"", "10.5555/a", []annotate.Notice{{Kind: "RetractionIn", Date: "2020-01-01", Reason: "Author’s Error", From: rw}}},
		{"characters of windows-1252 stored as code points", row(13, "Figs", "1/1/2020 0:00", "", "", "10.5555/a", "", "Retraction", "Author\u0092s Error;"),
			"", "10.5555/a", []annotate.Notice{{Kind: "RetractionIn", Date: "2020-01-01", Reason: "Author’s Error", From: rw}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			rows := read(t, "\uFEFF"+header+test.row)
			if len(rows) != 1 || rows[0].Err != nil {
				t.Fatalf("got %+v", rows)
			}
			r := rows[0]
			if r.PMID != test.pmid || r.DOI != test.doi || r.Line != 2 {
				t.Errorf("line %d, PMID %q, DOI %q", r.Line, r.PMID, r.DOI)
			}
			if diff := cmp.Diff(test.want, r.Notices); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A row that can't be read costs itself, whatever is wrong with it.
func TestBadRows(t *testing.T) {
	good := func(id int) string {
		return row(id, "Figs", "1/1/2020 0:00", "", "", "10.5555/a", "", "Retraction", "")
	}
	for name, test := range map[string]struct {
		bad   string
		lines []int // refused
	}{
		"a quotation mark too many":     {strings.Replace(good(2), `"Figs"`, `Figs 5" long`, 1), []int{3}},
		"a field that is not closed":    {strings.Replace(good(2), `"Figs"`, `"Figs`, 1), []int{3}},
		"too few columns":               {"2,Figs\n", []int{3}},
		"another nature":                {row(2, "Figs", "1/1/2020 0:00", "", "", "10.5555/a", "", "Applause", ""), []int{3}},
		"no paper":                      {row(2, "Figs", "1/1/2020 0:00", "10.5555/n", "0", "unavailable", "0", "Retraction", ""), []int{3}},
		"a row that is far too long":    {`2,"` + strings.Repeat("x", maxLine+5) + "\n", []int{3}},
		"two marks that seem to belong": {"2,\"Figs\n3,Plums\" x\n", []int{3, 4}},
		"a title of two lines":          {strings.Replace(good(2), `"Figs"`, "\"Figs\nand plums\"", 1), nil},
		"an empty line":                 {"\n", nil},
		"zeros":                         {"\x00\x00\x00\n", []int{3}},
	} {
		t.Run(name, func(t *testing.T) {
			var refused []int
			fine := 0
			for _, r := range read(t, header+good(1)+test.bad+good(3)+good(4)) {
				if r.Err == nil {
					fine++
					continue
				}
				refused = append(refused, r.Line)
				if !errors.Is(r.Err, annotate.ErrInvalid) {
					t.Errorf("kind of %v", r.Err)
				}
			}
			want := 3
			if name == "a title of two lines" {
				want = 4
			}
			if diff := cmp.Diff(test.lines, refused); diff != "" || fine != want {
				t.Errorf("%d rows were read; refused: %s", fine, diff)
			}
		})
	}
}

func TestNoSuchFile(t *testing.T) {
	for text, says := range map[string]string{
		"":                           "is empty",
		"\n\n":                       "is empty",
		"<!doctype html>\n<html>":    "names no column Title",
		"\x1f\x8b\x08\x00binary\n":   "names no column Title",
		"Title,RetractionDate\nx,y":  "names no column RetractionDOI",
		`"` + strings.Repeat("x", 9): "has a quotation mark that is not closed",
	} {
		err := Read(t.Context(), strings.NewReader(text), func(Row) bool { return true })
		if !errors.Is(err, annotate.ErrInvalid) || !strings.Contains(err.Error(), says) {
			t.Errorf("%q: %v, want %q", text, err, says)
		}
	}
	broken := io.MultiReader(strings.NewReader(header), failing{})
	if err := Read(t.Context(), broken, func(Row) bool { return true }); !errors.Is(err, io.ErrClosedPipe) {
		t.Errorf("a file that can't be read on: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := Read(ctx, strings.NewReader(header), func(Row) bool { return true }); !errors.Is(err, context.Canceled) {
		t.Errorf("interrupted: %v", err)
	}
}

type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, io.ErrClosedPipe }

// held is papers by their identifiers; it counts how often it is asked.
type held struct {
	papers map[string]annotate.Citation
	asked  int
}

func (h *held) CitationBy(_ context.Context, identifier string) (annotate.Citation, error) {
	h.asked++
	if c, ok := h.papers[identifier]; ok {
		return c, nil
	}
	return annotate.Citation{}, fmt.Errorf("paper %s: %w", identifier, annotate.ErrNotFound)
}

func TestPaper(t *testing.T) {
	figs := annotate.Citation{PMID: "99000001", DOI: "10.5555/figs", Title: "Figs and the length of invented sleep"}
	plums := annotate.Citation{PMID: "99000002", DOI: "10.5555/plums", Title: "RETRACTED: Plums and the depth of invented sleep."}
	bare := annotate.Citation{PMID: "99000003", Title: "Pears"}
	papers := map[string]annotate.Citation{"99000001": figs, "10.5555/figs": figs, "99000002": plums, "10.5555/plums": plums, "99000003": bare}
	for _, test := range []struct {
		name string
		row  Row
		want string // PMID, "" for none, "refused"
	}{
		{"by PMID", Row{PMID: "99000001"}, "99000001"},
		{"by DOI", Row{DOI: "10.5555/plums"}, "99000002"},
		{"by both", Row{PMID: "99000001", DOI: "10.5555/figs"}, "99000001"},
		{"by a DOI with a word behind it", Row{DOI: "10.5555/figsretraction"}, "99000001"},
		{"a PMID whose record has no DOI", Row{PMID: "99000003", DOI: "10.5555/pears"}, "99000003"},
		{"of another paper", Row{PMID: "5", DOI: "10.5555/other"}, ""},
		{"a wrong PMID", Row{PMID: "99000001", DOI: "10.5555/plums", Title: "Plums and the depth of invented sleep"}, "99000002"},
		{"a wrong DOI", Row{PMID: "99000001", DOI: "10.5555/elsewhere", Title: "Figs and the Length of Invented Sleep: a trial"}, "99000001"},
		{"two papers, and a title of neither", Row{PMID: "99000001", DOI: "10.5555/plums", Title: "Nuts"}, "refused"},
		{"a PMID of ours, and nothing else of it", Row{PMID: "99000001", DOI: "10.5555/elsewhere", Title: "Nuts"}, "refused"},
		{"a short title that is another's beginning", Row{PMID: "99000001", DOI: "10.5555/elsewhere", Title: "Figs"}, "refused"},
	} {
		t.Run(test.name, func(t *testing.T) {
			h := &held{papers: papers}
			c, err := test.row.Paper(t.Context(), h)
			got := c.PMID
			if errors.Is(err, annotate.ErrInvalid) {
				got = "refused"
			} else if err != nil && !errors.Is(err, annotate.ErrNotFound) {
				t.Fatal(err)
			}
			if got != test.want {
				t.Errorf("got %q (%v), want %q", got, err, test.want)
			}
			if h.asked > 3 {
				t.Errorf("%d look-ups", h.asked)
			}
		})
	}
}

func FuzzRead(f *testing.F) {
	f.Add(header + row(1, "Figs", "1/1/2020 0:00", "10.5555/n", "0", "10.5555/a", "7", "Retraction", "Error in Data;"))
	f.Add(header + "1,\"x\n2,y\"\n\n\x00,\xff\"\n")
	f.Add("Title,RetractionDate,RetractionDOI,RetractionPubMedID,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason\na,1/1/1,x,0,10.5555/y concern,0,concern,;;\n")
	f.Fuzz(func(t *testing.T, text string) {
		last := 1
		_ = Read(t.Context(), strings.NewReader(text), func(r Row) bool {
			if r.Line <= last || r.Line > strings.Count(text, "\n")+1 {
				t.Errorf("line %d after %d", r.Line, last)
			}
			last = r.Line
			if r.Err == nil && (len(r.Notices) == 0 || r.PMID == "" && r.DOI == "") {
				t.Errorf("a row of nothing: %+v", r)
			}
			for _, n := range r.Notices {
				if n.Severity() == annotate.Unremarked || n.DOI != "" && n.DOI == r.DOI {
					t.Errorf("%+v", n)
				}
			}
			return true
		})
	})
}
