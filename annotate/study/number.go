package study

import (
	"strconv"
	"strings"
)

// maxCount is the greatest number of participants that is believed.
const maxCount = 2_000_000_000

// number writes n with commas: 1,234.
func number(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// count reads the number at words[i], in digits or in words, and says how many words it has; 0 for none. Percentages, decimals and
// years that stand alone are no counts.
func (s sentence) count(i int) (n, length int) {
	w := s.words[i]
	if c := w[0]; c >= '0' && c <= '9' {
		if strings.HasSuffix(w, "%") || i+1 < len(s.words) && s.percent(i+1) {
			return 0, 0
		}
		n := digits(w)
		if n <= 0 {
			return 0, 0
		}
		length := 1
		if i+1 < len(s.words) && s.marks[i+1] == ' ' {
			switch s.words[i+1] {
			case "million":
				n, length = n*1_000_000, 2
			case "thousand":
				n, length = n*1000, 2
			}
		}
		return n, length
	}
	return s.numeral(i)
}

func (s sentence) percent(i int) bool {
	return s.marks[i] == ' ' && (s.words[i] == "percent" || s.words[i] == "per" && i+1 < len(s.words) && s.words[i+1] == "cent")
}

// digits reads 83, 1,234 or 20 536, whichever space it is; 0 for what is no whole number: 1.5, 42-year-old, 3rd.
func digits(w string) int {
	group, groups, n := 0, 0, 0
	for _, r := range w {
		switch {
		case r >= '0' && r <= '9':
			n = n*10 + int(r-'0')
			group++
			if n > maxCount {
				return 0
			}
		case r == ',' || r == ' ' || r == '\u00a0' || r == '\u2009' || r == '\u202f':
			if group > 3 || group == 0 || groups > 0 && group != 3 {
				return 0
			}
			group = 0
			groups++
		default:
			return 0
		}
	}
	if groups > 0 && group != 3 {
		return 0
	}
	return n
}

var units = map[string]int{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
	"thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
	"forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}

// numeral reads a number in words: "twelve", "one hundred and fourteen", "twenty-four".
func (s sentence) numeral(i int) (n, length int) {
	total, part, used := 0, 0, 0
	for j := i; j < len(s.words) && j < i+12; j++ {
		if j > i && s.marks[j] != ' ' {
			break
		}
		ok := false
		if s.words[j] == "and" && j > i && j+1 < len(s.words) && part >= 100 && units[firstPart(s.words[j+1])] > 0 {
			continue
		}
		for _, w := range strings.Split(s.words[j], "-") {
			switch v := units[w]; {
			case v > 0:
				part += v // twelve words at most, so this stays small
			case w == "hundred" && part > 0 && part < 100:
				part *= 100
			case w == "thousand" && part > 0 && total == 0:
				total, part = total+part*1000, 0
			default:
				if !(w == "and" && part >= 100) {
					if ok || used == 0 {
						return 0, 0 // "two-fold"
					}
					return total + part, used
				}
			}
			ok = true
		}
		used = j - i + 1
	}
	return total + part, used
}

func firstPart(w string) string {
	w, _, _ = strings.Cut(w, "-")
	return w
}
