package pubmed

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// day is a date as PubMed writes it: its parts in elements of their own, the month in figures or as a word.
type day struct{ year, month, day string }

// String is the date as far as it is known: 2021-07-03, 2021-07, 2021 or nothing. A part that is none ends it.
func (d day) String() string {
	year := yearOf(d.year)
	if year == 0 {
		return ""
	}
	month := monthOf(d.month)
	if month == 0 {
		return fmt.Sprintf("%04d", year)
	}
	n, err := strconv.Atoi(strings.TrimSpace(d.day))
	date := time.Date(year, time.Month(month), n, 0, 0, 0, 0, time.UTC)
	if err != nil || date.Day() != n {
		return fmt.Sprintf("%04d-%02d", year, month)
	}
	return date.Format(time.DateOnly)
}

var months = []string{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}

// monthOf is the number of a month in figures or as a word, of which the first three letters count, or 0. The season of
// an issue is no month.
func monthOf(s string) int {
	s = strings.ToLower(strings.TrimSpace(s))
	if n, err := strconv.Atoi(s); err == nil && n >= 1 && n <= 12 {
		return n
	}
	for i, name := range months {
		if strings.HasPrefix(s, name) {
			return i + 1
		}
	}
	return 0
}

var (
	yearPattern = regexp.MustCompile(`(?:^|[^0-9])((?:1[5-9]|20)[0-9][0-9])(?:[^0-9]|$)`)
	datePattern = regexp.MustCompile(`(?:^|[^0-9])((?:1[5-9]|20)[0-9][0-9])(?:\s+([A-Z][a-z]{2,8})(?:\s+([0-9]{1,2})\b)?|/([0-9]{1,2})?(?:/([0-9]{1,2})?)?)`)
	daysPattern = regexp.MustCompile(`^((?:1[5-9]|20)[0-9][0-9])([01][0-9])([0-3][0-9])$`)
)

// yearOf is the first year in a date in words, or 0.
func yearOf(date string) int {
	m := yearPattern.FindStringSubmatch(date)
	if m == nil {
		return 0
	}
	year := 0
	for _, c := range m[1] {
		year = 10*year + int(c-'0')
	}
	return year
}

// dateOf is the first date in words, as day has it: “1998 Dec-1999 Jan” is 1998-12, “2018 Apr 3” and “2018/04/03/” are
// 2018-04-03, “Spring 1999” is 1999.
func dateOf(words string) string {
	m := datePattern.FindStringSubmatchIndex(words)
	if year := yearPattern.FindStringSubmatchIndex(words); m == nil || year == nil || year[2] != m[2] {
		return day{year: words}.String()
	}
	part := func(i int) string {
		if m[2*i] < 0 {
			return ""
		}
		return words[m[2*i]:m[2*i+1]]
	}
	return day{part(1), part(2) + part(4), part(3) + part(5)}.String()
}

// daysOf is a date without anything between its parts, as MEDLINE has them: 20180903.
func daysOf(digits string) string {
	if m := daysPattern.FindStringSubmatch(digits); m != nil {
		return day{m[1], m[2], m[3]}.String()
	}
	return ""
}

// finer is the date of publication of a paper that came out printed and, often before, electronically: the printed one,
// unless the other says more of the same year.
func finer(printed, electronic string) string {
	if printed == "" || len(printed) == len("2006") && strings.HasPrefix(electronic, printed) {
		return electronic
	}
	return printed
}
