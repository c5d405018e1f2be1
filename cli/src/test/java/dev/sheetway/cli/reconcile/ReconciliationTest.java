package dev.sheetway.cli.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.cli.Journals;
import dev.sheetway.cli.journal.MigrationView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReconciliationTest {
    private static final SheetReading WITHOUT_COPIES =
            new SheetReading(new SheetMarks("Spools", List.of(), Map.of(), Map.of()), Map.of());

    private static List<String> found(MigrationView view) {
        return Reconciliation.of(WITHOUT_COPIES, Optional.of(List.of(view))).stream()
                .map(Finding::what)
                .toList();
    }

    @Test
    void aCopyThatThePlanRemovedIsNotMissed() {
        Journals journal = Journals.complete("sheet", "emulator").windowClosed();
        assertThat(found(journal.view())).contains("log: backup \"copy\"; Drive: no copy of this migration");

        assertThat(found(journal.backupsRemoved().view())).noneMatch(what -> what.startsWith("log: backup"));
    }
}
