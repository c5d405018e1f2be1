package dev.sheetway.cli.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.wire.InvalidPlan;
import dev.sheetway.wire.PlanReader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTextTest {
    private static final List<String> AWKWARD = List.of(
            "id",
            "",
            "New Column",
            "a: b # c",
            "it's \"so\"",
            "= no formula",
            "línea\ncon salto",
            "yes",
            "0123",
            "- x",
            "{}");

    private static Sketch sketch(Optional<Sketch.Schema> schema) {
        return new Sketch(
                "sheet-1",
                "Hoja \"1\": #x",
                List.of("Otra\nhoja"),
                new Guess<>(3, "the first row with 10 texts"),
                AWKWARD,
                new Guess<>(Optional.of("a: b # c"), "filled in 3 of 3 rows"),
                schema);
    }

    @Test
    void isAPlanOnceItsExampleIsUncommented() {
        // Given
        String text = PlanText.of(sketch(Optional.empty()));
        // When
        MigrationPlan plan = PlanReader.readText(text.replace("    # - addColumn", "    - addColumn"), "begun");
        // Then
        assertThat(plan.name()).isEqualTo("hoja-1-x");
        assertThat(plan.tab()).isEqualTo("Hoja \"1\": #x");
        assertThat(plan.headerRow()).isEqualTo(3);
        assertThat(plan.keyColumn()).contains("a: b # c");
        assertThat(plan.expect().orElseThrow().headers()).isEqualTo(AWKWARD);
        assertThat(plan.expect().orElseThrow().columns()).hasValue(10);
        assertThat(plan.addedColumns().getFirst().name()).isEqualTo("New_Column_2");
    }

    @Test
    void isNoPlanBeforeSomebodyWroteAChange() {
        assertThatThrownBy(() -> PlanReader.readText(PlanText.of(sketch(Optional.empty())), "begun"))
                .isInstanceOf(InvalidPlan.class)
                .hasMessageContaining("changes");
    }

    @Test
    void startsFromTheRecordedVersion() {
        // Given
        String text = PlanText.of(sketch(Optional.of(new Sketch.Schema("zeues", "2.1"))));
        // When
        MigrationPlan plan = PlanReader.readText(text.replace("    # - addColumn", "    - addColumn"), "begun");
        // Then
        assertThat(plan.name()).isEqualTo("zeues");
        assertThat(plan.from()).isEqualTo("2.1");
        assertThat(plan.to()).isEqualTo("2.2");
        assertThat(text).contains("as recorded on the spreadsheet").doesNotContain("no version is recorded");
    }

    @ParameterizedTest
    @CsvSource({"1,2", "2.9,2.10", "v3-rc,v4-rc", "next,next-2"})
    void raisesTheLastNumberOfAVersion(String from, String to) {
        assertThat(PlanText.next(from)).isEqualTo(to);
    }
}
