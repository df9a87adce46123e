package jurisdiction

import "github.com/skuld-go/skuld/dunning"

// solarisFreelancer are the letters on the loan of a freelancer or a company, to whom
// BGB § 498 does not apply: two missed instalments, the oldest 30 days past due, and a
// notice of 14 days are terms of the contract (BGB §§ 314, 490), all of them defaults.
// A letter counts as delivered three days after it was sent. Who founds a business with
// up to 75 000 euro is protected as a consumer is (BGB § 513): use [solarisConsumer].
func solarisFreelancer() dunning.Policy {
	const contract = "contract; BGB §§ 314, 490"
	return loanPolicy(policySolarisFreelancer, dunning.Level{
		Gate:     &dunning.Gate{Missed: 2, Days: 30},
		Term:     dunning.Term{Days: 14, Delivered: true, Roll: true, Least: true},
		Citation: contract,
		Text:     "Gives two weeks to pay what is overdue and says that the loan will be terminated otherwise.",
	}, contract)
}
