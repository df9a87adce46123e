package ledger

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
)

// digest is the fingerprint of the facts and of the statement without Versions
// and Digest, so that two programs, or two years, can tell whether they speak of
// the same thing.
func digest(c Case, st *Statement) string {
	bare := *st
	bare.Versions, bare.Digest = Versions{}, ""
	text, err := json.Marshal(struct {
		Facts  Case
		Result *Statement
	}{c, &bare})
	if err != nil {
		// Every type in a case and a statement marshals.
		panic(fmt.Sprintf("ledger: digest of %s: %v", c.ID, err))
	}
	sum := sha256.Sum256(text)
	return "sha256:" + hex.EncodeToString(sum[:])
}
