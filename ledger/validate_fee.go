package ledger

// feeFacts checks what a tariff may ask of a fee, and the interest on it.
func (v *validator) feeFacts(path string, f Fee) {
	v.amount(path+"/facts/base", f.Facts.Base, false, false)
	v.date(path+"/facts/sent", f.Facts.Sent, false)
	v.date(path+"/facts/mandate", f.Facts.Mandate, false)
	if f.Amount.Currency().IsZero() {
		if f.Code == "" {
			v.Addf(path+"/amount", "missing, want an amount, or a code whose tariff says it")
		} else if v.c.Jurisdiction == "" {
			v.Addf(path+"/amount", "missing, want an amount, or a jurisdiction whose tariff says it")
		}
	}
	t := f.Interest
	if t == nil {
		return
	}
	if t.Kind == ForCredit {
		v.Addf(path+"/interest/kind", "contract, want default: interest on a fee is interest for being late")
	}
	if t.Compounding == Annual {
		v.Addf(path+"/interest/compounding", "annual, want none on a fee")
	}
	v.interest(v.in(path, "/interest"), f.Bearing())
	if v.bearing == nil {
		v.bearing = map[string]bool{}
	}
	v.bearing[f.ID] = t.Basis != BasisNone
}

// credit checks what is known of the credit behind a claim.
func (v *validator) credit(path string, c *Credit) {
	if c == nil {
		return
	}
	v.amount(path+"/granted", c.Granted, false, false)
	v.amount(path+"/used", c.Used, false, false)
	v.amount(path+"/priorCosts", c.PriorCosts, false, false)
	if c.Granted.Currency().IsZero() && c.Used.Currency().IsZero() {
		v.Addf(path+"/granted", "missing, want the credit granted or used")
	}
}
