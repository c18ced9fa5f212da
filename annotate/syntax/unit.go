package syntax

import "strings"

// units are written right behind their numbers at times: 10mg.
var units = set(`mg g kg mcg µg μg ug ng pg ml l dl cl µl μl cm mm km nm µm μm m kcal cal kj iu mmhg mmol nmol pmol µmol μmol mol h hr hrs
	min mins sec ms s d wk wks yr yrs lb lbs oz ft in am pm a.m p.m hz khz mhz gy kda bp kb °c °f ° ℃ meq ppm mpa`)

// longestUnit is in bytes.
const longestUnit = 12

// unitAfter is where in a word of a number and a unit the unit begins, and else 0. What stands behind a slash is not
// looked at: 50mg/kg.
func unitAfter(word string) int {
	if !startsWithDigit(word) {
		return 0
	}
	i := len(word) - len(strings.TrimLeft(word, "0123456789.,-–"))
	unit, _, _ := strings.Cut(word[i:min(len(word), i+longestUnit)], "/")
	if i == 0 || unit == "" || !units[strings.ToLower(unit)] || !digitBefore(word[:i]) {
		return 0
	}
	return i
}
