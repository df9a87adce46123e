package calendar

import "fmt"

// Context is what some day counts must know besides the period. The zero value
// is no context.
type Context struct {
	// Schedule is the bounds of the coupon (or installment) periods, ascending,
	// from the start of the first through the end of the last. ActActICMA and
	// Act365L need it to cover the period counted. A first or last period that
	// is shorter or longer than Frequency is a stub.
	Schedule []Date
	// Frequency is the regular distance of the bounds in months or years, from
	// 1M through 100Y. ActActICMA and Act365L need it.
	Frequency Span
	// EndOfMonth says that the notional periods of a stub end on the last day of
	// the month where the bound they are rolled from does.
	EndOfMonth bool
	// Maturity is the day the contract ends, no date for none. ThirtyE360ISDA
	// treats an end of February on that day as it stands.
	Maturity Date
}

// check refuses a schedule that does not cover p, and returns the frequency in
// months.
func (ctx Context) check(c DayCount, p Period) (months int, err error) {
	s := ctx.Schedule
	if len(s) < 2 {
		return 0, fmt.Errorf("%s over %v: %w", c, p, ErrNeedsContext)
	}
	for i, d := range s {
		if !d.Valid() || i > 0 && d <= s[i-1] {
			return 0, fmt.Errorf("%s: schedule bound %d is %v, want ascending dates", c, i, d)
		}
	}
	if p.From < s[0] || p.To > s[len(s)-1] {
		return 0, fmt.Errorf("%s from %v to %v: schedule runs from %v to %v", c, p.From, p.To, s[0], s[len(s)-1])
	}
	return ctx.months(c)
}

// months returns the regular distance of the bounds in months.
func (ctx Context) months(c DayCount) (int, error) {
	if ctx.Frequency.IsZero() {
		return 0, fmt.Errorf("%s: %w", c, ErrNeedsContext)
	}
	n, ok := ctx.Frequency.Months()
	if !ok || n < 1 || n > maxFrequency {
		return 0, fmt.Errorf("%s: frequency %v, want months or years from 1M through 100Y", c, ctx.Frequency)
	}
	return n, nil
}

// maxFrequency is a hundred years in months; it keeps fractions in 64 bits.
const maxFrequency = 1200

// act365L adds up the coupon periods that p touches.
func act365L(p Period, ctx Context) (Fraction, error) {
	months, err := ctx.check(Act365L, p)
	if err != nil {
		return Fraction{}, err
	}
	var sum Fraction
	for i, from := range ctx.Schedule[:len(ctx.Schedule)-1] {
		coupon := Period{from, ctx.Schedule[i+1]}
		leap := IsLeapYear(coupon.To.Year())
		if months == 12 {
			leap = leapDaysIn(coupon) > 0
		}
		if part := coupon.Intersect(p); !part.IsEmpty() {
			sum = sum.Add(Fraction{int64(part.Len()), yearOf(leap)})
		}
	}
	return orNothing(sum), nil
}

// actActICMA adds up the coupon periods that p touches. The first is measured
// by notional periods rolled back from its end, the last by periods rolled on
// from its start, so that stubs of any length have a place in the regular year;
// the others are regular as they are.
func actActICMA(p Period, ctx Context) (Fraction, error) {
	months, err := ctx.check(ActActICMA, p)
	if err != nil {
		return Fraction{}, err
	}
	var sum Fraction
	last := len(ctx.Schedule) - 2
	for i, from := range ctx.Schedule[:last+1] {
		coupon := Period{from, ctx.Schedule[i+1]}
		part := coupon.Intersect(p)
		share := couponShare(part, coupon, months)
		switch {
		case part.IsEmpty():
			continue
		case i == last:
			share, err = ctx.rolled(part, coupon.From, coupon.To, months)
		case i == 0:
			share, err = ctx.rolled(part, coupon.To, coupon.From, -months)
		}
		if err != nil {
			return Fraction{}, err
		}
		sum = sum.Add(share)
	}
	return orNothing(sum), nil
}

// rolled measures part by notional periods of so many months from bound until
// they reach or pass end; negative months roll back. Each period is rolled from
// the one before it, as the published cases for stubs of several periods
// require. A period that is regular seen from its other end, 28 February
// through 30 March, is one notional period.
func (ctx Context) rolled(part Period, bound, end Date, months int) (Fraction, error) {
	toEnd := ctx.EndOfMonth && bound.IsMonthEnd()
	if !toEnd && end.AddMonths(-months) == bound {
		return couponShare(part, Period{min(bound, end), max(bound, end)}, max(months, -months)), nil
	}
	var sum Fraction
	for bound != end && (bound < end) == (months > 0) {
		next := bound.AddMonths(months)
		if toEnd {
			next = next.MonthEnd()
		}
		if next == 0 {
			return Fraction{}, fmt.Errorf("%s: notional period beyond %v leaves the range of dates", ActActICMA, bound)
		}
		notional := Period{min(bound, next), max(bound, next)}
		if piece := notional.Intersect(part); !piece.IsEmpty() {
			sum = sum.Add(couponShare(piece, notional, max(months, -months)))
		}
		bound = next
	}
	return sum, nil
}

// couponShare is days / (days of the coupon period × coupons per year).
func couponShare(part, coupon Period, months int) Fraction {
	f := Fraction{int64(part.Len()) * int64(months), int64(coupon.Len()) * 12}
	if 12%months == 0 {
		f = Fraction{int64(part.Len()), int64(coupon.Len()) * int64(12/months)}
	}
	return f
}

func orNothing(f Fraction) Fraction {
	if f.Den == 0 {
		return Fraction{Den: 1}
	}
	return f
}
