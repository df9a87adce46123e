package remittance

import (
	"fmt"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/money"
)

// charge asks the rules and adds up commission, retentions and what is free.
func (s *settlement) charge() error {
	won := make([][]allocation.Component, len(s.in.Tariff.Rules))
	var free, commission, retained int64
	for c := allocation.Fee; c <= allocation.Principal; c++ {
		if s.per[c] == 0 {
			continue
		}
		if i := s.in.Tariff.decider(c, s.in.Phase); i < 0 {
			free += s.per[c]
		} else {
			won[i] = append(won[i], c)
		}
	}
	for i, rule := range s.in.Tariff.Rules {
		if len(won[i]) == 0 {
			continue
		}
		base := s.amount(s.base(won[i]))
		if rule.Retain {
			s.Retentions = append(s.Retentions, Retention{i, rule.Label, won[i], base})
			retained += base.Minor()
			continue
		}
		line, err := rule.charge(base, s.Rounding)
		if err != nil {
			return fmt.Errorf("%w: rule %d: %w", ErrRemittance, i, err)
		}
		line.Rule, line.Components = i, won[i]
		s.Lines = append(s.Lines, line)
		commission += line.Amount.Minor()
	}
	s.Free, s.Commission.Due = s.amount(free), s.amount(commission)
	if s.Direct {
		s.RetainedToInvoice = s.amount(retained)
	} else {
		s.Retained = s.amount(retained)
	}
	return nil
}

// base is what the payment settled of some components.
func (s *settlement) base(list []allocation.Component) int64 {
	var sum int64
	for _, c := range list {
		sum += s.per[c]
	}
	return sum
}

// charge is the commission of a rule on a base above zero.
func (r Rule) charge(base money.Amount, rounding money.Rounding) (CommissionLine, error) {
	line := CommissionLine{Label: r.Label, Base: base, Min: r.Min, Max: r.Max, Steps: r.steps(base)}
	line.Flat = money.FromMinor(r.Flat.Minor(), base.Currency())
	line.Before = money.ExactOf(line.Flat)
	var err error
	for _, step := range line.Steps {
		if line.Before, err = line.Before.Add(step.Exact); err != nil {
			return line, err
		}
	}
	if line.Exact, err = clamp(line.Before, r.Min, r.Max); err != nil {
		return line, err
	}
	line.Amount, err = line.Exact.Round(rounding)
	return line, err
}

// steps divides a base by the tiers, and is one step without them.
func (r Rule) steps(base money.Amount) []Step {
	if len(r.Tiers) == 0 {
		return []Step{stepOf(base, r.Percent)}
	}
	var steps []Step
	var from int64
	for i, t := range r.Tiers {
		to := base.Minor()
		if i < len(r.Tiers)-1 {
			to = min(to, t.UpTo.Minor())
		}
		if to > from {
			steps = append(steps, stepOf(money.FromMinor(to-from, base.Currency()), t.Percent))
			from = to
		}
	}
	return steps
}

func stepOf(slice money.Amount, p interest.Percent) Step {
	return Step{slice, p, percentOf(slice, p)}
}

// percentOf is a per cent of an amount, exactly.
func percentOf(a money.Amount, p interest.Percent) money.Exact {
	return money.ExactOf(a).Times(int64(p), wholePercent)
}

// clamp raises e to least and cuts it at most; the zero Amount is no bound.
func clamp(e money.Exact, least, most money.Amount) (money.Exact, error) {
	if !least.Currency().IsZero() {
		bound := money.ExactOf(least)
		if n, err := e.Compare(bound); err != nil {
			return e, err
		} else if n < 0 {
			e = bound
		}
	}
	if !most.Currency().IsZero() {
		bound := money.ExactOf(most)
		if n, err := e.Compare(bound); err != nil {
			return e, err
		} else if n > 0 {
			e = bound
		}
	}
	return e, nil
}

// tax computes the VAT on the whole commission.
func (s *settlement) tax() error {
	s.VATExact = percentOf(s.Commission.Due, s.VATRate)
	due, err := s.VATExact.Round(s.VATRounding)
	if err != nil {
		return fmt.Errorf("%w: VAT: %w", ErrRemittance, err)
	}
	s.VAT.Due = due
	return nil
}
