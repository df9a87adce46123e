package report

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/leanovate/gopter"
	"github.com/leanovate/gopter/gen"
	"github.com/leanovate/gopter/prop"

	"github.com/skuld-go/skuld/interest"
)

func TestPageProperties(t *testing.T) {
	properties := gopter.NewProperties(gopter.DefaultTestParametersWithSeed(1))
	words := gen.SliceOf(gen.AlphaString())
	properties.Property("wrapping keeps the words and the width", prop.ForAll(func(list []string) bool {
		var p page
		p.para("  x: ", strings.Join(list, " "))
		want := strings.Fields("x: " + strings.Join(list, " "))
		for _, line := range strings.Split(p.b.String(), "\n") {
			if utf8.RuneCountInString(line) > width && len(strings.Fields(line)) > 1 && !strings.HasPrefix(line, "  x: ") {
				return false
			}
		}
		return strings.Join(strings.Fields(p.b.String()), " ") == strings.Join(want, " ")
	}, words))
	properties.Property("cells of a right column end in the same place", prop.ForAll(func(list []string) bool {
		tab := table{columns: "lr", indent: 2}
		for i, cell := range list {
			tab.add(strings.Repeat("é", i%5), cell+"|")
		}
		var p page
		p.table(tab)
		ends := map[int]bool{}
		for _, line := range strings.Split(strings.TrimSuffix(p.b.String(), "\n"), "\n") {
			ends[utf8.RuneCountInString(line)] = true
		}
		return len(ends) == 1
	}, words.SuchThat(func(list []string) bool { return len(list) > 0 })))
	properties.TestingRun(t)
}

func TestRatesOf(t *testing.T) {
	of := func(texts ...string) (out []interest.Segment) {
		for _, s := range texts {
			out = append(out, interest.Segment{Rate: interest.MustPercent(s)})
		}
		return out
	}
	for _, c := range []struct{ in, want string }{
		{"", ""},
		{"12 8", "12 8"},
		{"12 11.75 -0.5", "12.00 11.75 -0.50"},
		{"0.000001 1000", "0.000001 1000.000000"},
	} {
		if got := strings.Join(ratesOf(of(strings.Fields(c.in)...)), " "); got != c.want {
			t.Errorf("ratesOf(%s) = %s, want %s", c.in, got, c.want)
		}
	}
}

func TestGroundsAreListedOnce(t *testing.T) {
	var g grounds
	marks := g.mark("a") + g.mark("b") + g.mark("a") + g.mark("")
	if marks != "[1][2][1]" {
		t.Errorf("marks %s, want [1][2][1]", marks)
	}
	var p page
	g.list(&p)
	if got := p.b.String(); got != "  [1] a\n  [2] b\n" {
		t.Errorf("list %q", got)
	}
}

func TestSentences(t *testing.T) {
	if got := sentences([]string{"a", "", "b."}); got != "a. b." {
		t.Errorf("got %q, want %q", got, "a. b.")
	}
}

// TestWideRows keep their columns in line while there is room, and lose no text
// where there is none.
func TestWideRows(t *testing.T) {
	tab := table{columns: "lrr", indent: 2}
	tab.add("ab", "123", "4.00")
	tab.addWide("longer", "", "5.00")
	tab.addWide("much longer than that", "", "6.00")
	tab.addWide("a", "", "7.00")
	var p page
	p.table(tab)
	const want = "  ab  123  4.00\n  longer   5.00\n  much longer than that  6.00\n  a        7.00\n"
	if got := p.b.String(); got != want {
		t.Errorf("wrote\n%s, want\n%s", got, want)
	}
}
