package dev.sheetway.cli.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.workspace.ColumnKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DriftFinderTest {
    private static final List<String> HEADERS = List.of("id", "Tag", "Cliente", "Fecha", "Nota");

    private static KnownTable anchored() {
        List<KnownColumn> columns = new ArrayList<>();
        for (int index = 0; index < HEADERS.size(); index++) {
            columns.add(new KnownColumn(HEADERS.get(index), List.of(index + 1), Optional.of(ColumnKind.TEXT)));
        }
        return table(columns);
    }

    private static KnownTable bare() {
        return table(HEADERS.stream().map(KnownColumn::named).toList());
    }

    private static KnownTable table(List<KnownColumn> columns) {
        return new KnownTable("spools", "2.1", "Spools", Optional.of(7), 1, columns);
    }

    /** Columns as {@code header} or {@code header#anchor}; all hold texts. */
    private static LiveTable live(String... columns) {
        List<String> headers = new ArrayList<>();
        List<LiveTable.LiveAnchor> anchors = new ArrayList<>();
        for (int index = 0; index < columns.length; index++) {
            String[] parts = columns[index].split("#");
            headers.add(parts[0]);
            if (parts.length > 1) {
                anchors.add(new LiveTable.LiveAnchor(Integer.parseInt(parts[1]), index));
            }
        }
        return new LiveTable("Spools", headers, Collections.nCopies(headers.size(), ColumnKind.TEXT), anchors);
    }

    private static List<String> messages(KnownTable table, LiveTable live) {
        return DriftFinder.find(table, live).stream().map(Drift::message).toList();
    }

    @Test
    void namesNothingWhereOnlyCellsChanged() {
        assertThat(messages(anchored(), live("id#1", "Tag#2", "Cliente#3", "Fecha#4", "Nota#5")))
                .isEmpty();
        assertThat(messages(bare(), live("ID", " tag", "Cliente", "Fécha", "Nota")))
                .isEmpty();
    }

    @Test
    void namesARenamedColumnByItsAnchorWhereverItStands() {
        assertThat(messages(anchored(), live("id#1", "Etiqueta#2", "Cliente#3", "Fecha#4", "Nota#5")))
                .containsExactly("column \"Tag\" was renamed to \"Etiqueta\" (column B)");
    }

    @Test
    void guessesARenamedColumnByItsNeighboursWhereNoAnchorIs() {
        assertThat(messages(bare(), live("id", "Etiqueta", "Cliente", "Fecha", "Nota")))
                .containsExactly("column \"Tag\" was renamed to \"Etiqueta\" (column B, judging by its neighbours)");
    }

    @Test
    void namesTheColumnThatMovedAndNotThoseThatItPushedAside() {
        assertThat(messages(anchored(), live("id#1", "Cliente#3", "Fecha#4", "Tag#2", "Nota#5")))
                .containsExactly("column \"Tag\" was moved from behind \"id\" to behind \"Fecha\" (column D)");
        assertThat(messages(anchored(), live("Nuevo", "id#1", "Tag#2", "Cliente#3", "Fecha#4", "Nota#5")))
                .containsExactly("column \"Nuevo\" was inserted (column A)");
    }

    @Test
    void namesADeletedColumnEvenWhereAnotherOneTookItsPlace() {
        assertThat(messages(anchored(), live("id#1", "Otra", "Cliente#3", "Fecha#4", "Nota#5")))
                .containsExactly("column \"Tag\" was deleted", "column \"Otra\" was inserted (column B)");
        assertThat(messages(bare(), live("id", "Cliente", "Fecha", "Nota")))
                .containsExactly("column \"Tag\" was deleted");
    }

    @Test
    void namesARetypedColumn() {
        // Given
        LiveTable dates = new LiveTable(
                "Spools",
                HEADERS,
                List.of(ColumnKind.TEXT, ColumnKind.DATE, ColumnKind.BLANK, ColumnKind.MIXED, ColumnKind.TEXT),
                List.of());
        // When // Then
        assertThat(messages(anchored(), dates))
                .containsExactly(
                        "column \"Tag\" was retyped: expected text, found date in most cells (column B)",
                        "column \"Fecha\" was retyped: expected text, found mixed in most cells (column D)");
    }

    @Test
    void namesARenamedTab() {
        // Given
        LiveTable renamed = new LiveTable("Carretes", HEADERS, List.of(), List.of());
        // When // Then
        assertThat(messages(bare(), renamed)).containsExactly("tab \"Spools\" was renamed to \"Carretes\"");
    }

    @Test
    void aColumnMayHaveChangedInSeveralWays() {
        assertThat(DriftFinder.find(anchored(), live("id#1", "Cliente#3", "Fecha#4", "Nota#5", "Etiqueta#2")))
                .extracting(Drift::kind)
                .containsExactly(Drift.Kind.RENAMED, Drift.Kind.MOVED);
    }
}
