package dev.sheetway.cli.scaffold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GuessTest {
    /** Numbers as such, the rest as text. */
    private static List<Cell> row(String... texts) {
        return Arrays.stream(texts)
                .map(text -> new Cell(content(text), Optional.empty(), Optional.empty()))
                .toList();
    }

    private static CellContent content(String text) {
        if (text.isEmpty()) {
            return CellContent.BLANK;
        }
        return text.matches("[0-9.]+") ? new CellContent.Number(Double.parseDouble(text)) : new CellContent.Text(text);
    }

    @Test
    void theHeaderIsTheFirstWideRowOfDifferentTexts() {
        // Given
        List<List<Cell>> rows =
                List.of(row("Registro de spools"), List.of(), row("Tag", "NV", "Peso"), row("MK-1", "NV1", "2.5"));
        // When // Then
        assertThat(HeaderGuess.of(rows, 0))
                .isEqualTo(new Guess<>(3, "the first row with 3 texts, no two of them one name"));
    }

    @Test
    void aFrozenRowThatLooksLikeAHeaderWins() {
        // Given
        List<List<Cell>> rows = List.of(row("Alfa", "Beta"), row("Tag", "NV"), row("MK-1", "7"));
        // When // Then
        assertThat(HeaderGuess.of(rows, 2).value()).isEqualTo(2);
        assertThat(HeaderGuess.of(rows, 3).value()).isEqualTo(1);
    }

    @Test
    void withoutALikelyHeaderTheFirstRowIsTakenAndThatIsSaid() {
        assertThat(HeaderGuess.of(List.of(row("1", "2"), row("a", "A")), 0))
                .isEqualTo(new Guess<>(1, "no row of the first 20 looks like a header: correct it"));
    }

    @Test
    void theKeyIsTheFullestColumnWithoutAValueTwice() {
        // Given
        KeyGuess guess = new KeyGuess(List.of("Nota", "Tag", "NV", "Peso", "tag"));
        // When
        guess.add(row("x", "MK-1", "NV1", "1.5"));
        guess.add(row("", "MK-2", "NV1", "2.5"));
        guess.add(row("", "MK-3", "NV2", "3.5"));
        guess.add(List.of());
        // Then
        assertThat(guess.guess().value()).as("\"Tag\" and \"tag\" are one name").isEmpty();

        // Given
        KeyGuess again = new KeyGuess(List.of("Nota", "Tag", "NV", "Peso"));
        // When
        again.add(row("x", "MK-1", "NV1", "1.5"));
        again.add(row("", "MK-2", "NV1", "2.5"));
        again.add(row("", "MK-3", "NV2", "3.5"));
        // Then
        assertThat(again.guess().value()).contains("Tag");
        assertThat(again.guess().reason()).startsWith("filled in 3 of 3 rows, no value twice");
    }
}
