package paymentplan

// balanced moves the nearest level, at most three times, until the last row is no more
// than half a minor unit off for each row that pays the level, or no move brings it
// nearer.
func (s *solver) balanced() (int64, error) {
	level, err := s.similar()
	if err != nil {
		return level, err
	}
	off, err := s.off(level)
	rows := int64(s.n - s.req.Grace.Principal)
	if s.exact != nil && !s.req.bears() && 2*off == -rows*s.step && level/s.step%2 == 1 && level > s.step {
		level, off = level-s.step, -off // halfway: without interest every row is exact
	}
	for range 3 {
		if err != nil || max(off, -off) <= rows/2 {
			break
		}
		moved := nearest(level+nearest(off, rows)/rows, s.step)
		if moved == level || moved < s.step {
			break
		}
		var left int64
		if left, err = s.off(moved); err != nil || max(left, -left) >= max(off, -off) {
			break
		}
		level, off = moved, left
	}
	return level, err
}

// off is what the last row pays above a level. Where a plan ends early, the rows that
// are missing pay nothing.
func (s *solver) off(level int64) (int64, error) {
	out, err := s.try(level)
	return out.last - level - int64(s.n-out.rows)*level, err
}

// nearest is the multiple of a step that is nearest, of two the even one.
func nearest(n, step int64) int64 {
	q, r := n/step, n%step
	if r < 0 {
		q, r = q-1, r+step
	}
	if 2*r > step || 2*r == step && q%2 != 0 {
		q++
	}
	return q * step
}
