package fee

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/skuld-go/skuld/internal/words"
)

// parseGuards reads guards separated by blanks. The limit of a total is a tariff
// that has nothing but its code yet.
func parseGuards(s, citation string) (Guards, error) {
	var guards Guards
	for rest := strings.TrimSpace(s); rest != ""; rest = strings.TrimSpace(rest) {
		name, list := rest, ""
		end := strings.IndexAny(rest, " (")
		switch {
		case end < 0:
			rest = ""
		case rest[end] == ' ':
			name, rest = rest[:end], rest[end:]
		default:
			closing := strings.IndexByte(rest, ')')
			if closing < 0 {
				return nil, fmt.Errorf("%s has no closing bracket, want name(parameters)", words.Quote(rest))
			}
			name, list, rest = rest[:end], rest[end+1:closing], rest[closing+1:]
			if rest != "" && rest[0] != ' ' || strings.TrimSpace(list) == "" {
				return nil, fmt.Errorf("%s(%s), want parameters in the brackets and a blank behind them", words.Quote(name), list)
			}
		}
		g, err := parseGuard(name, list)
		if err != nil {
			return nil, err
		}
		g.Citation = citation
		guards = append(guards, g)
	}
	if len(guards) > MaxGuards {
		return nil, fmt.Errorf("%d guards, want at most %d", len(guards), MaxGuards)
	}
	return guards, nil
}

// parseGuard reads one guard and its parameters.
func parseGuard(name, list string) (Guard, error) {
	rule, err := words.Parse[Rule](ruleWords, "a guard", name)
	if err != nil {
		return Guard{}, err
	}
	g := Guard{Rule: rule}
	if list != "" {
		for _, p := range strings.Split(list, ",") {
			g.Codes = append(g.Codes, strings.TrimSpace(p))
		}
	}
	if rule.numbered() {
		if err := g.takeNumber(); err != nil {
			return Guard{}, err
		}
	}
	switch {
	case rule == RuleCount && len(g.Codes) > 0 && g.Codes[0] == run:
		g.Run, g.Codes = true, g.Codes[1:]
	case rule == RuleTotal && len(g.Codes) > 0:
		g.Limit, g.Codes = &Tariff{Code: g.Codes[0]}, g.Codes[1:]
	}
	if len(g.Codes) == 0 {
		g.Codes = nil
	}
	return g, g.check()
}

// takeNumber moves the number from the parameters to N: the first of them, in a
// letter the second.
func (g *Guard) takeNumber() error {
	at := 0
	if g.Rule == RuleLetter {
		at = 1
	}
	if len(g.Codes) <= at {
		return fmt.Errorf("guard %s without its number, want e.g. %s", g.Rule, g.example())
	}
	n, err := strconv.Atoi(g.Codes[at])
	if err != nil || strconv.Itoa(n) != g.Codes[at] {
		return fmt.Errorf("guard %s: %s is not a number, want e.g. %s", g.Rule, words.Quote(g.Codes[at]), g.example())
	}
	g.N, g.Codes = n, slices.Delete(slices.Clone(g.Codes), at, at+1)
	return nil
}

func (g *Guard) example() string {
	if g.Rule == RuleLetter {
		return "letter(demand,14)"
	}
	return g.Rule.String() + "(14)"
}
