package allocation

// Names of the preset orders.
const (
	CostsInterestPrincipal = "costs-interest-principal"
	InterestFirst          = "interest-first"
	PrincipalFirst         = "principal-first"
	PresetSE               = "SE"
	PresetSEConsumerCredit = "SE-consumer-credit"
	PresetFI               = "FI"
	PresetNO               = "NO"
	PresetDK               = "DK"
	PresetGB               = "GB"
	PresetAT               = "AT"
	PresetNL               = "NL"
	PresetBGB367           = "DE-BGB-367"
	PresetBGB497           = "DE-BGB-497"
)

// Presets lists the names of the preset orders.
func Presets() []string {
	return []string{
		PresetSE, PresetSEConsumerCredit, PresetFI, PresetNO, PresetDK, PresetBGB367, PresetBGB497, PresetAT, PresetNL, PresetGB,
		CostsInterestPrincipal, PrincipalFirst, InterestFirst,
	}
}

// Preset returns a preset order by name.
//
//   - costs-interest-principal, SE, SE-consumer-credit, NO, DK, GB: fee; interest;
//     capitalized; principal, over all items.
//   - interest-first and principal-first: as they say, over all items.
//   - FI: interest; capitalized; principal; the collector's fee last.
//   - DE-BGB-367, AT, NL: fees; then claim by claim, the most onerous first (under
//     BGB § 366(2) the least secured before it), interest; capitalized; principal.
//   - DE-BGB-497: fees; contract interest, capitalized and principal of the
//     oldest claim first; default interest last (consumer loans in default).
//
// All of them follow a debtor's direction. Its grounds differ: everywhere the debtor
// may choose the debt, but in what order costs, interest and principal of that debt
// are settled only as far as the creditor agrees, who may refuse the money (BGB
// § 367(2), BW 6:44(2)) and consents by keeping it; such lines say so. In Norway the
// debtor chooses between them, too.
func Preset(name string) (Order, bool) {
	o, ok := presetOrder(name)
	o.Grounds = presetGrounds(name)
	return o, ok
}

func presetOrder(name string) (Order, bool) {
	switch name {
	case CostsInterestPrincipal:
		return costsFirst(name, "agreed order: costs, interest, principal"), true
	case PresetSE, PresetSEConsumerCredit:
		return costsFirst(name, "handelsbalken 9 kap. 5 § and collection custom: costs, interest, principal"), true
	case PresetNO:
		return costsFirst(name, "collection custom where the debtor is silent (Lovavdelingen 1999-08-19): costs, interest, principal"), true
	case PresetDK:
		return costsFirst(name, "general rule of Danish law: costs, interest before principal"), true
	case PresetGB:
		return costsFirst(name, "appropriation by the creditor where the debtor is silent: costs, interest, principal"), true
	case InterestFirst:
		return vertical(name, "agreed order: interest, costs, principal",
			Interest(), one(Fee), one(Capitalized), one(Principal)), true
	case PrincipalFirst:
		return vertical(name, "agreed order: principal, costs, interest",
			one(Principal), one(Capitalized), one(Fee), Interest()), true
	case PresetFI:
		return vertical(name, "kauppakaari 9:5 and collection custom: interest, principal, the collector's fee last",
			Interest(), one(Capitalized), one(Principal), one(Fee)), true
	case PresetBGB367:
		return byClaim(name, LeastSecured, "BGB § 367(1)", "BGB §§ 366(2), 367(1)"), true
	case PresetAT:
		return byClaim(name, MostOnerous, "ABGB § 1416 and collection custom: costs first", "ABGB §§ 1415, 1416"), true
	case PresetNL:
		return byClaim(name, MostOnerous, "BW 6:44(1)", "BW 6:43(2), 6:44(1)"), true
	case PresetBGB497:
		return vertical(name, "BGB § 497(3)",
			one(Fee), []Component{ContractInterest, Capitalized, Principal}, one(DefaultInterest)), true
	}
	return Order{}, false
}

// presetGrounds are the rules by which a debtor directs a payment under a preset.
func presetGrounds(name string) Grounds {
	accepted := func(rule string) string {
		return debtorsDirection + ", accepted by the creditor (departs from " + rule + ")"
	}
	switch name {
	case PresetSE:
		return Grounds{debtorsDirection + " (handelsbalken 9 kap. 5 §)", accepted("collection custom")}
	case PresetSEConsumerCredit:
		return Grounds{debtorsDirection + " (konsumentkreditlagen 31 §)", accepted("collection custom")}
	case PresetFI:
		return Grounds{debtorsDirection + " (kauppakaari 9:5)", accepted("collection custom")}
	case PresetBGB367:
		return Grounds{debtorsDirection + " (BGB § 366(1))", accepted("BGB § 367(1), as § 367(2) allows")}
	case PresetBGB497:
		return Grounds{debtorsDirection + " (BGB § 366(1))", accepted("BGB § 497(3)")}
	case PresetAT:
		return Grounds{debtorsDirection + " (ABGB § 1415)", accepted("ABGB § 1416")}
	case PresetNL:
		return Grounds{debtorsDirection + " (BW 6:43(1))", accepted("BW 6:44(1), as 6:44(2) allows")}
	case PresetNO:
		return Grounds{Item: debtorsDirection + " (Lovavdelingen 1999-08-19: the debtor chooses the item)"}
	case PresetGB:
		return Grounds{debtorsDirection + " (appropriation by the debtor at payment)", accepted("the creditor's appropriation")}
	}
	return Grounds{Consent: accepted("the order of settlement")}
}

func one(c Component) []Component { return []Component{c} }

func vertical(name, citation string, rungs ...[]Component) Order {
	o := Order{Name: name, Processing: Vertical, Rest: Hold}
	for _, components := range rungs {
		o.Rungs = append(o.Rungs, Rung{Components: components, Sequence: Oldest, Citation: citation})
	}
	return o
}

func costsFirst(name, citation string) Order {
	return vertical(name, citation, one(Fee), Interest(), one(Capitalized), one(Principal))
}

func byClaim(name string, sequence Sequence, fees, claims string) Order {
	o := vertical(name, claims, one(Fee), Interest(), one(Capitalized), one(Principal))
	o.Processing = Horizontal
	o.Rungs[0].Citation = fees
	for i := range o.Rungs[1:] {
		o.Rungs[i+1].Sequence = sequence
	}
	return o
}
