package claims

import (
	"fmt"
	"slices"
	"strings"
)

// because is the statement with another reason.
func (s statement) because(format string, args ...any) statement {
	s.why = append(slices.Clip(s.why), fmt.Sprintf(format, args...))
	return s
}

// partText is the text of parts.
func (p *parse) partText(parts []part) string {
	var out []string
	for _, x := range parts {
		if text := x.own.text + p.source(x.span); text != "" {
			out = append(out, text)
		}
	}
	return strings.Join(out, " ")
}

// ordinal and cardinal are numbers in words, as far as sentences need them.
func ordinal(n int) string {
	names := []string{"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"}
	if n < len(names) {
		return names[n]
	}
	return fmt.Sprintf("number %d", n+1)
}

func cardinal(n int) string {
	names := []string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}
	if n < len(names) {
		return names[n]
	}
	return fmt.Sprint(n)
}

// allBecause gives every statement of a list another reason.
func allBecause(list []statement, format string, args ...any) []statement {
	for i := range list {
		list[i] = list[i].because(format, args...)
	}
	return list
}
