package allocation

// Names of the preset orders.
const (
	CostsInterestPrincipal = "costs-interest-principal"
	InterestFirst          = "interest-first"
	PrincipalFirst         = "principal-first"
	PresetSE               = "SE"
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
		PresetSE, PresetFI, PresetNO, PresetDK, PresetBGB367, PresetBGB497, PresetAT, PresetNL, PresetGB,
		CostsInterestPrincipal, PrincipalFirst, InterestFirst,
	}
}

// Preset returns a preset order by name.
//
//   - costs-interest-principal, SE, NO, DK, GB: fee; interest; capitalized;
//     principal, over all items.
//   - interest-first and principal-first: as they say, over all items.
//   - FI: interest; capitalized; principal; the collector's fee last.
//   - DE-BGB-367, AT, NL: fees; then claim by claim, the most onerous first,
//     interest; capitalized; principal.
//   - DE-BGB-497: fees; contract interest, capitalized and principal of the
//     oldest claim first; default interest last (consumer loans in default).
func Preset(name string) (Order, bool) {
	switch name {
	case CostsInterestPrincipal:
		return costsFirst(name, "agreed order: costs, interest, principal"), true
	case PresetSE:
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
		return byClaim(name, "BGB § 367(1)", "BGB §§ 366(2), 367(1)"), true
	case PresetAT:
		return byClaim(name, "ABGB § 1416 and collection custom: costs first", "ABGB §§ 1415, 1416"), true
	case PresetNL:
		return byClaim(name, "BW 6:44(1)", "BW 6:43(2), 6:44(1)"), true
	case PresetBGB497:
		return vertical(name, "BGB § 497(3)",
			one(Fee), []Component{ContractInterest, Capitalized, Principal}, one(DefaultInterest)), true
	}
	return Order{}, false
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

func byClaim(name, fees, claims string) Order {
	o := vertical(name, claims, one(Fee), Interest(), one(Capitalized), one(Principal))
	o.Processing = Horizontal
	o.Rungs[0].Citation = fees
	for i := range o.Rungs[1:] {
		o.Rungs[i+1].Sequence = MostOnerous
	}
	return o
}
