package dev.sheetway.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.cli.Journals;
import dev.sheetway.contracts.event.StepResult;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpectedTest {
    private static Expected of(int rows, int columns) {
        return Expected.of(
                new StepResult.Previewed(
                        "emulator", List.of(), Collections.nCopies(columns, "x"), List.of(), rows, false),
                Journals.PLAN);
    }

    @Test
    void theCaseStudyTakesTwelveCallsAndWaitsForNothing() {
        assertThat(of(1094, 66)).isEqualTo(new Expected(8, 4));
        assertThat(of(1094, 66).text())
                .isEqualTo("expected: about 12 calls of Google (8 reads, 4 writes), 12 to 48 s if each takes 1 to 4 s;"
                        + " 60 reads and 60 writes a minute make it wait for nothing");
    }

    @Test
    void aLargeTableIsReadInChunksAndWaitsForQuota() {
        // 6.6 million cells are 34 chunks, each read four times
        assertThat(of(100_000, 66).reads()).isEqualTo(8 + 4 * 33);
        assertThat(of(100_000, 66).minutesOfWaiting()).isEqualTo(2);
    }
}
