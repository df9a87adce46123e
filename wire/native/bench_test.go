package native

import (
	"bytes"
	"io"
	"os"
	"testing"
)

func BenchmarkDecodeCase(b *testing.B) {
	for _, name := range []string{"minimal", "full"} {
		text, err := os.ReadFile("testdata/" + name + ".json")
		if err != nil {
			b.Fatal(err)
		}
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := DecodeCase(bytes.NewReader(text)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkEncodeCase(b *testing.B) {
	c := fullCase()
	b.ReportAllocs()
	for b.Loop() {
		if err := EncodeCase(io.Discard, c); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkEncodeStatement(b *testing.B) {
	st := aStatement()
	b.ReportAllocs()
	for b.Loop() {
		if err := EncodeStatement(io.Discard, st); err != nil {
			b.Fatal(err)
		}
	}
}
