package document

// Limits bound what a document may cost. Fields that are zero or below have the values
// of the constants.
type Limits struct {
	// Bytes of the document.
	Bytes int
	// Depth is how many lists and objects may lie in each other.
	Depth int
	// Values of all kinds, lists and objects included.
	Values int
	// Text bounds the strings that [Value.Text] reads, in bytes.
	Text int
	// Problems bounds how many problems, and how many unknown fields, are listed.
	Problems int
}

// Limits of a document where none are given.
const (
	MaxBytes    = 16 << 20
	MaxDepth    = 32
	MaxValues   = 500_000
	MaxText     = 200
	MaxProblems = 1000
)

// highest keeps offsets within 31 bits, and recursion within a stack of common size.
var highest = Limits{Bytes: 1 << 30, Depth: 1000, Values: 1 << 30, Text: 1 << 30, Problems: 1 << 20}

// or fills in what is not given.
func (l Limits) or() Limits {
	return Limits{
		Bytes:    bound(l.Bytes, MaxBytes, highest.Bytes),
		Depth:    bound(l.Depth, MaxDepth, highest.Depth),
		Values:   bound(l.Values, MaxValues, highest.Values),
		Text:     bound(l.Text, MaxText, highest.Text),
		Problems: bound(l.Problems, MaxProblems, highest.Problems),
	}
}

func bound(given, usual, most int) int {
	if given <= 0 {
		return usual
	}
	return min(given, most)
}
