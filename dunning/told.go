package dunning

import (
	"slices"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/money"
)

// returned reports whether a debit came back after one day and through another.
func (c *course) returned(after, through calendar.Date) bool {
	if c.h.Loan == nil {
		return false
	}
	return slices.ContainsFunc(c.h.Loan.Returns, func(r Return) bool { return r.Date > after && r.Date <= through })
}

// told adds the letters that tell of debit returns and of payments on arrears, for what
// no notice has told yet.
func (c *course) told(list []Action) []Action {
	if kind := c.p.Returns.Kind; kind != "" && c.h.Loan != nil {
		var on []calendar.Date
		for i := range c.h.Loan.Returns {
			if r := &c.h.Loan.Returns[i]; r.Date <= c.day {
				on = append(on, r.Date)
			}
		}
		slices.Sort(on)
		list = c.tell(list, kind, on, "a direct debit came back on ")
	}
	if !c.had {
		return list
	}
	var partial, full []calendar.Date
	for _, day := range c.run.paid {
		switch {
		case !c.opened(day):
		case day == c.run.end:
			full = append(full, day)
		default:
			partial = append(partial, day)
		}
	}
	list = c.tell(list, c.p.Repayment.Partial, partial, "a part was paid on ")
	return c.tell(list, c.p.Repayment.Full, full, "all that was overdue was paid by ")
}

// opened reports whether the debtor had been told of the arrears of the run by a day.
func (c *course) opened(day calendar.Date) bool {
	return !c.run.firstLetter.IsZero() && c.run.firstLetter <= day || c.returned(c.previous, day)
}

// tell adds a letter for each event that no notice of the kind has told of: notices tell
// of the oldest event of their day or before.
func (c *course) tell(list []Action, kind string, on []calendar.Date, what string) []Action {
	if kind == "" || len(on) == 0 {
		return list
	}
	var sent []calendar.Date
	for i := range c.h.Notices {
		if n := &c.h.Notices[i]; n.Kind == kind && n.Sent <= c.day {
			sent = append(sent, n.Sent)
		}
	}
	slices.Sort(sent)
	list, cites := slices.Grow(list, max(0, len(on)-len(sent))), c.cites(&Level{})
	for _, day := range on {
		for len(sent) > 0 && sent[0] < day {
			sent = sent[1:]
		}
		if len(sent) > 0 {
			sent = sent[1:]
			continue
		}
		list = append(list, Action{
			Track: TrackClaim, Kind: kind, Day: c.day, Since: day, Rule: what + day.String(), Fee: money.FromMinor(0, c.h.Currency),
			Citation: cites,
		})
	}
	return list
}

// retry is the day of the latest debit return, and the first day on which the debit may
// be tried again, zero where that is no use.
func (c *course) retry() (last, again calendar.Date) {
	if c.h.Loan == nil {
		return 0, 0
	}
	var latest *Return
	for i := range c.h.Loan.Returns {
		if r := &c.h.Loan.Returns[i]; r.Date <= c.day && (latest == nil || r.Date >= latest.Date) {
			latest = r
		}
	}
	if latest == nil {
		return 0, 0
	}
	p := &c.p.Returns
	if p.RetryDays == 0 || c.oldestLate() < 0 || slices.Contains(p.NoRetry, latest.Code) || c.closed() {
		return latest.Date, 0
	}
	return latest.Date, c.keep(latest.Date)(c.p.Banking.AddBusinessDays(latest.Date, p.RetryDays))
}
