package report

import (
	"strconv"
	"strings"

	"github.com/skuld-go/skuld/interest"
)

// grounds numbers texts in the order in which they are first used, each once.
type grounds struct {
	numbers map[string]int
	texts   []string
}

// mark is the number of a ground in brackets, or "" for no ground.
func (g *grounds) mark(text string) string {
	if text == "" {
		return ""
	}
	n, ok := g.numbers[text]
	if !ok {
		if g.numbers == nil {
			g.numbers = map[string]int{}
		}
		g.texts = append(g.texts, text)
		n = len(g.texts)
		g.numbers[text] = n
	}
	return bracketed(n)
}

// list writes the grounds with their numbers, hanging under each other.
func (g *grounds) list(p *page) {
	most := len(bracketed(len(g.texts)))
	for i, text := range g.texts {
		mark := bracketed(i + 1)
		p.para("  "+mark+strings.Repeat(" ", most-len(mark)+1), text)
	}
}

func bracketed(n int) string { return "[" + strconv.Itoa(n) + "]" }

// rateGround words why a rate holds.
func rateGround(b interest.Basis) string {
	parts := []string{b.Label}
	if b.Citation != "" {
		parts = append(parts, "Basis: "+b.Citation)
	}
	if b.Source != "" {
		source := "Source: " + b.Source
		if b.Evidence.Valid() {
			source += " (" + b.Evidence.String() + ")"
		}
		parts = append(parts, source)
	}
	return sentences(parts)
}

// orderGround words which rule sent money to a rung.
func orderGround(citation string) string {
	if citation == "" {
		return ""
	}
	return sentences([]string{"Settlement: " + citation})
}

// sentences joins what there is, each closed with a full stop.
func sentences(parts []string) string {
	var b strings.Builder
	for _, part := range parts {
		if part == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(strings.TrimSuffix(part, "."))
		b.WriteByte('.')
	}
	return b.String()
}
