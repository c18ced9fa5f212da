package model

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"claimlens/annotate/syntax/internal/keys"
	"claimlens/annotate/syntax/internal/lexicon"
	"claimlens/annotate/syntax/internal/parser"
	"claimlens/annotate/syntax/internal/register"
	"claimlens/annotate/syntax/internal/tagger"
	"claimlens/annotate/syntax/internal/weights"
)

// magic begins every model; its number is that of the format.
const magic = "claimlens syntax 2\n"

// largest bounds a model that is read, decompressed.
const largest = 128 << 20

// usual is how much room is made at once when the file says that it needs as much, which gzip does in its last bytes.
const usual = 32 << 20

// Encode is a model as a file: gzip over the magic, the names, the tagger's weights and the parser's.
func Encode(p Parts) ([]byte, error) {
	if err := checkNames(p.Tags, p.Labels); err != nil {
		return nil, err
	}
	out := []byte(magic)
	out = binary.AppendUvarint(out, uint64(len(p.Tags)))
	for _, t := range p.Tags {
		out = appendString(appendString(out, t.Universal), t.Penn)
	}
	out = binary.AppendUvarint(out, uint64(len(p.Labels)))
	for _, l := range p.Labels {
		out = appendString(out, l)
	}
	out = lexicon.Append(out, p.Lexicon)
	out = binary.AppendUvarint(out, uint64(p.Registers))
	out = weights.Append(out, p.Register)
	out = weights.Append(out, p.Tagger)
	out = weights.Append(out, p.Parser)
	var file bytes.Buffer
	z, err := gzip.NewWriterLevel(&file, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := z.Write(out); err != nil {
		return nil, err
	}
	err = z.Close()
	return file.Bytes(), err
}

func appendString(out []byte, s string) []byte {
	return append(append(out, uint8(len(s))), s...)
}

// Decode reads what Encode wrote. Whatever else it is given, it answers with an error.
func Decode(file []byte) (*Model, error) {
	z, err := gzip.NewReader(bytes.NewReader(file))
	if err != nil {
		return nil, fmt.Errorf("syntax model: %w", err)
	}
	var out bytes.Buffer
	out.Grow(min(int(binary.LittleEndian.Uint32(file[len(file)-4:])), usual) + bytes.MinRead)
	_, err = out.ReadFrom(io.LimitReader(z, largest+1))
	if err == nil && out.Len() > largest {
		err = fmt.Errorf("is larger than %d MB", largest>>20)
	}
	if err != nil {
		return nil, fmt.Errorf("syntax model: %w", err)
	}
	m, err := decode(out.Bytes())
	if err != nil {
		return nil, fmt.Errorf("syntax model: %w", err)
	}
	return m, nil
}

func decode(in []byte) (*Model, error) {
	in, ok := bytes.CutPrefix(in, []byte(magic))
	if !ok {
		return nil, errors.New("is no model, or of another version")
	}
	r := names{in: in}
	m := &Model{}
	for range r.count() {
		m.Tags = append(m.Tags, Tag{r.name(), r.name()})
	}
	for range r.count() {
		m.Labels = append(m.Labels, r.name())
	}
	if r.short {
		return nil, keys.ErrShort
	}
	err := checkNames(m.Tags, m.Labels)
	if err != nil {
		return nil, err
	}
	if m.coarse, err = CoarseOf(m.Tags); err != nil {
		return nil, err
	}
	return m, m.weights(r)
}

// weights reads what stands behind the names.
func (m *Model) weights(r names) error {
	var err error
	if m.Lexicon, r.in, err = lexicon.Decode(r.in); err != nil {
		return fmt.Errorf("lexicon: %w", err)
	}
	registers := r.count()
	if registers == 0 || registers > weights.Classes {
		return fmt.Errorf("there are %d registers", registers)
	}
	var all [3]*weights.Weights
	for i, name := range [...]string{"register", "tagger", "parser"} {
		if all[i], r.in, err = weights.Decode(r.in); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	if len(r.in) > 0 {
		return fmt.Errorf("is followed by %d bytes", len(r.in))
	}
	m.Register = &register.Register{Weights: all[0], Kinds: registers}
	m.Tagger = &tagger.Tagger{Weights: all[1], Tags: len(m.Tags)}
	m.Parser = &parser.Parser{Weights: all[2], Labels: len(m.Labels)}
	return nil
}

// names reads the short strings at the head of a model.
type names struct {
	in    []byte
	short bool
}

// count is how many names follow, and 0 when that cannot be.
func (r *names) count() int {
	v, n := binary.Uvarint(r.in)
	if n <= 0 || v > uint64(len(r.in)) {
		r.short = true
		return 0
	}
	r.in = r.in[n:]
	return int(v)
}

func (r *names) name() string {
	if len(r.in) == 0 || len(r.in) <= int(r.in[0]) {
		r.short, r.in = true, nil
		return ""
	}
	n := int(r.in[0]) + 1
	s := string(r.in[1:n])
	r.in = r.in[n:]
	return s
}
