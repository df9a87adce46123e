package oracle

// addLine adds a line to those of its cell, directed and undirected apart.
func (b *book) addLine(lines []line, one line) []line {
	for i := range lines {
		l := &lines[i]
		if l.item == one.item && l.component == one.component && (l.rung == 0) == (one.rung == 0) {
			l.amount += one.amount
			l.vat = b.addPrinted(l.vat, one.vat)
			l.base, l.fall = l.base+one.base, l.fall+one.fall
			return lines
		}
	}
	return append(lines, one)
}

// addPrinted adds two printed amounts, either of which may be empty.
func (b *book) addPrinted(x, y string) string {
	if x == "" || y == "" {
		return x + y
	}
	m, _ := parseMinor(x, b.digits)
	n, _ := parseMinor(y, b.digits)
	return printMinor(m+n, b.digits)
}
