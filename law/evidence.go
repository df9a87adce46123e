package law

import "github.com/skuld-go/skuld/internal/words"

// Evidence says how well an entry is backed. The zero value is invalid: an entry
// without evidence does not pass the lint.
type Evidence uint8

const (
	// Sourced: read in the publication named as source, or in a copy of it.
	Sourced Evidence = iota + 1
	// Derived: computed by the rule of law from values that are themselves published.
	Derived
	// Secondary: read in a text that reports the publication.
	Secondary
	// Unverified: no source, or a weak one; check it before relying on it.
	Unverified
)

var evidenceNames = []string{"sourced", "derived", "secondary", "unverified"}

// ParseEvidence reads "sourced", "derived", "secondary" or "unverified".
func ParseEvidence(s string) (Evidence, error) {
	return words.Parse[Evidence](evidenceNames, "an evidence", s)
}

// Valid reports whether e is one of the constants.
func (e Evidence) Valid() bool { return e != 0 && int(e) <= len(evidenceNames) }

// String gives the text form, or evidence(n) for an invalid value.
func (e Evidence) String() string { return words.Of(evidenceNames, "evidence", e) }

// MarshalText gives the text form; an invalid value is an error.
func (e Evidence) MarshalText() ([]byte, error) { return words.Marshal(evidenceNames, "evidence", e) }

// UnmarshalText is the inverse of MarshalText, as [ParseEvidence].
func (e *Evidence) UnmarshalText(text []byte) error {
	v, err := ParseEvidence(string(text))
	if err == nil {
		*e = v
	}
	return err
}
