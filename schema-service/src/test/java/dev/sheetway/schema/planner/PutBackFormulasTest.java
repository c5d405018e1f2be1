package dev.sheetway.schema.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.check.Difference;
import dev.sheetway.schema.planner.Formulas.Entered;
import dev.sheetway.schema.planner.Formulas.Place;
import dev.sheetway.workspace.Effect;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A batch deleted column B, "Tag", of A to E by mistake; a formula stood in D5. */
class PutBackFormulasTest {
    private static final int SHEET = 7;
    private static final List<String> BEFORE = List.of("Id", "Tag", "Spool", "Total", "Note");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            =SUM(B2:B10)             | =SUM(#REF!)
            =Operaciones!B2&C2       | =#REF!&B2
            =Operaciones!B2&C2       | =Operaciones!#REF!&B2
            =SUM(B2:C10)             | =SUM(B2:B10)
            =SUM(A2:B10)             | =SUM(A2:A10)
            =SUM(A:C)                | =SUM(A:B)
            =SUM(C2:B10)             | =SUM(B2:B10)
            =SUM($B$2:$E10)&"B2"     | =SUM($B$2:$D10)&"B2"
            """)
    void entersAgainWhatTheDeletionBroke(String before, String now) {
        PutBackFormulas formulas = formulas(before, now);

        assertThat(formulas.effects()).singleElement().isInstanceOfSatisfying(Effect.WriteCells.class, write -> {
            assertThat(write.toString()).contains(before);
            assertThat(write.column()).isEqualTo(3);
            assertThat(write.row()).isEqualTo(4);
        });
        assertThat(formulas.kept()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            =SUM(B2:B10)             | =SUM(B2:B10)
            =SUM(B2:B10)             | =SUM(D2:D10)
            =SUM(B2:C10)             | =SUM(B2:B9)
            =SUM(A2:C10)             | =SUM(A2:C10)
            =B2+C2                   | =#REF!+D2
            =B2+1                    | =#REF!+2
            """)
    void keepsAndListsWhatSomebodyMendedSince(String before, String now) {
        PutBackFormulas formulas = formulas(before, now);

        assertThat(formulas.effects()).isEmpty();
        assertThat(formulas.kept()).containsExactly(new Difference(5, "Total", "formula-edited"));
    }

    @Test
    void listsWhatNobodyCanTell() {
        PutBackFormulas formulas = formulas("=SUM(B2:Z10)", "=SUM(B2:Y10)");

        assertThat(formulas.effects()).isEmpty();
        assertThat(formulas.kept()).containsExactly(new Difference(5, "Total", "formula-not-put-back"));
    }

    private static PutBackFormulas formulas(String before, String now) {
        KeptCells cells = new KeptCells(Map.of(), Map.of(), OptionalInt.empty(), Set.of(SHEET))
                .with(at(BEFORE, 3, before), at(List.of("Id", "Spool", "Total", "Note"), 2, now));
        return new PutBackFormulas(
                Sheets.header("Id", "Spool", "Total", "Note").snapshot(), cells, BEFORE, Set.of("Tag"));
    }

    private static Formulas at(List<String> headers, int column, String text) {
        return new Formulas(
                headers, Map.of(SHEET, 100), Map.of(new Place(SHEET, 4, column), new Entered("Operaciones", text)));
    }
}
