package marks

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/skuld-go/skuld/calendar"
)

// calendars are built in this order; the last is the one that is held against its
// mark, when the rules of others have warmed the code.
var calendars = []string{"DE", "NO", "DK", "FI", "AT", "NL", "GB", "TARGET", "SE"}

// ProbeFlag makes the program print what calendars cost and nothing else: they are
// built once in the life of a process, so every sample needs one of its own.
const ProbeFlag = "-probe-calendars"

// Probe builds every calendar and prints its time and the memory that stays.
func Probe(w io.Writer) {
	for _, code := range calendars {
		before := heap()
		start := time.Now()
		c, _ := calendar.ByCode(code)
		took := time.Since(start)
		size := heap() - before
		runtime.KeepAlive(c)
		fmt.Fprintf(w, "%s %d %d\n", code, took.Nanoseconds(), size)
	}
}

func heap() int64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// Calendars measures the first call of every calendar in so many processes.
func (r *Runs) Calendars(rounds int, w io.Writer) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	for range rounds {
		out, err := exec.Command(self, ProbeFlag).Output()
		if err != nil {
			return fmt.Errorf("probe of the calendars: %w", err)
		}
		lines := bufio.NewScanner(strings.NewReader(string(out)))
		for lines.Scan() {
			var code string
			var ns, size int64
			if _, err := fmt.Sscan(lines.Text(), &code, &ns, &size); err != nil {
				return fmt.Errorf("probe of the calendars: %q: %w", lines.Text(), err)
			}
			r.Add("calendar-build/"+code, float64(ns), 0, 0)
			if code == "SE" {
				r.Add("calendar-size/"+code, 0, float64(size), 0)
			}
			Line(w, "calendar-build/"+code, testing.BenchmarkResult{N: 1, T: time.Duration(ns), MemBytes: uint64(max(0, size))})
		}
	}
	return nil
}
