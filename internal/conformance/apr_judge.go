package conformance

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/paymentplan/apr"
)

// An aprWant is a rate as a file prints it. Without a tolerance it is the rate
// rounded half up.
type aprWant struct {
	text      string // "" is not compared
	tolerance *big.Rat
}

func rounded(text string) aprWant { return aprWant{text: text} }

// nearby is a printed rate of which the last digit may be rounded, cut or off by
// one: at most so many units of it.
func nearby(text string, units int64) aprWant {
	_, decimals, _ := strings.Cut(text, ".")
	unit := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(len(decimals))), nil)
	return aprWant{text, new(big.Rat).SetFrac(big.NewInt(units), unit)}
}

func within(text, tolerance string) aprWant {
	r, _ := new(big.Rat).SetString(tolerance)
	return aprWant{text, r}
}

// Judge solves the vector through the library's public functions.
func (v APR) Judge() Verdict {
	if len(v.notes.foreign) > 0 {
		return outside(v.notes.foreign)
	}
	t := &till{currency: money.MustCurrency("EUR")}
	for _, q := range v.questions {
		q.judge(t, v.notes.places)
	}
	return Verdict{Problem: t.err()}
}

func (q aprQuestion) judge(t *till, places int) {
	flows, err := q.translate(t.currency, places)
	if err != nil {
		t.fail("%s: %w", q.method.Law, err)
		return
	}
	answer, err := apr.Solve(flows, q.method)
	if err != nil {
		t.fail("%s: %w", q.method.Law, err)
		return
	}
	// Files give one rate for all flows; of several it is the one nearest to zero.
	rate, ok := answer.Nearest()
	if !ok {
		t.fail("%s: %s", q.method.Law, answer.Outcome)
		return
	}
	for _, w := range q.wants {
		if err := w.compare(rate); err != nil {
			t.fail("%s: %w", q.method.Law, err)
		}
	}
}

// translate gives the flows their times. All amounts are taken in one unit so small
// that they are whole: which unit that is changes no rate.
func (q aprQuestion) translate(c money.Currency, places int) ([]apr.Flow, error) {
	flows := make([]apr.Flow, len(q.flows))
	for i, f := range q.flows {
		minor, err := f.amount.units(places)
		if err != nil {
			return nil, err
		}
		if f.paid {
			minor = -minor
		}
		flows[i] = apr.Flow{Amount: money.FromMinor(minor, c), Time: f.at}
		if !f.on.IsZero() {
			if flows[i].Time, err = q.method.Interval(q.flows[0].on, f.on); err != nil {
				return nil, err
			}
		}
	}
	return flows, nil
}

// units writes a figure without its point.
func (f figure) units(places int) (int64, error) {
	whole, decimals, _ := strings.Cut(string(f), ".")
	n, err := strconv.ParseInt(whole+decimals+strings.Repeat("0", places-len(decimals)), 10, 64)
	if err != nil {
		return 0, fmt.Errorf("amount %s in units of %d decimals: %w", f, places, money.ErrTooLarge)
	}
	return n, nil
}

func (w aprWant) compare(rate apr.Rate) error {
	if w.text == "" {
		return nil
	}
	if w.tolerance == nil {
		_, decimals, _ := strings.Cut(w.text, ".")
		if got, ok := rate.Rounded(len(decimals)); !ok || got != w.text {
			return fmt.Errorf("rate %s, want %s", got, w.text)
		}
		return nil
	}
	want, ok := new(big.Rat).SetString(w.text)
	low, high := rate.Bounds()
	for _, bound := range []string{low, high} {
		got, known := new(big.Rat).SetString(bound)
		if !ok || !known || got.Sub(got, want).Abs(got).Cmp(w.tolerance) > 0 {
			return fmt.Errorf("rate between %s and %s, want %s to %s", low, high, w.text, w.tolerance.FloatString(9))
		}
	}
	return nil
}

// Judge counts the interval through the library's public functions.
func (v Interval) Judge() Verdict {
	if len(v.notes.foreign) > 0 {
		return outside(v.notes.foreign)
	}
	got, err := v.method.Interval(v.start, v.end)
	if err == nil && got.Compare(v.want) != 0 {
		err = fmt.Errorf("%s years, want %s", sumText(got), sumText(v.want))
	}
	return Verdict{Problem: err}
}

func sumText(f calendar.Fraction) string { return f.Reduced().String() }
