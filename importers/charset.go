package importers

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
)

// decodePage is a page's text: in the encoding of its byte order mark, of its media type, or of its meta element, as a
// browser has it; else in UTF-8 if all of it is, else in windows-1252. A meta element is not believed against a text that is
// plainly UTF-8. Bytes that are wrong in that encoding become
// U+FFFD, as in a browser, so that the text is the one that a reader sees.
func decodePage(data []byte, mediaType string) (string, error) {
	enc, name, certain := charset.DetermineEncoding(data, mediaType)
	if !certain && utf8.Valid(data) && (name == "windows-1252" || manyByte(data) >= 20) {
		enc = encoding.Nop
	}
	return decode(data, enc)
}

// decodeText is a plain text: in the encoding of its byte order mark or its media type, else in UTF-8, else in
// windows-1252 if that has a character for each of its bytes.
func decodeText(data []byte, mediaType string) (string, error) {
	enc, _, certain := charset.DetermineEncoding(data, mediaType)
	switch {
	case certain:
	case utf8.Valid(data):
		enc = encoding.Nop
	case slices.ContainsFunc(data, unassigned):
		return "", refuse("is neither UTF-8 nor windows-1252 text; save it as UTF-8")
	default:
		enc = charmap.Windows1252
	}
	return decode(data, enc)
}

// unassigned says whether windows-1252 has no character for b.
func unassigned(b byte) bool {
	return b == 0x81 || b == 0x8d || b == 0x8f || b == 0x90 || b == 0x9d
}

// manyByte counts the characters of valid UTF-8 that take more than one byte. Twenty of them are no accident of another
// encoding: the page was stored in UTF-8 and its meta element left as it was.
func manyByte(data []byte) int {
	n := 0
	for _, b := range data {
		if b >= 0xc0 {
			n++
		}
	}
	return n
}

func decode(data []byte, enc encoding.Encoding) (string, error) {
	out, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		return "", refuse("is not in the character encoding that it says it is in: %v", err)
	}
	return strings.TrimPrefix(strings.ToValidUTF8(string(out), "\uFFFD"), "\uFEFF"), nil
}
