package ncbi

import (
	"context"
	"testing"

	"claimlens/annotate"
	"claimlens/importers/literature/literaturetest"
)

func FuzzReadSearch(f *testing.F) {
	for _, s := range []string{
		`{"esearchresult":{"count":"2","idlist":["1","2","1","x"],"webenv":"M","querykey":1,"errorlist":{"phrasesnotfound":["a","a"]}}}`,
		`{"esearchresult":{"ERROR":"Search Backend failed"}}`, `{"error":"API rate limit exceeded"}`, `{"esearchresult":{"count":"99999999999999999999"}}`, `<html>`, "\ufeff{}", "{\"x\":\"\xff\"}",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		x, err := readSearch("host", b, 3)
		if err == nil && (x.count < len(x.pmids) || len(x.pmids) > 3) {
			t.Errorf("%d of %d", len(x.pmids), x.count)
		}
		for _, pmid := range x.pmids {
			if !annotate.ValidPMID(pmid) {
				t.Errorf("%q is no PMID", pmid)
			}
		}
	})
}

func FuzzReadConverted(f *testing.F) {
	for _, s := range []string{
		`{"status":"ok","records":[{"doi":"10.1/x","pmcid":"PMC1.2","pmid":5,"requested-id":"PMC1"},{"pmid":"6","status":"error"},{"pmid":null}]}`,
		`{"status":"error","message":"no"}`, `{"records":[{"pmid":-1}]}`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		got, err := readConverted("host", b)
		for id, pmid := range got {
			if err != nil || id == "" || !annotate.ValidPMID(pmid) {
				t.Errorf("%q = %q, %v", id, pmid, err)
			}
		}
	})
}

func FuzzReadRecords(f *testing.F) {
	f.Add([]byte(literaturetest.Set(literaturetest.Papers(2)...)))
	f.Add([]byte("<eFetchResult><ERROR>x</ERROR></eFetchResult>"))
	f.Fuzz(func(t *testing.T, b []byte) {
		got, err := readRecords(context.Background(), "host", b, []string{"99000001"})
		if len(got) > 1 || err != nil && got != nil {
			t.Errorf("%d records, %v", len(got), err)
		}
	})
}
