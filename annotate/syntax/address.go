package syntax

import "strings"

// longestScheme bounds where the mark of an address is looked for.
const longestScheme = 64

// address is the length of the web, mail or DOI address at the start of a chunk, without the marks behind it, and else
// 0.
func address(chunk string) int {
	head := strings.ToLower(chunk[:min(len(chunk), longestScheme)])
	switch {
	case strings.HasPrefix(head, "http://"), strings.HasPrefix(head, "https://"), strings.HasPrefix(head, "www."),
		strings.HasPrefix(head, "doi:10."), strings.HasPrefix(head, "10.") && strings.Contains(head, "/"), isMail(head):
		return len(strings.TrimRight(chunk, `.,;:!?)]}>"'”’»`))
	}
	return 0
}

func isMail(s string) bool {
	name, host, found := strings.Cut(s, "@")
	return found && name != "" && strings.Contains(strings.TrimRight(host, "."), ".") && !strings.ContainsAny(name, `"(<[,;:`)
}
