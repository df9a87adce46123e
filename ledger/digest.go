package ledger

import (
	"crypto/sha256"
	"encoding"
	"encoding/hex"
	"fmt"
	"reflect"
	"slices"
	"strconv"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/money"
)

// digest is the fingerprint of the facts and of the statement without Versions
// and Digest, so that two programs, or two years, can tell whether they speak of
// the same thing. What says nothing is left out: an absent list and an empty one
// are the same, and so are a default and the same choice made in words.
func digest(c Case, st *Statement) (string, error) {
	bare := *st
	bare.Versions, bare.Digest = Versions{}, ""
	c = c.withoutDefaults()
	b, err := appendCanonical(make([]byte, 0, 1<<14), reflect.ValueOf(&c).Elem())
	if err != nil {
		return "", err
	}
	if b, err = appendCanonical(b, reflect.ValueOf(&bare).Elem()); err != nil {
		return "", err
	}
	sum := sha256.Sum256(b)
	return "sha256:" + hex.EncodeToString(sum[:]), nil
}

// withoutDefaults is the case with the words that only repeat a default left out.
func (c Case) withoutDefaults() Case {
	claims := append([]Claim(nil), c.Claims...)
	for i := range claims {
		if claims[i].Kind == Invoice {
			claims[i].Kind = 0
		}
		if t := claims[i].Interest; t != nil {
			plain := *t
			if plain.PaymentDay == Bears {
				plain.PaymentDay = 0
			}
			if plain.Kind == ForDelay {
				plain.Kind = 0
			}
			claims[i].Interest = &plain
		}
	}
	c.Claims = claims
	if c.Base == c.Currency {
		c.Base = money.Currency{}
	}
	if c.Allocation.Direction == allocation.DirectFreely {
		c.Allocation.Direction = 0
	}
	if c.Allocation.Rest == allocation.Hold {
		c.Allocation.Rest = 0
	}
	c.WriteOffs = slices.Clone(c.WriteOffs)
	for i := range c.WriteOffs {
		if c.WriteOffs[i].Kind == WriteOffLoss {
			c.WriteOffs[i].Kind = 0
		}
	}
	return c
}

// appendCanonical appends a value as names and texts, fields in their order, leaving out
// whatever is zero or empty. The value has to be addressable: its texts are then asked of
// it in place.
func appendCanonical(b []byte, v reflect.Value) ([]byte, error) {
	kind := v.Kind()
	if kind == reflect.Pointer {
		return appendCanonical(b, v.Elem())
	}
	switch t := v.Addr().Interface().(type) {
	case encoding.TextAppender:
		return appendQuoted(b, t.AppendText)
	case encoding.TextMarshaler:
		return appendQuoted(b, func(b []byte) ([]byte, error) {
			text, err := t.MarshalText()
			return append(b, text...), err
		})
	}
	var err error
	switch kind {
	case reflect.Struct:
		return appendStruct(b, v)
	case reflect.Slice, reflect.Array:
		for i := 0; i < v.Len() && err == nil; i++ {
			b, err = appendCanonical(append(b, '['), v.Index(i))
		}
		return b, err
	case reflect.String:
		return closeQuoted(append(append(b, '"'), v.String()...), len(b)), nil
	case reflect.Bool:
		return strconv.AppendBool(b, v.Bool()), nil
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return strconv.AppendInt(b, v.Int(), 10), nil
	}
	return fmt.Appendf(b, "%#v", v.Interface()), nil
}

// appendQuoted appends a text in quotes.
func appendQuoted(b []byte, text func([]byte) ([]byte, error)) ([]byte, error) {
	start := len(b)
	b, err := text(append(b, '"'))
	if err != nil {
		return b, fmt.Errorf("digest: %w", err)
	}
	return closeQuoted(b, start), nil
}

// closeQuoted ends the text that begins after a quote at start, and escapes it where it
// has to be.
func closeQuoted(b []byte, start int) []byte {
	for _, c := range b[start+1:] {
		if c < ' ' || c > '~' || c == '"' || c == '\\' {
			return strconv.AppendQuote(b[:start], string(b[start+1:]))
		}
	}
	return append(b, '"')
}

func appendStruct(b []byte, v reflect.Value) ([]byte, error) {
	t := v.Type()
	for i := range v.NumField() {
		value := v.Field(i)
		if value.IsZero() || value.Kind() == reflect.Slice && value.Len() == 0 {
			continue
		}
		field := t.Field(i)
		if !field.IsExported() {
			continue
		}
		b = append(append(append(b, '{'), field.Name...), ':')
		var err error
		if b, err = appendCanonical(b, value); err != nil {
			return b, err
		}
	}
	return append(b, '}'), nil
}
