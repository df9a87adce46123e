package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The committed table is what the committed facts give, and these are written
// as the command writes them.
func TestCommittedFilesAreCurrent(t *testing.T) {
	csv := readFile(t, factsFile)
	f, err := readFacts(bytes.NewReader(csv))
	if err != nil {
		t.Fatal(err)
	}
	again, err := renderFacts(f)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(csv, again) {
		t.Errorf("%s is not in the form that the command writes", factsFile)
	}
	table, err := renderTable(f)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(table, readFile(t, tableFile)) {
		t.Errorf("%s is stale: run go generate in the folder money", tableFile)
	}
}

// readFile reads a file of the folder money.
func readFile(t *testing.T, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("..", "..", name))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// listXML is a list in the agency's form: a country twice, one with two codes,
// one without, and a unit without digits.
const listXML = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<ISO_4217 Pblshd="2024-06-25"><CcyTbl>
<CcyNtry><CtryNm>FINLAND</CtryNm><CcyNm>Euro</CcyNm><Ccy>EUR</Ccy><CcyNbr>978</CcyNbr><CcyMnrUnts>2</CcyMnrUnts></CcyNtry>
<CcyNtry><CtryNm>GERMANY</CtryNm><CcyNm>Euro</CcyNm><Ccy>EUR</Ccy><CcyNbr>978</CcyNbr><CcyMnrUnts>2</CcyMnrUnts></CcyNtry>
<CcyNtry><CtryNm>CHILE</CtryNm><CcyNm>Chilean Peso</CcyNm><Ccy>CLP</Ccy><CcyNbr>152</CcyNbr><CcyMnrUnts>0</CcyMnrUnts></CcyNtry>
<CcyNtry><CtryNm>CHILE</CtryNm><CcyNm IsFund="true">Unidad de Fomento</CcyNm><Ccy>CLF</Ccy><CcyNbr>990</CcyNbr><CcyMnrUnts>4</CcyMnrUnts></CcyNtry>
<CcyNtry><CtryNm>ANTARCTICA</CtryNm><CcyNm>No universal currency</CcyNm></CcyNtry>
<CcyNtry><CtryNm>ZZ08_Gold</CtryNm><CcyNm>Gold </CcyNm><Ccy>XAU</Ccy><CcyNbr>959</CcyNbr><CcyMnrUnts>N.A.</CcyMnrUnts></CcyNtry>
</CcyTbl></ISO_4217>`

const listCSV = `# ISO 4217 list one: active codes for currencies and funds
# source: SIX, maintenance agency for ISO 4217, list-one.xml
# published: 2024-06-25
# digits are empty where the list says N.A.
code,numeric,digits,name
CLF,990,4,Unidad de Fomento
CLP,152,0,Chilean Peso
EUR,978,2,Euro
XAU,959,,Gold
`

func TestReadList(t *testing.T) {
	f, err := readList(strings.NewReader(listXML))
	if err != nil {
		t.Fatal(err)
	}
	if got, err := renderFacts(f); err != nil || string(got) != listCSV {
		t.Errorf("got %v\n%s\nwant\n%s", err, got, listCSV)
	}
}

func TestReadListRefuses(t *testing.T) {
	for name, change := range map[string][2]string{
		"two facts of one code": {"GERMANY</CtryNm><CcyNm>Euro</CcyNm><Ccy>EUR</Ccy><CcyNbr>978</CcyNbr><CcyMnrUnts>2", "GERMANY</CtryNm><CcyNm>Euro</CcyNm><Ccy>EUR</Ccy><CcyNbr>978</CcyNbr><CcyMnrUnts>3"},
		"shared number":         {"<CcyNbr>990", "<CcyNbr>152"},
		"digits":                {"<CcyMnrUnts>4", "<CcyMnrUnts>5"},
		"no XML":                {"</ISO_4217>", ""},
	} {
		if f, err := readList(strings.NewReader(strings.Replace(listXML, change[0], change[1], 1))); err == nil {
			t.Errorf("%s: read as %v, want an error", name, f)
		}
	}
}

func TestReadFactsRefuses(t *testing.T) {
	for name, change := range map[string][2]string{
		"no date":       {"# published: 2024-06-25", "# published: last week"},
		"other header":  {"code,numeric", "numeric,code"},
		"small letters": {"EUR", "eur"},
		"short number":  {"978", "78"},
		"many digits":   {"990,4", "990,5"},
		"minus digits":  {"990,4", "990,-1"},
		"words":         {"990,4", "990,four"},
		"no name":       {"Gold", " "},
		"order":         {"CLF,990,4,Unidad de Fomento\nCLP,152,0,Chilean Peso", "CLP,152,0,Chilean Peso\nCLF,990,4,Unidad de Fomento"},
		"twice":         {"CLP,152", "CLF,152"},
		"shared number": {"959", "978"},
		"short row":     {",Euro", ""},
		"no rows":       {listCSV[strings.Index(listCSV, "CLF"):], ""},
	} {
		if f, err := readFacts(strings.NewReader(strings.Replace(listCSV, change[0], change[1], 1))); err == nil {
			t.Errorf("%s: read as %v, want an error", name, f)
		}
	}
}

func TestRenderTableBound(t *testing.T) {
	f := facts{published: "2024-06-25"}
	for range 256 {
		f.rows = append(f.rows, row{code: "EUR", numeric: 978, digits: 2, name: "Euro"})
	}
	if _, err := renderTable(f); err == nil {
		t.Error("a table too long for its index was written")
	}
}

// The whole command, in a folder of its own.
func TestRun(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("list.xml", []byte(listXML), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := run(""); err == nil {
		t.Error("ran without facts")
	}
	if err := run("list.xml"); err != nil {
		t.Fatal(err)
	}
	table, err := os.ReadFile(tableFile)
	if err != nil || !bytes.Contains(table, []byte(`{"CLF", "Unidad de Fomento", 990, 4},`)) {
		t.Errorf("%v, got\n%s", err, table)
	}
	if err := os.WriteFile("list.xml", []byte("<"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := run("list.xml"); err == nil {
		t.Error("ran on half a list")
	}
	if after, err := os.ReadFile(tableFile); err != nil || !bytes.Equal(after, table) {
		t.Error("an error changed the table")
	}
}
