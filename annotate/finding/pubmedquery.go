package finding

// PubMedQuery is a claim as a query in PubMed's syntax.
func PubMedQuery(claim string) string { return claim }
