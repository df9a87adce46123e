// Package invoice answers: do the rows of an invoice add up to what is asked for, and
// how much of that is value added tax?
//
//	net   = quantity × unit price − discount, where prices are without tax
//	tax   = net × per cent
//	gross = net + tax
//
// Where prices include the tax, the same sum is the gross one, and the tax is the part
// gross × per cent / (100 + per cent) of it.
//
// Nothing is rounded but the sums that [Rounding] names: those of every row, of which
// the invoice is then the sum, or those of every rate of tax, once for the invoice. The
// two differ by a few minor units on many invoices; nobody can say which one a creditor
// used, so it is an argument. The mode holds for row sums and tax alike; a step of the
// whole invoice, such as the whole krona that is paid in cash, is a rounding of its own.
//
// The package knows no rates of tax and books nothing: what is owed is what the invoice
// asks for, and the rows are its reasons.
package invoice
