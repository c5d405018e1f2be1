package dev.sheetway.cli.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeTest {

    @ParameterizedTest
    @CsvSource({
        "COMPLETED, 0",
        "NOTHING_TO_DO, 0",
        "PREVIEWED, 0",
        "ROLLED_BACK, 1",
        "PREVIEW_FAILED, 1",
        "INVALID, 2",
        "PAUSED, 3",
        "ROLLBACK_STUCK, 3",
        "REJECTED, 4"
    })
    void everyRestHasTheExitCodeOfTheContract(Outcome outcome, int exitCode) {
        assertThat(outcome.isRest()).isTrue();
        assertThat(outcome.exit().code()).isEqualTo(exitCode);
    }
}
