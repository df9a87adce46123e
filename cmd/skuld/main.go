package main

import (
	"os"
	"time"

	"github.com/skuld-go/skuld/calendar"
)

func main() {
	today := func() calendar.Date { return calendar.DateOf(time.Now()) }
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr, today))
}
