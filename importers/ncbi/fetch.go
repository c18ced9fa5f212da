package ncbi

import (
	"context"
	"errors"
	"slices"
	"strings"

	"claimlens/annotate"
	"claimlens/importers/literature"
)

// Fetch hands over what PubMed says of papers, in their order, each once however often it is named. Its error is one after
// which no further paper would come, or yield's.
func (c *Client) Fetch(ctx context.Context, ids []annotate.Identifier, yield func(literature.Found) error) error {
	ids = literature.Distinct(ids)
	for some := range slices.Chunk(ids, batch) {
		papers, err := c.papers(ctx, some)
		if err != nil {
			return err
		}
		for i, id := range some {
			papers[i].ID = id
			if err := yield(papers[i]); err != nil {
				return err
			}
		}
	}
	return nil
}

// papers is what PubMed says of a batch of papers.
func (c *Client) papers(ctx context.Context, ids []annotate.Identifier) ([]literature.Found, error) {
	pmids, err := c.pmids(ctx, ids)
	if err != nil {
		return nil, err
	}
	guesses, err := c.guesses(ctx, ids, pmids)
	if err != nil {
		return nil, err
	}
	var ask []string
	for _, id := range ids {
		if pmids[id] != "" {
			ask = append(ask, pmids[id])
		}
	}
	got := records{}
	if err := c.named(ctx, unique(append(ask, guesses...)), got); err != nil {
		return nil, err
	}
	of := byIdentifier(got)
	out := make([]literature.Found, len(ids))
	for i, id := range ids {
		switch pmid := pmids[id]; {
		case pmid != "":
			out[i] = got.of(pmid)
		case of[id] != "":
			out[i] = got.of(of[id])
		default:
			out[i] = literature.Found{Err: literature.NotFound("no paper with this " + string(id.Kind) + " is in PubMed")}
		}
	}
	return out, nil
}

func unique(list []string) []string {
	met := make(map[string]bool, len(list))
	var out []string
	for _, s := range list {
		if !met[s] {
			met[s] = true
			out = append(out, s)
		}
	}
	return out
}

// byIdentifier says which of the records have which DOI and PMCID.
func byIdentifier(got records) map[annotate.Identifier]string {
	out := map[annotate.Identifier]string{}
	for pmid, r := range got {
		if c := r.Citation; r.Err == nil {
			out[annotate.Identifier{Kind: annotate.DOI, Value: strings.ToLower(c.DOI)}] = pmid
			out[annotate.Identifier{Kind: annotate.PMCID, Value: strings.ToUpper(c.PMCID)}] = pmid
		}
	}
	return out
}

// terms is how many identifiers one search is made of.
const terms = 100

// guesses are the PMIDs of papers that a search finds by the DOIs and PMCIDs of which the converter knows no PMID. Only their
// records tell whether they are the papers that were asked for.
func (c *Client) guesses(ctx context.Context, ids []annotate.Identifier, known map[annotate.Identifier]string) ([]string, error) {
	var query []string
	for _, id := range ids {
		value := strings.NewReplacer(`"`, " ", `\`, " ").Replace(id.Value)
		switch {
		case known[id] != "":
		case id.Kind == annotate.DOI:
			query = append(query, `"`+value+`"[AID]`)
		case id.Kind == annotate.PMCID:
			query = append(query, value+"[PMCID]")
		}
	}
	var out []string
	for some := range slices.Chunk(query, terms) {
		x, err := c.esearch(ctx, strings.Join(some, " OR "), 3*len(some), false)
		var f *literature.Failure
		switch {
		case errors.As(err, &f) && f.Status == 0 && errors.Is(err, annotate.ErrInvalid): // a search that PubMed can't read finds nothing
		case err != nil:
			return nil, err
		}
		out = append(out, x.pmids...)
	}
	return out, nil
}
