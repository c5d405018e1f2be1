package dev.sheetway.workspace.fingerprint;

import static dev.sheetway.workspace.fingerprint.Tables.cell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.fingerprint.ColumnFingerprints.ColumnFingerprint;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnFingerprintsTest {

    @Test
    void equalColumnsHaveEqualDigestsAndTheirNumberOfCells() {
        List<ColumnFingerprint> columns = of("a,a,b", "1,1,", "x,x,y");

        assertThat(columns).extracting(ColumnFingerprint::column).containsExactly(0, 1, 2);
        assertThat(columns).extracting(ColumnFingerprint::cells).containsExactly(3L, 3L, 2L);
        assertThat(columns.get(0).digest()).isEqualTo(columns.get(1).digest()).matches("[0-9a-f]{64}");
        assertThat(columns.get(2).digest()).isNotEqualTo(columns.get(0).digest());
    }

    @Test
    void blanksBeforeTheLastValueCountByPositionAndThoseAfterItDoNot() {
        assertThat(digest("a", "", "b")).isNotEqualTo(digest("a", "b"));
        assertThat(digest("a", "", "b")).isNotEqualTo(digest("", "a", "b"));
        assertThat(digest("a", "b", "", "")).isEqualTo(digest("a", "b"));
    }

    @Test
    void cellsDoNotRunIntoEachOther() {
        assertThat(digest("ab", "c")).isNotEqualTo(digest("a", "bc"));
    }

    @Test
    void columnsWithoutAnythingAreThereToo() {
        GridArea area = new GridArea(3, 10, 20, 5, 8);
        ColumnFingerprints fingerprints = new ColumnFingerprints(area);

        fingerprints.row(area, 12, List.of(cell("a")));

        assertThat(fingerprints.columns())
                .extracting(ColumnFingerprint::column, ColumnFingerprint::cells)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(5, 1L),
                        org.assertj.core.groups.Tuple.tuple(6, 0L),
                        org.assertj.core.groups.Tuple.tuple(7, 0L));
    }

    @Test
    void askingInBetweenChangesNothing() {
        GridArea area = new GridArea(0, 0, 2, 0, 1);
        ColumnFingerprints asked = new ColumnFingerprints(area);
        ColumnFingerprints silent = new ColumnFingerprints(area);
        for (int row = 0; row < 2; row++) {
            asked.row(area, row, List.of(cell("x" + row)));
            asked.columns();
            silent.row(area, row, List.of(cell("x" + row)));
        }

        assertThat(asked.columns()).isEqualTo(silent.columns());
    }

    @Test
    void refusesRowsOfAnotherArea() {
        ColumnFingerprints fingerprints = new ColumnFingerprints(new GridArea(0, 0, 2, 0, 1));

        assertThatThrownBy(() -> fingerprints.row(new GridArea(1, 0, 2, 0, 1), 0, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected one of");
    }

    private static String digest(String... rows) {
        return of(rows).getFirst().digest();
    }

    private static List<ColumnFingerprint> of(String... rows) {
        GridArea area = new GridArea(0, 0, rows.length, 0, rows[0].split(",", -1).length);
        ColumnFingerprints fingerprints = new ColumnFingerprints(area);
        Tables.scan(fingerprints, rows);
        return fingerprints.columns();
    }
}
