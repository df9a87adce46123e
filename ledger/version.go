package ledger

// Version of skuld, as statements carry it.
const Version = "0.1.0"
