package oracle

// Balance says how the case stands: Status is open, settled, refund-due (nothing
// is open and the creditor has money left) or over-refunded (more went back than
// was left over). Held is left over while something is open.
type Balance struct {
	Status, Held, RefundDue, OverRefunded string
}

// WriteOff is what was given up on a day, all or in part; VAT is the tax in its
// lines. Kind is write-off or waiver.
type WriteOff struct {
	ID, Date, Kind, VAT string
	Lines               []Line
}

// Exchange is how a payment came in: Amount of Currency as paid, Rate as given,
// Received in Base. Booked is what the books had for what it settled, and
// Difference what came in beside that; both are empty without Received.
type Exchange struct {
	Currency, Amount, Rate, Base, Received, Booked, Difference string
}

// BaseAccount is what a claim has open at its own rate, in the currency of the
// books.
type BaseAccount struct {
	Currency, Principal, Capitalized, Interest, Total string
}
