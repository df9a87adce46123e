package fee

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/skuld-go/skuld/internal/words"
)

// Rule says what a guard looks at. The zero value is invalid.
type Rule uint8

const (
	// RuleAgreed: the fee was agreed when the debt arose.
	RuleAgreed Rule = iota + 1
	// RuleAfterDue: N days have passed since the due day; the first day is due + N.
	RuleAfterDue
	// RuleGap: N days have passed since the latest notice or fee of the codes, or
	// of any code if none is named; the first day is that day + N.
	RuleGap
	// RuleCount: fewer than N fees of the codes, or of any code if none is named,
	// were charged; with Run, in the present unbroken period of arrears.
	RuleCount
	// RuleExcludes: no fee of the codes was charged.
	RuleExcludes
	// RuleLetter: a notice of the kind Codes[0] named exactly the amount of this
	// fee, and gave N days that begin on the day after it was delivered or, where
	// that is not known, sent; the first day is that day + N + 1.
	RuleLetter
	// RuleTotal: the fees of the codes, or of any code if none is named, do not yet
	// reach Limit, a tariff assessed on the principal.
	RuleTotal
	// RuleOwn: the creditor acts itself.
	RuleOwn
	// RuleEnforceable: the debt is enforceable directly.
	RuleEnforceable
	// RuleNotEnforceable: it is not.
	RuleNotEnforceable
	// RuleNoBrokenPlan: no payment plan on the debt was broken.
	RuleNoBrokenPlan
)

var ruleWords = []string{"agreed", "after-due", "gap", "count", "excludes", "letter", "total", "own", "enforceable", "not-enforceable", "no-broken-plan"}

// Valid reports whether r is one of the constants.
func (r Rule) Valid() bool { return words.Known(ruleWords, r) }

// String gives the word of a file, or rule(n) for an invalid value.
func (r Rule) String() string { return words.Of(ruleWords, "rule", r) }

// numbered reports whether the rule has a number N.
func (r Rule) numbered() bool {
	return r == RuleAfterDue || r == RuleGap || r == RuleCount || r == RuleLetter
}

// Bounds on guards.
const (
	// MaxGuards of a tariff.
	MaxGuards = 20
	// MaxN is the largest number of days or fees in a guard.
	MaxN = 3660
	// maxCodes that a guard names.
	maxCodes = 60
)

// run is the word that makes a count one of the present period of arrears.
const run = "run"

// Guard is one condition on which a fee may be charged. Fields that its rule
// does not use are zero.
type Guard struct {
	Rule Rule
	// N is a number of days, or of fees in RuleCount; 0 to 3660.
	N int
	// Codes of fees and notices, as the rule says.
	Codes []string
	// Run restricts RuleCount to the present unbroken period of arrears.
	Run bool
	// Limit of RuleTotal.
	Limit *Tariff
	// Citation of the law or contract that has the condition.
	Citation string
}

// Guards are conditions that all have to be met.
type Guards []Guard

// String gives the guard as a file has it: "gap(14,reminder,demand)".
func (g Guard) String() string {
	var list []string
	if g.Rule.numbered() {
		list = append(list, strconv.Itoa(g.N))
	}
	if g.Run {
		list = append(list, run)
	}
	if g.Limit != nil {
		list = append(list, g.Limit.Code)
	}
	list = append(list, g.Codes...)
	if g.Rule == RuleLetter && len(g.Codes) == 1 {
		list = []string{g.Codes[0], strconv.Itoa(g.N)}
	}
	if len(list) == 0 {
		return g.Rule.String()
	}
	return g.Rule.String() + "(" + strings.Join(list, ",") + ")"
}

// String gives the guards as a file has them, separated by blanks.
func (gs Guards) String() string {
	var list []string
	for _, g := range gs {
		list = append(list, g.String())
	}
	return strings.Join(list, " ")
}

// Text says the condition in words, for listings.
func (g Guard) Text() string {
	codes := strings.Join(g.Codes, ", ")
	switch g.Rule {
	case RuleAgreed:
		return "only if agreed when the debt arose"
	case RuleAfterDue:
		return fmt.Sprintf("not before %s after the due day", days(g.N))
	case RuleGap:
		return fmt.Sprintf("not before %s after the latest notice or fee%s", days(g.N), of(codes))
	case RuleCount:
		period := ""
		if g.Run {
			period = " in one unbroken period of arrears"
		}
		return fmt.Sprintf("at most %s%s%s", counted(g.N, "fee"), of(codes), period)
	case RuleExcludes:
		return "not beside a fee of " + codes
	case RuleLetter:
		return fmt.Sprintf("only after a %s that names the amount and gives %s from the day after it", codes, days(g.N))
	case RuleTotal:
		return fmt.Sprintf("fees%s together at most the %s", of(codes), g.limitCode())
	case RuleOwn:
		return "only for measures of the creditor itself"
	case RuleEnforceable:
		return "only if the debt is enforceable directly"
	case RuleNotEnforceable:
		return "only if the debt is not enforceable directly"
	case RuleNoBrokenPlan:
		return "not after a payment plan was broken"
	}
	return g.Rule.String()
}

func of(codes string) string {
	if codes == "" {
		return ""
	}
	return " of " + codes
}

func days(n int) string { return counted(n, "day") }

func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return strconv.Itoa(n) + " " + what + "s"
}

func (g Guard) limitCode() string {
	if g.Limit == nil {
		return "limit"
	}
	return g.Limit.Code
}

// check reports what is wrong with a guard.
func (g Guard) check() error {
	n := len(g.Codes)
	switch {
	case !g.Rule.Valid():
		return fmt.Errorf("guard: %s, want one of %s", g.Rule, strings.Join(ruleWords, ", "))
	case g.N < 0 || g.N > MaxN || g.N != 0 && !g.Rule.numbered() || g.N == 0 && g.Rule == RuleCount:
		return fmt.Errorf("guard %s: the number %d, want 1 to %d fees, 0 to %d days, none elsewhere", g, g.N, MaxN, MaxN)
	case g.Run && g.Rule != RuleCount:
		return fmt.Errorf("guard %s: run, want it in count only", g)
	case (g.Limit != nil) != (g.Rule == RuleTotal):
		return fmt.Errorf("guard %s: want a limit in total, and only there", g)
	case g.Rule == RuleLetter && n != 1:
		return fmt.Errorf("guard %s: %d kinds of notice, want one", g, n)
	case g.Rule == RuleExcludes && n == 0 || n > maxCodes:
		return fmt.Errorf("guard %s: %d codes, want 1 to %d", g, n, maxCodes)
	case n > 0 && !slices.Contains([]Rule{RuleGap, RuleCount, RuleExcludes, RuleLetter, RuleTotal}, g.Rule):
		return fmt.Errorf("guard %s: codes, want none", g)
	}
	for i, c := range g.Codes {
		if err := checkCode(c); err != nil || c == run || slices.Contains(g.Codes[:i], c) {
			return fmt.Errorf("guard %s: %s, want each code once, as lower-case words with hyphens and not %q", g.Rule, words.Quote(c), run)
		}
	}
	return checkText(g.Citation)
}
