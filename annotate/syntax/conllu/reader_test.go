package conllu

import (
	"errors"
	"io"
	"strings"
	"testing"
)

func row(id, form string) string { return id + "\t" + form + strings.Repeat("\t_", 8) + "\n" }

func TestRead(t *testing.T) {
	good := row("1", "a") + row("2", "b")
	for _, test := range []struct {
		name, in string
		want     []string // the words of each sentence, or what is wrong
	}{
		{"nothing", "", nil},
		{"empty lines", "\n\n\n", nil},
		{"two", good + "\n\n# x\n" + good + "\n", []string{"a b", "a b"}},
		{"no empty line at the end", good, []string{"a b"}},
		{"no line end at the end", strings.TrimSuffix(good, "\n"), []string{"a b"}},
		{"line ends of Windows", strings.ReplaceAll(good+"\n"+good, "\n", "\r\n"), []string{"a b", "a b"}},
		{"ranges and empty words", row("1-2", "ab") + good + row("2.1", "c"), []string{"a b"}},
		{"only a comment", "# x\n", []string{""}},
		{"columns", "a b\n" + good + "\n" + good, []string{"line 1: has 1 columns instead of 10", "a b"}},
		{"order", row("1", "a") + row("3", "b"), []string{`line 2: has the ID "3" instead of 2`}},
		{"number", row("one", "a"), []string{`line 1: has the ID "one" instead of 1`}},
		{"sign", row("+1", "a"), []string{`line 1: has the ID "+1" instead of 1`}},
		{"range", row("2-1", "a"), []string{`line 1: has the ID "2-1", which is neither a number nor a range`}},
		{"form", row("1", ""), []string{"line 1: has no FORM"}},
		{"only the first", "x\ny\n\n" + good, []string{"line 1: has 1 columns instead of 10", "a b"}},
		{"long line", strings.Repeat("x", longestLine+1) + "\n\n" + good, []string{"line 1: is longer than 1 MB", "a b"}},
		{"long sentence", strings.Repeat("#\n", longestSentence+1) + "\n" + good, []string{"line 20001: the sentence has more than 20000 lines", "a b"}},
	} {
		r := NewReader(strings.NewReader(test.in))
		var got []string
		for {
			s, err := r.Read()
			if err == io.EOF {
				break
			}
			if err != nil {
				got = append(got, err.Error())
				continue
			}
			var forms []string
			for _, w := range s.Words() {
				forms = append(forms, w[Form])
			}
			got = append(got, strings.Join(forms, " "))
		}
		if strings.Join(got, "|") != strings.Join(test.want, "|") {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

func TestReadSaysWhatIsWrongWithTheFile(t *testing.T) {
	if _, err := NewReader(broken{}).Read(); !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("got %v, want %v", err, io.ErrUnexpectedEOF)
	}
}

// What was read is written as it was, and reads the same again.
func FuzzRead(f *testing.F) {
	for _, s := range []string{"", "# x\n" + row("1", "a") + "\n", row("1-2", "a") + row("1", "b"), "\r\n\x00\n", "1\t\n", row("1.1", "a")} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, in string) {
		r := NewReader(strings.NewReader(in))
		for number := 0; ; {
			s, err := r.Read()
			if err == io.EOF {
				return
			}
			var line *LineError
			if errors.As(err, &line) {
				if line.Number <= number {
					t.Fatalf("line %d comes after %d", line.Number, number)
				}
				number = line.Number
				continue
			}
			if err != nil {
				t.Fatal(err)
			}
			var out, again strings.Builder
			if err := s.Write(&out); err != nil {
				t.Fatal(err)
			}
			if s, err = NewReader(strings.NewReader(out.String())).Read(); err != nil {
				t.Fatalf("%q reads as %v", out.String(), err)
			}
			if err := s.Write(&again); err != nil || again.String() != out.String() {
				t.Fatalf("got %q, want %q", again.String(), out.String())
			}
		}
	})
}
