package dev.sheetway.cli.report;

import static dev.sheetway.cli.report.Headers.Mark.CHANGED;
import static dev.sheetway.cli.report.Headers.Mark.DROPPED;
import static dev.sheetway.cli.report.Headers.Mark.NEW;
import static dev.sheetway.cli.report.Headers.Mark.RENAMED;
import static dev.sheetway.cli.report.Headers.Mark.SAME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.cli.report.Headers.Column;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.contracts.event.StepResult.ChangeKind;
import dev.sheetway.contracts.event.StepResult.Changed;
import dev.sheetway.contracts.event.StepResult.PlacedColumn;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeadersTest {
    private static final List<String> BEFORE = List.of("id", "TAG", "", "when", "version");

    /** Adds "who" behind TAG, renames TAG, converts "when", drops "version"; "id" was adopted. */
    private static final StepResult.Expanded EXPANDED = new StepResult.Expanded(
            "emulator",
            0,
            4,
            4,
            List.of(new PlacedColumn("who", 2, 1, false), new PlacedColumn("id", 0, 2, true)),
            0,
            List.of(
                    new Changed(ChangeKind.RENAMED, "KEY", "TAG", "id", 1, 3, 1, 1, List.of()),
                    new Changed(ChangeKind.CONVERTED, "when", "when", "", 4, 4, 2, 7, List.of()),
                    new Changed(ChangeKind.DROPPED, "version", "version", "when", 4, 5, 4, 0, List.of())),
            Optional.empty());

    @Test
    void theHeaderBeforeShowsWhatGoes() {
        assertThat(Headers.before(BEFORE, EXPANDED))
                .containsExactly(
                        new Column("id", SAME),
                        new Column("TAG", SAME),
                        new Column("", SAME),
                        new Column("when", SAME),
                        new Column("version", DROPPED));
    }

    @Test
    void theHeaderAfterShowsWhatCameAndWhatIsCalledOtherwise() {
        assertThat(Headers.after(BEFORE, EXPANDED))
                .containsExactly(
                        new Column("id", SAME),
                        new Column("KEY", RENAMED),
                        new Column("who", NEW),
                        new Column("", SAME),
                        new Column("when", CHANGED));
    }
}
