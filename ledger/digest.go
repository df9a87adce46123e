package ledger

import (
	"crypto/sha256"
	"encoding"
	"encoding/hex"
	"fmt"
	"io"
	"reflect"
	"slices"

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
	h := sha256.New()
	if err := canonical(h, reflect.ValueOf(c.withoutDefaults())); err != nil {
		return "", err
	}
	if err := canonical(h, reflect.ValueOf(bare)); err != nil {
		return "", err
	}
	return "sha256:" + hex.EncodeToString(h.Sum(nil)), nil
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

// canonical writes a value as names and texts, fields in their order, leaving out
// whatever is zero or empty.
func canonical(w io.Writer, v reflect.Value) error {
	if text, ok := v.Interface().(encoding.TextMarshaler); ok && v.Kind() != reflect.Pointer {
		b, err := text.MarshalText()
		if err != nil {
			return fmt.Errorf("digest: %w", err)
		}
		_, err = fmt.Fprintf(w, "%q", b)
		return err
	}
	switch v.Kind() {
	case reflect.Pointer:
		return canonical(w, v.Elem())
	case reflect.Struct:
		return canonicalStruct(w, v)
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			if _, err := io.WriteString(w, "["); err != nil {
				return err
			}
			if err := canonical(w, v.Index(i)); err != nil {
				return err
			}
		}
		return nil
	}
	_, err := fmt.Fprintf(w, "%#v", v.Interface())
	return err
}

func canonicalStruct(w io.Writer, v reflect.Value) error {
	for i := range v.NumField() {
		field := v.Type().Field(i)
		value := v.Field(i)
		if !field.IsExported() || value.IsZero() || value.Kind() == reflect.Slice && value.Len() == 0 {
			continue
		}
		if _, err := fmt.Fprintf(w, "{%s:", field.Name); err != nil {
			return err
		}
		if err := canonical(w, value); err != nil {
			return err
		}
	}
	_, err := io.WriteString(w, "}")
	return err
}
