package compare

import (
	"crypto/sha256"
	"encoding/binary"

	"github.com/skuld-go/skuld/bench/job"
)

// Digest is a hash over the results of n cases, for telling whether two runs gave
// the same bytes.
func Digest(j job.Job, n int) [sha256.Size]byte {
	var out []byte
	for i := range n {
		t := j.Total(i)
		for _, x := range [...]int64{t.Principal, t.Interest, t.Fees, t.Held} {
			out = binary.BigEndian.AppendUint64(out, uint64(x))
		}
	}
	return sha256.Sum256(out)
}
