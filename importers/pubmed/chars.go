package pubmed

import (
	"bytes"
	"slices"
	"strconv"
	"unicode/utf8"
)

// attributes reads the attributes of a tag, and is those attributes when they are wanted.
func (d *decoder) attributes(b []byte, wanted bool) ([]attr, error) {
	var out []attr
	for {
		b = skipSpace(b)
		if len(b) == 0 {
			return out, nil
		}
		end := bytes.IndexByte(b, '=')
		if space := spaceIn(b); space >= 0 && space < end {
			end = space
		}
		if end < 0 || !isName(b[:end]) {
			return nil, faultf("the attribute %q can't be read", excerpt(b))
		}
		name := b[:end]
		value, rest, ok := quoted(b[end:])
		if !ok || bytes.IndexByte(value, '<') >= 0 {
			return nil, faultf("the value of the attribute %q can't be read", excerpt(b))
		}
		var err error
		if d.scratch, err = appendText(d.scratch[:0], value); err != nil {
			return nil, err
		}
		if wanted {
			out = append(out, attr{string(name), string(d.scratch)})
		}
		b = rest
	}
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

func skipSpace(b []byte) []byte {
	for len(b) > 0 && isSpace(b[0]) {
		b = b[1:]
	}
	return b
}

// spaceIn is where the first white space in b is, or -1.
func spaceIn(b []byte) int { return slices.IndexFunc(b, isSpace) }

// quoted takes an equals sign and a quoted value from the beginning of b.
func quoted(b []byte) (value, rest []byte, ok bool) {
	b, ok = bytes.CutPrefix(skipSpace(b), []byte("="))
	b = skipSpace(b)
	if !ok || len(b) == 0 || b[0] != '"' && b[0] != '\'' {
		return nil, nil, false
	}
	end := bytes.IndexByte(b[1:], b[0])
	if end < 0 {
		return nil, nil, false
	}
	return b[1 : 1+end], b[end+2:], true
}

// characters takes the text between two tags.
func (d *decoder) characters(b []byte) error {
	if len(d.open) == 0 || bytes.Contains(b, []byte("]]>")) {
		return faultf("the text %q where none may stand", excerpt(b))
	}
	out, err := appendText(d.scratch[:0], b)
	if err != nil {
		return err
	}
	d.scratch = out
	if d.taking != nil {
		d.taking.add(out)
	}
	return nil
}

// section takes a CDATA section.
func (d *decoder) section(b []byte) error {
	b, ok := bytes.CutPrefix(b, []byte("<![CDATA["))
	if len(d.open) == 0 || !ok {
		return faultf("%q where no text may stand", excerpt(b))
	}
	b = bytes.TrimSuffix(b, []byte("]]>"))
	if err := checkCharacters(b); err != nil {
		return err
	}
	if d.taking != nil {
		d.taking.add(b)
	}
	return nil
}

func checkComment(b []byte) error {
	if len(b) < 7 || !bytes.HasPrefix(b, []byte("<!--")) || bytes.Contains(b[4:len(b)-3], []byte("--")) || b[len(b)-4] == '-' && len(b) > 7 {
		return faultf("the comment %q can't be read", excerpt(b))
	}
	return nil
}

// isName says whether b is a name as PubMed has them: letters, digits, points, hyphens and underscores, perhaps with a
// prefix and a colon.
func isName(b []byte) bool {
	prefix, local, colon := bytes.Cut(b, []byte(":"))
	return isPlainName(prefix) && (!colon || isPlainName(local))
}

func isPlainName(b []byte) bool {
	for i, c := range b {
		letter := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_'
		if !letter && (i == 0 || c != '.' && c != '-' && (c < '0' || c > '9')) {
			return false
		}
	}
	return len(b) > 0
}

// appendText appends text with its entities replaced: the five that XML knows, and characters by number.
func appendText(out, b []byte) ([]byte, error) {
	if err := checkCharacters(b); err != nil {
		return out, err
	}
	for {
		i := bytes.IndexByte(b, '&')
		if i < 0 {
			return append(out, b...), nil
		}
		out = append(out, b[:i]...)
		b = b[i+1:]
		end := bytes.IndexByte(b[:min(len(b), 12)], ';')
		if end < 0 {
			return out, faultf("the entity %q is none of XML's", excerpt(b))
		}
		r := character(string(b[:end]))
		if !isCharacter(r) {
			return out, faultf("the entity %q is none of XML's", b[:end])
		}
		out = utf8.AppendRune(out, r)
		b = b[end+1:]
	}
}

// character is what an entity stands for, or 0.
func character(entity string) rune {
	switch entity {
	case "lt":
		return '<'
	case "gt":
		return '>'
	case "amp":
		return '&'
	case "apos":
		return '\''
	case "quot":
		return '"'
	}
	if len(entity) < 2 || entity[0] != '#' {
		return 0
	}
	digits, base := entity[1:], 10
	if digits[0] == 'x' {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseUint(digits, base, 31)
	if err != nil {
		return 0
	}
	return rune(n)
}

// checkCharacters refuses what is not UTF-8, and characters that XML does not allow.
func checkCharacters(b []byte) error {
	for i := 0; i < len(b); {
		if c := b[i]; c >= ' ' && c < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(b[i:])
		if !isCharacter(r) || r == utf8.RuneError && n == 1 {
			return faultf("the byte 0x%02x, which is no text in UTF-8", b[i])
		}
		i += n
	}
	return nil
}

func isCharacter(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' || r >= ' ' && r <= 0xd7ff || r >= 0xe000 && r <= 0xfffd || r >= 0x10000 && r <= 0x10ffff
}
