package allocation

import (
	"errors"
	"fmt"
)

// Component is a part of a debt that a payment can settle. The zero value is
// invalid.
type Component uint8

// The five components, in the order in which statements list them.
const (
	// Fee is a cost charged to the debtor: reminder, demand, compensation.
	Fee Component = iota + 1
	// ContractInterest is the price of credit, owed whether or not in delay.
	ContractInterest
	// DefaultInterest is interest for being late.
	DefaultInterest
	// Capitalized is former interest that has become part of the debt.
	Capitalized
	// Principal is the debt itself.
	Principal

	componentCount = int(Principal) + 1
)

var componentNames = [componentCount]string{
	Fee: "fee", ContractInterest: "contract-interest", DefaultInterest: "default-interest",
	Capitalized: "capitalized", Principal: "principal",
}

// ErrNoComponent marks the name of a component that does not exist.
var ErrNoComponent = errors.New("not a component")

// String is the name used in files, or "" for an invalid component.
func (c Component) String() string {
	if int(c) < componentCount {
		return componentNames[c]
	}
	return ""
}

// Interest lists both interests, default interest first, as "interest" means
// them where an order does not say otherwise.
func Interest() []Component { return []Component{DefaultInterest, ContractInterest} }

// ParseComponents reads the name of a component, or "interest" for both
// interests, default interest first. The error wraps ErrNoComponent.
func ParseComponents(s string) ([]Component, error) {
	if s == "interest" {
		return Interest(), nil
	}
	for c, name := range componentNames {
		if name == s && name != "" {
			return []Component{Component(c)}, nil
		}
	}
	return nil, fmt.Errorf("%w: %q, want fee, contract-interest, default-interest, interest, capitalized or principal", ErrNoComponent, s)
}

// Balances holds an amount for each component, in minor units of the payment's
// currency, indexed by Component.
type Balances [componentCount]int64

// Total is the sum over the components.
func (b Balances) Total() int64 {
	var sum int64
	for _, n := range b {
		sum += n
	}
	return sum
}
