package ncbi

import (
	"context"
	"errors"
	"net/url"
	"slices"
	"strings"

	"claimlens/annotate"
	"claimlens/importers/literature"
)

// atOnce is how many identifiers, all of one kind, the converter takes.
const atOnce = 200

// pmids are the PMIDs of papers: their own, or those that PMC's ID converter knows.
func (c *Client) pmids(ctx context.Context, ids []annotate.Identifier) (map[annotate.Identifier]string, error) {
	out := map[annotate.Identifier]string{}
	waiting := map[annotate.IdentifierKind][]annotate.Identifier{}
	for _, id := range ids {
		switch {
		case id.Kind == annotate.PMID:
			out[id] = id.Value
		case !strings.ContainsAny(id.Value, ", "): // the converter would take it for two
			waiting[id.Kind] = append(waiting[id.Kind], id)
		}
	}
	for _, kind := range []annotate.IdentifierKind{annotate.DOI, annotate.PMCID} {
		for some := range slices.Chunk(waiting[kind], atOnce) {
			if err := c.convert(ctx, kind, some, out); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

// convert asks the converter for the PMIDs of identifiers of one kind. A converter that does not answer is no reason to give
// up, since a search may find them, unless this machine is offline.
func (c *Client) convert(ctx context.Context, kind annotate.IdentifierKind, ids []annotate.Identifier, out map[annotate.Identifier]string) error {
	values := make([]string, len(ids))
	for i, id := range ids {
		values[i] = id.Value
	}
	r := literature.Request{
		URL:   c.config.Root.Of(converter),
		Query: url.Values{"ids": {strings.Join(values, ",")}, "idtype": {strings.ToLower(string(kind))}, "format": {"json"}, "versions": {"no"}},
		Who:   c.who(), Interval: pace, Age: recordAge, Limit: maxList,
	}
	var got map[string]string
	r.Accept = func(answer []byte) (err error) {
		got, err = readConverted(host(r), answer)
		return err
	}
	err := c.config.Client.Ask(ctx, r)
	var f *literature.Failure
	switch {
	case ctx.Err() != nil, literature.IsOffline(err):
		return err
	case errors.As(err, &f):
		return nil
	case err != nil:
		return err
	}
	for _, id := range ids {
		if pmid := got[strings.ToLower(id.Value)]; pmid != "" {
			out[id] = pmid
		}
	}
	return nil
}

// converted is the converter's answer.
type converted struct {
	Status  string `json:"status"`
	Message string `json:"message"`
	Records []struct {
		Requested string `json:"requested-id"`
		DOI       string `json:"doi"`
		PMCID     string `json:"pmcid"`
		PMID      number `json:"pmid"`
		Status    string `json:"status"`
	} `json:"records"`
}

// readConverted reads the converter's answer: the PMIDs by identifiers in lower case.
func readConverted(host string, answer []byte) (map[string]string, error) {
	var a converted
	if err := literature.JSON(host, answer, &a); err != nil {
		return nil, err
	}
	if a.Status != "" && a.Status != "ok" {
		return nil, told(a.Message)
	}
	out := map[string]string{}
	for _, r := range a.Records {
		if r.Status == "error" || !annotate.ValidPMID(string(r.PMID)) {
			continue
		}
		pmcid, _, _ := strings.Cut(r.PMCID, ".")
		for _, id := range []string{r.Requested, r.DOI, pmcid} {
			if id != "" {
				out[strings.ToLower(id)] = string(r.PMID)
			}
		}
	}
	return out, nil
}
