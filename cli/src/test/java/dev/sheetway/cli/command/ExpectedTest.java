package dev.sheetway.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.cli.Journals;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.wire.PlanReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectedTest {
    private static Expected of(int rows, int columns) {
        return of(rows, columns, Journals.PLAN);
    }

    private static Expected of(int rows, int columns, MigrationPlan plan) {
        return Expected.of(
                new StepResult.Previewed(
                        "emulator", List.of(), Collections.nCopies(columns, "x"), List.of(), rows, false),
                plan);
    }

    @Test
    void theCaseStudyTakesTwelveCallsAndWaitsForNothing() {
        assertThat(of(1094, 66)).isEqualTo(new Expected(8, 4));
        assertThat(of(1094, 66).text())
                .isEqualTo("expected: about 12 calls of Google (8 reads, 4 writes), 12 to 48 s if each takes 1 to 4 s;"
                        + " 60 reads and 60 writes a minute make it wait for nothing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "8 | addColumn: { name: v, type: integer }",
                "12 | renameColumn: { from: a, to: b }",
                "17 | dropColumn: { name: a }",
                "15 | convertColumn: { name: a, to: date }",
                "15 | backfill: { column: a, value: \"1\" }",
                "13 | setValidation: { column: a, oneOf: [x] }",
                "11 | addTab: { title: T, headers: [A] }"
            })
    void everyKindOfChangeHasItsReads(int reads, String change) {
        MigrationPlan plan = PlanReader.readText("""
                apiVersion: sheetway.dev/v1
                kind: MigrationPlan
                metadata: { name: zeues, from: "3.0", to: "3.1" }
                spec:
                  tab: Operaciones
                  keyColumn: k
                  changes:
                    - %s
                """.formatted(change), "test");

        assertThat(of(1094, 66, plan)).isEqualTo(new Expected(reads, 4));
    }

    @Test
    void theSecondPlanOfTheCaseStudyReadsMore() throws IOException {
        MigrationPlan plan = PlanReader.read(Path.of("../docs/examples/zeues/zeues-3.0-3.1.yaml"));

        assertThat(of(1094, 66, plan)).isEqualTo(new Expected(19, 4));
    }

    @Test
    void aLargeTableIsReadInChunksAndWaitsForQuota() {
        // 6.6 million cells are 34 chunks, each read four times
        assertThat(of(100_000, 66).reads()).isEqualTo(8 + 4 * 33);
        assertThat(of(100_000, 66).minutesOfWaiting()).isEqualTo(2);
    }
}
