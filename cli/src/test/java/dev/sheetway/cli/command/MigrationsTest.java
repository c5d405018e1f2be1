package dev.sheetway.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sheetway.cli.CliFailure;
import dev.sheetway.cli.Journals;
import dev.sheetway.cli.journal.JournalView;
import dev.sheetway.cli.journal.MigrationView;
import org.junit.jupiter.api.Test;

class MigrationsTest {
    private final Journals one = Journals.complete("sheet-1", "emulator");
    private final Journals other = Journals.live("sheet-2", "emulator").opened();
    private final JournalView view = new JournalView();

    MigrationsTest() {
        one.entries().forEach(view::add);
        other.entries().forEach(view::add);
    }

    @Test
    void findsByTheBeginningOfAnIdWhateverItsCase() {
        String id = one.id().toString();

        MigrationView found = Migrations.find(view, id.substring(0, 6).toUpperCase(java.util.Locale.ROOT));

        assertThat(found.id()).isEqualTo(one.id());
    }

    @Test
    void namesThoseThatBeginSo() {
        assertThatThrownBy(() -> Migrations.find(view, ""))
                .isInstanceOf(CliFailure.class)
                .hasMessageContaining("found 2: ")
                .hasMessageContaining(one.id() + " (migration, completed)")
                .hasMessageContaining(other.id() + " (migration, running)");
    }

    @Test
    void saysThatThereIsNone() {
        assertThatThrownBy(() -> Migrations.find(view, "nosuch"))
                .hasMessage(
                        "migration \"nosuch\": expected the id of one migration in the journal, or its beginning; found 0;"
                                + " ./sheetway status lists them");
    }
}
