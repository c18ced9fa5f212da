package wording

// species says in what creature the statement holds, where its words say so: an animal or cells where they are named, humans where
// people are; "" where neither is. Cells named with an animal are cells.
func species(s sentence) string {
	found := ""
	for i, w := range s {
		switch {
		case vitro(s, i):
			return "cells"
		case animal(w.lower) != "" && !s.material(i):
			found = animal(w.lower)
		case found == "" && humans[singular(w.lower)] || found == "" && humans[w.lower]:
			found = "human"
		}
	}
	return found
}

// animal is our name of the animal that w names in either number, or "".
func animal(w string) string {
	if a := animals[w]; a != "" {
		return a
	}
	return animals[singular(w)]
}

// material says whether the animal at i only tells what something is made of or comes from: "cat dander", "chicken soup".
func (s sentence) material(i int) bool {
	return i+1 < len(s) && s[i+1].noun() && singular(s.at(i)) == s.at(i) && !modelled[singular(s.at(i+1))]
}

// vitro says whether the words at i speak of cells in a dish: "in vitro", "cultured cells", "cell culture", "HeLa cells".
func vitro(s sentence, i int) bool {
	switch s.at(i) {
	case "vitro":
		return true
	case "cultured":
		return true
	case "culture", "cultures", "line", "lines":
		return s.at(i-1) == "cell"
	case "cells":
		return lines[s.at(i-1)]
	}
	return false
}

var (
	modelled = set("model study cell experiment colony embryo brain heart liver kidney lung tissue pup offspring")
	lines    = set("hela hek293 mcf-7 hepg2 caco-2 a549 huvec jurkat cho vero")
	animals  = map[string]string{
		"mouse": "mouse", "mice": "mouse", "murine": "mouse", "rat": "rat", "hamster": "hamster", "rabbit": "rabbit", "guinea-pig": "guinea pig",
		"dog": "dog", "canine": "dog", "cat": "cat", "feline": "cat", "pig": "pig", "piglet": "pig", "porcine": "pig", "swine": "pig", "cow": "cattle",
		"cattle": "cattle", "bovine": "cattle", "calves": "cattle", "calf": "cattle", "sheep": "sheep", "goat": "goat", "horse": "horse", "equine": "horse",
		"chicken": "chicken", "hen": "chicken", "monkey": "monkey", "macaque": "monkey", "primate": "primate", "zebrafish": "zebrafish",
		"drosophila": "fruit fly", "worm": "worm", "elegans": "worm", "yeast": "yeast", "ferret": "ferret", "rodent": "rodent",
	}
	humans = set(`
		people person man men woman women child children adult adolescent teenager infant baby newborn neonate toddler boy girl patient
		participant volunteer smoker drinker pensioner athlete nurse human elderly mother father veteran survivor vegetarian
		vegan student worker resident`)
)
