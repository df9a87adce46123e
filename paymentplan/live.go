package paymentplan

// live adds what was asked of the life of a plan over a debt.
func (sched *Schedule) live(f *frame) (err error) {
	x := f.req.Life
	if x == nil {
		sched.upcoming(nil)
		return nil
	}
	sched.settleLife(x)
	if !x.SettleOn.IsZero() {
		if sched.Settlement, err = f.settlement(sched.through(x, x.SettleOn), x.SettleOn); err != nil {
			return err
		}
	}
	if x.Proposal {
		return nil // it changes nothing
	}
	if x.Ended != nil {
		if sched.Returned, err = f.returned(sched.through(x, x.Ended.Date), x); err != nil {
			return err
		}
	}
	if x.Restructure != nil {
		sched.Restructured, err = f.restructured(sched.through(x, x.Restructure.Date), x.Restructure)
	}
	return err
}
