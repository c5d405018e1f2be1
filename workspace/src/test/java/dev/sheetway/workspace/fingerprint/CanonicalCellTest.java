package dev.sheetway.workspace.fingerprint;

import static dev.sheetway.workspace.fingerprint.Tables.cell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import dev.sheetway.workspace.NumberFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalCellTest {

    @Test
    void sameLooksOfDifferentKindsAreDifferent() {
        Stream<String> hashes = Stream.of(
                        new CellContent.Number(1),
                        new CellContent.Text("1"),
                        new CellContent.Formula("=1", ""),
                        new CellContent.Text("=1"),
                        new CellContent.Bool(true),
                        new CellContent.Text("TRUE"),
                        new CellContent.Formula("=1", "REF"),
                        new CellContent.ErrorValue("REF"),
                        new CellContent.Text("REF"))
                .map(content -> CanonicalCell.hash(cell(content)));

        assertThat(hashes).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "=Sales!$D$3 + 1          | =Sales!$D$3+1            | true",
                "=sum( Sales!A3 )         | =sum(Sales!A3)           | true",
                "=A1&\" x \"              | =A1&\"x\"                | false",
                "=A1&\" x \" & B1         | =A1&\" x \"&B1           | true",
                "=A1&\"say \"\" it\"&  B1 | =A1&\"say \"\" it\"&B1   | true",
                "='My Tab'!A1 + 1         | ='My Tab'!A1+1           | true",
                "='My Tab'!A1             | ='MyTab'!A1              | false",
                "='it''s a tab'!A1 + 1    | ='it''s a tab'!A1+1      | true"
            })
    void whiteSpaceOfAFormulaCountsOnlyInsideQuotes(String one, String other, boolean equal) {
        String first = CanonicalCell.hash(cell(new CellContent.Formula(one, "")));
        String second = CanonicalCell.hash(cell(new CellContent.Formula(other, "")));

        assertThat(first.equals(second)).isEqualTo(equal);
    }

    @Test
    void whiteSpaceOfATextAlwaysCounts() {
        assertThat(CanonicalCell.hash(cell(new CellContent.Text("a b"))))
                .isNotEqualTo(CanonicalCell.hash(cell(new CellContent.Text("ab"))));
    }

    @Test
    void blankIsNothingAndNegativeZeroIsZero() {
        assertThat(CanonicalCell.bytes(CellContent.BLANK)).isEmpty();
        assertThat(CanonicalCell.hash64(cell(CellContent.BLANK))).isZero();
        assertThat(CanonicalCell.bytes(new CellContent.Number(-0.0)))
                .isEqualTo(CanonicalCell.bytes(new CellContent.Number(0.0)));
    }

    @Test
    void formatsAreNoPartOfIt() {
        Cell plain = cell("1");
        Cell formatted = new Cell(plain.content(), Optional.of(new NumberFormat("DATE", "yyyy")), Optional.of("{}"));

        assertThat(CanonicalCell.hash(formatted)).isEqualTo(CanonicalCell.hash(plain));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "=B2*2             | =#*2",
                "=SUM($B$2:B9)     | =SUM(#:#)",
                "=SUM(A:A)         | =SUM(#:#)",
                "=\"B2\"&B2        | =\"B2\"&#",
                "=LOG10(B2)        | =LOG10(#)",
                "=VLOOKUP(A2,Datos!A:C,3,FALSE) | =VLOOKUP(#,Datos!#:#,3,FALSE)",
                "=1+2              | =1+2"
            })
    void aSkeletonKeepsEverythingButReferences(String formula, String skeleton) {
        assertThat(FormulaText.skeleton(formula)).isEqualTo(skeleton);
    }
}
