package annotate

import (
	"errors"
	"strings"
	"testing"
)

func TestReadIdentifier(t *testing.T) {
	for in, want := range map[string]string{
		" 99000001 ":                       "PMID 99000001",
		"\u200b99000001\u00a0":             "PMID 99000001",
		"PMID: 99000001":                   "PMID 99000001",
		"PMID:99000001;":                   "PMID 99000001",
		"pmid99000001":                     "PMID 99000001",
		"pmid 99000001.":                   "PMID 99000001",
		"pubmed.ncbi.nlm.nih.gov/99000001": "PMID 99000001",
		"https://www.ncbi.nlm.nih.gov/pubmed/99000001":                                                    "PMID 99000001",
		"http://www.ncbi.nlm.nih.gov/m/pubmed/99000001/":                                                  "PMID 99000001",
		"https://pubmed.ncbi.nlm.nih.gov/99000001/?from_term=a%2Fb&from_pos=1#abstract":                   "PMID 99000001",
		"https://pubmed.ncbi.nlm.nih.gov/?term=99000001":                                                  "PMID 99000001",
		"https://pubmed-ncbi-nlm-nih-gov.proxy.example.edu/99000001/":                                     "PMID 99000001",
		"https://europepmc.org/article/MED/99000001":                                                      "PMID 99000001",
		"https://www.ncbi.nlm.nih.gov/pmc/articles/pmid/99000001/":                                        "PMID 99000001",
		"Doe J. A trial. Examples. 2024;8(3):201. doi: 10.99999/ex.1. PMID: 99000001; PMCID: PMC9900001.": "PMID 99000001",

		"10.99999/Examples.2024.0001":                                    "10.99999/examples.2024.0001",
		"doi:10.99999/examples.1":                                        "10.99999/examples.1",
		"DOI 10.99999/examples.1.":                                       "10.99999/examples.1",
		"https://doi.org/10.99999/314521":                                "10.99999/314521",
		"http://dx.doi.org/10.99999/314521":                              "10.99999/314521",
		"https://doi-org.proxy.example.edu/10.99999/314521":              "10.99999/314521",
		"<https://doi.org/10.99999/314521>":                              "10.99999/314521",
		"(see https://doi.org/10.99999/314521).":                         "10.99999/314521",
		"https://doi.org/10.99999%2F314521":                              "10.99999/314521",
		"https://doi.org/10.99999%2fS0000-0000%2897%2911096-0":           "10.99999/s0000-0000(97)11096-0",
		"10.99999/S0000-0000(97)11096-0)":                                "10.99999/s0000-0000(97)11096-0",
		"10.1002/(SICI)1097-0000(1996)15:4&lt;361::AID-X4&gt;3.0.CO;2-4": "10.1002/(sici)1097-0000(1996)15:4<361::aid-x4>3.0.co;2-4",
		"10.99999/a?b": "10.99999/a?b",
		"https://www.example.org/doi/full/10.99999/EXoa2007621?query=RP":              "10.99999/exoa2007621",
		"https://www.example.org/doi/pdf/10.99999/exoa1#page=2":                       "10.99999/exoa1",
		"https://www.example.org/articles/10.99999/ex.2018.00001/full":                "10.99999/ex.2018.00001",
		"https://www.example.org/content/10.99999/2020.01.01.123456v1.full.pdf":       "10.99999/2020.01.01.123456",
		"https://www.example.org/content/10.99999/2020.01.01.123456v2":                "10.99999/2020.01.01.123456",
		"https://doi.org/10.99999/what.pdf":                                           "10.99999/what.pdf",
		"https://journals.example.org/article?id=10.99999/journal.p.1&type=printable": "10.99999/journal.p.1",
		"https://journals.example.org/article?id=10.99999%2Fjournal.p.1":              "10.99999/journal.p.1",
		"Examples 2024; “A trial”, https://doi.org/10.99999/ex.1, p. 3":               "10.99999/ex.1",
		"10.1000.10/123456": "10.1000.10/123456",

		"PMC9900001":        "PMC9900001",
		"pmc9900001.2":      "PMC9900001",
		"PMCID: PMC9900001": "PMC9900001",
		"PMCID: 9900001":    "PMC9900001",
		"PMC 9900001":       "PMC9900001",
		"PMC0012":           "PMC12",
		"https://pmc.ncbi.nlm.nih.gov/articles/PMC9900001/":              "PMC9900001",
		"https://www.ncbi.nlm.nih.gov/pmc/articles/PMC9900001/pdf/x.pdf": "PMC9900001",
		"https://europepmc.org/articles/PMC9900001?pdf=render":           "PMC9900001",
	} {
		got, err := ReadIdentifier(in)
		if err != nil || got.String() != want {
			t.Errorf("%q: got %q, %v, want %q", in, got, err, want)
		}
		if again, err := ReadIdentifier(got.String()); err != nil || again != got {
			t.Errorf("%q: what was read, %q, is read as %q, %v", in, got, again, err)
		}
	}
}

func TestReadIdentifierRefuses(t *testing.T) {
	for _, in := range []string{
		"", "  ", "PMID", "PMC", "nonsense", "0123", "123456789", "PMID: 0", "10.1000", "10.1000/", "10.10/abc", "10.99999/.", "PMC000",
		"https://pubmed.ncbi.nlm.nih.gov/", "https://pubmed.ncbi.nlm.nih.gov/?term=vitamin+d", "NCT01234567", "978-3-16-148410-0",
		"https://www.example.org/news/99000001", "https://doi.org/10.99999%", strings.Repeat("1", 5000), "10.99999/%0a",
	} {
		if got, err := ReadIdentifier(in); !errors.Is(err, ErrInvalid) {
			t.Errorf("%.40q: got %v, %v, want it refused", in, got, err)
		}
	}
}

func FuzzReadIdentifier(f *testing.F) {
	for _, s := range []string{"99000001", "https://doi.org/10.99999%2F314521", "10.99999/a(b)<c>&lt;", "PMC9900001.1", "PMID:1 10.1234/\u2028x"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		id, err := ReadIdentifier(s)
		if err != nil {
			return
		}
		if again, err := ReadIdentifier(id.String()); err != nil || again != id {
			t.Errorf("%q: %v is read as %v, %v", s, id, again, err)
		}
	})
}
