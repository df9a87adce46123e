package dunning

import "github.com/skuld-go/skuld/internal/words"

var (
	anchorWords  = []string{"due", "invoice", "notice", "service"}
	trackWords   = []string{"claim", "legal", "enforcement", "surveillance"}
	promiseWords = []string{"open", "kept", "broken"}
	reportWords  = []string{"pending", "due", "passed", "not-covered"}
)

// ParseAnchor reads "due", "invoice", "notice" or "service".
func ParseAnchor(s string) (Anchor, error) {
	return words.Parse[Anchor](anchorWords, "an anchor", s)
}

// ParseTrack reads "claim", "legal", "enforcement" or "surveillance".
func ParseTrack(s string) (Track, error) {
	return words.Parse[Track](trackWords, "a track", s)
}

// String is the word used in files.
func (a Anchor) String() string { return words.Of(anchorWords, "anchor", a) }

// String is the word used in files.
func (t Track) String() string { return words.Of(trackWords, "track", t) }

// String is the word used in files.
func (s PromiseStateKind) String() string { return words.Of(promiseWords, "state", s) }

// String is the word used in files.
func (s NotificationState) String() string { return words.Of(reportWords, "state", s) }
