package annotate

// Identifiers is the identifiers by which a paper is found: its PMID, and a DOI and a PMCID where its record has them.
func (c Citation) Identifiers() []Identifier {
	list := []Identifier{{PMID, c.PMID}}
	if id, ok := readDOI(c.DOI); ok {
		list = append(list, id)
	}
	if id, ok := readPMCID(c.PMCID); ok {
		list = append(list, id)
	}
	return list
}
