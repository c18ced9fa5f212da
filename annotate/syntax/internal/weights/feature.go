package weights

// Features collects the features of one decision. Where a feature stands says which template it is of, so the same
// templates must be added in the same order every time. The zero value is ready for use, and is meant to be used again.
type Features struct {
	keys [Most]uint32
	n    int
}

// Most is how many features one decision may have.
const Most = 192

// Reset forgets the features, and starts with the first template.
func (f *Features) Reset() { f.n = 0 }

// Keys are the features added since Reset. They are overwritten by the next one.
func (f *Features) Keys() []uint32 { return f.keys[:f.n] }

// Add adds a feature of one value.
func (f *Features) Add(a uint64) { f.put(Mix(f.template(), a)) }

// Add2 adds a feature of two values together.
func (f *Features) Add2(a, b uint64) { f.put(Mix(Mix(f.template(), a), b)) }

// Add3 adds a feature of three values together.
func (f *Features) Add3(a, b, c uint64) { f.put(Mix(Mix(Mix(f.template(), a), b), c)) }

// Add4 adds a feature of four values together.
func (f *Features) Add4(a, b, c, d uint64) { f.put(Mix(Mix(Mix(Mix(f.template(), a), b), c), d)) }

func (f *Features) template() uint64 { return uint64(f.n+1) * 0x9e3779b97f4a7c15 }

func (f *Features) put(hash uint64) {
	f.keys[f.n] = uint32(hash >> 32)
	f.n++
}

// Mix is a hash of a and b, good enough in its upper half.
func Mix(a, b uint64) uint64 {
	h := (a ^ b) * 0xff51afd7ed558ccd
	return h ^ h>>32
}
