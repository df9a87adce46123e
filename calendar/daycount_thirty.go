package calendar

// civil is a date split into year, month and day.
type civil struct{ y, m, d int }

func split(d Date) civil {
	y, m, dd := toCivil(d)
	return civil{y, m, dd}
}

func (c civil) februaryEnd() bool { return isFebruaryEnd(c.y, c.m, c.d) }

// thirtyDays counts the days of a 30/360 convention. Some of the rules would
// count a day or less between a date and itself; a period without days has none.
func (c DayCount) thirtyDays(p Period, ctx Context) int {
	if p.IsEmpty() {
		return 0
	}
	a, b := split(p.From), split(p.To)
	switch c {
	case ThirtyE360, Thirty365:
		a.d, b.d = min(a.d, 30), min(b.d, 30)
	case ThirtyE360ISDA, ThirtyE365:
		if a.februaryEnd() {
			a.d = 30
		}
		if b.februaryEnd() && (p.To != ctx.Maturity || c == ThirtyE365) {
			b.d = 30
		}
		a.d, b.d = min(a.d, 30), min(b.d, 30)
	case ThirtyEPlus360:
		a.d = min(a.d, 30)
		// A 31st as the first of the next month is 31 days after the month began.
	case ThirtyU360, ThirtyU360EOM:
		if a.februaryEnd() {
			if b.februaryEnd() {
				b.d = 30
			}
			a.d = 30
		}
		bond(&a, &b)
	case Thirty360PSA:
		if a.februaryEnd() {
			a.d = 30
		}
		bond(&a, &b)
	default: // Thirty360Bond
		bond(&a, &b)
	}
	return 360*(b.y-a.y) + 30*(b.m-a.m) + b.d - a.d
}

// bond applies the rule of bond basis to both ends.
func bond(a, b *civil) {
	a.d = min(a.d, 30)
	if a.d == 30 {
		b.d = min(b.d, 30)
	}
}
