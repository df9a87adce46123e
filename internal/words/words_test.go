package words_test

import (
	"strings"
	"testing"

	"github.com/skuld-go/skuld/internal/words"
)

type colour uint8

var colours = []string{"red", "green"}

func TestWords(t *testing.T) {
	for c, want := range map[colour]string{0: "colour(0)", 1: "red", 2: "green", 3: "colour(3)"} {
		text, err := words.Marshal(colours, "colour", c)
		if got := words.Of(colours, "colour", c); got != want || words.Known(colours, c) != (err == nil) || err == nil && string(text) != want {
			t.Errorf("%d: %s, %q, %v", uint8(c), got, text, err)
		}
		if back, err := words.Parse[colour](colours, "a colour", want); words.Known(colours, c) && (back != c || err != nil) {
			t.Errorf("%s: %d, %v", want, back, err)
		}
	}
	if _, err := words.Parse[colour](colours, "a colour", "blue"); err == nil || err.Error() != `"blue" is not a colour, want one of red, green` {
		t.Error(err)
	}
}

// What is quoted is short, on one line and valid text, also where the cut falls into a
// letter.
func TestQuote(t *testing.T) {
	for s, want := range map[string]string{
		"a\nb":                         `"a\nb"`,
		strings.Repeat("a", 60):        `"` + strings.Repeat("a", 60) + `"`,
		strings.Repeat("a", 61):        `"` + strings.Repeat("a", 60) + `"…`,
		strings.Repeat("a", 59) + "ö":  `"` + strings.Repeat("a", 59) + `"…`,
		strings.Repeat("ö", 1_000_000): `"` + strings.Repeat("ö", 30) + `"…`,
	} {
		if got := words.Quote(s); got != want {
			t.Errorf("%.80s: %s, want %s", s, got, want)
		}
	}
}
