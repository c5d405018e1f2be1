package dev.sheetway.emulator.formula;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceShiftTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    =A1+B2                     | columns insert 1 2 | =A1+D2
                    =SUM(A1:C1)                | columns insert 1 1 | =SUM(A1:D1)
                    =SUM(A1:C1)                | columns insert 3 1 | =SUM(A1:C1)
                    =SUM(A1:C1)                | columns insert 0 1 | =SUM(B1:D1)
                    =SUM($B$2:$B$9)            | rows insert 4 3    | =SUM($B$2:$B$12)
                    =A:A                       | columns insert 0 1 | =B:B
                    =A:C                       | rows insert 0 5    | =A:C
                    =2:5                       | rows insert 1 1    | =3:6
                    =A5:A                      | rows insert 0 2    | =A7:A
                    =A1                        | rows delete 0 1    | =#REF!
                    =B1+C1                     | columns delete 1 1 | =#REF!+B1
                    =SUM(A1:C1)                | columns delete 1 1 | =SUM(A1:B1)
                    =SUM(B1:C1)                | columns delete 1 2 | =SUM(#REF!)
                    =SUM(A2:A10)               | rows delete 0 3    | =SUM(A1:A7)
                    =A5:A                      | rows delete 2 10   | =A3:A
                    =IF(A1="B2, 'C3'!D4",B2,1) | columns insert 0 1 | =IF(B1="B2, 'C3'!D4",C2,1)
                    =LOG10(A1)+B1E5            | columns insert 0 1 | =LOG10(B1)+B1E5
                    =Other!A1+A1               | columns insert 0 1 | =Other!A1+B1
                    ='My Tab'!A1               | columns insert 0 1 | ='My Tab'!A1
                    =Sheet1!A1+sheet1!$C$3     | columns insert 0 1 | =Sheet1!B1+sheet1!$D$3
                    =C1:A1                     | columns insert 1 1 | =D1:A1
                    =$A1                       | columns insert 0 2 | =$C1
                    =A$1&"$A$1"                | rows insert 0 1    | =A$2&"$A$1"
                    =ARRAYFORMULA(A2:A*B2:B)   | columns insert 1 1 | =ARRAYFORMULA(A2:A*C2:C)
                    =TAXES2024*A1              | columns insert 0 1 | =TAXES2024*B1
                    =A1                        | columns move 0 1 3 | =C1
                    =B1                        | columns move 0 1 3 | =A1
                    =D1                        | columns move 0 1 3 | =D1
                    """)
    void movesReferencesAndNothingElse(String formula, String change, String expected) {
        String[] words = change.split(" ");
        boolean rows = words[0].equals("rows");
        int index = Integer.parseInt(words[2]);
        int count = Integer.parseInt(words[3]);
        AxisChange axisChange =
                switch (words[1]) {
                    case "insert" -> new AxisChange.Inserted(rows, index, count);
                    case "delete" -> new AxisChange.Deleted(rows, index, count);
                    default -> new AxisChange.Moved(rows, index, count, Integer.parseInt(words[4]));
                };

        assertThat(ReferenceShift.axis(formula, "Sheet1", "Sheet1", axisChange)).isEqualTo(expected);
    }

    @Test
    void breaksReferencesToADeletedSheetAndKeepsTheOthers() {
        assertThat(ReferenceShift.sheetDeleted("=Data!A1+'Data 2'!B1+A1", "data"))
                .isEqualTo("=#REF!+'Data 2'!B1+A1");
    }

    @Test
    void followsARenamedSheet() {
        assertThat(ReferenceShift.sheetRenamed("=Data!A1&\"Data!A1\"", "Data", "New data"))
                .isEqualTo("='New data'!A1&\"Data!A1\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    =sum( sales!a3:a3 ) | =sum( Sales!A3 )
                    =a1+$b$2            | =A1+$B$2
                    ='Sales'!a1         | =Sales!A1
                    ="a1"               | ="a1"
                    """)
    void entersReferencesInCanonicalForm(String entered, String stored) {
        assertThat(FormulaText.canonical(entered, title -> title.equalsIgnoreCase("sales") ? "Sales" : title))
                .isEqualTo(stored);
    }

    @Test
    void movesRelativeReferencesOfACopiedFormula() {
        assertThat(FormulaText.offset("=A1+$A1+A$1+$A$1", 2, 1)).isEqualTo("=B3+$A3+B$1+$A$1");
        assertThat(FormulaText.offset("=A1", -1, 0)).isEqualTo("=#REF!");
    }

    @Test
    void knowsTheResultOfABrokenReferenceUnlessSomethingCatchesIt() {
        assertThat(FormulaText.isPlainlyBroken("=#REF!+1")).isTrue();
        assertThat(FormulaText.isPlainlyBroken("=IFERROR(#REF!,0)")).isFalse();
        assertThat(FormulaText.isPlainlyBroken("=A1")).isFalse();
    }
}
