package dev.sheetway.workspace.fingerprint;

import static dev.sheetway.workspace.fingerprint.Tables.hashes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sheetway.workspace.fingerprint.TableDifference.CellChange;
import dev.sheetway.workspace.fingerprint.TableDifference.CellChanged;
import dev.sheetway.workspace.fingerprint.TableDifference.RowDeleted;
import dev.sheetway.workspace.fingerprint.TableDifference.RowInserted;
import dev.sheetway.workspace.fingerprint.TableDifference.RowMoved;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TableDiffTest {
    private static final String[] TABLE = {"k1,a,1", "k2,b,2", "k3,c,3", "k4,d,4"};

    @Test
    void equalTablesDoNotDiffer() {
        assertThat(diff(TABLE, TABLE)).isEmpty();
    }

    @Test
    void aRowInsertedAboveIsThatOneRow() {
        assertThat(diff(TABLE, "new,z,9", "k1,a,1", "k2,b,2", "k3,c,3", "k4,d,4"))
                .containsExactly(new RowInserted(0));
    }

    @Test
    void aRowInsertedAboveFormulasIsThatOneRowAndShiftedReferences() {
        String[] before = {"k1,=C1*2,5", "k2,=C2*2,5", "k3,=C3*2,5"};

        assertThat(diff(before, "new,=C1*2,9", "k1,=C2*2,5", "k2,=C3*2,5", "k3,=C4*2,5"))
                .containsExactly(
                        new CellChanged(0, 1, 1, CellChange.REFERENCES_SHIFTED),
                        new CellChanged(1, 2, 1, CellChange.REFERENCES_SHIFTED),
                        new CellChanged(2, 3, 1, CellChange.REFERENCES_SHIFTED),
                        new RowInserted(0));
    }

    @Test
    void aDeletedRowIsNamedWithWhetherItHadAKey() {
        assertThat(diff(TABLE, "k1,a,1", "k3,c,3", "k4,d,4")).containsExactly(new RowDeleted(1, true));
        assertThat(diff(new String[] {"k1,a,1", ",b,2", "k3,c,3"}, "k1,a,1", "k3,c,3"))
                .containsExactly(new RowDeleted(1, false));
    }

    @Test
    void editsAreLocatedInRowAndColumn() {
        assertThat(diff(TABLE, "k1,a,1", "k2,B,2", "k3,,3", "k4,d,=4"))
                .containsExactly(
                        new CellChanged(1, 1, 1, CellChange.EDITED),
                        new CellChanged(2, 2, 1, CellChange.CLEARED),
                        new CellChanged(3, 3, 2, CellChange.EDITED));
    }

    @Test
    void aNumberThatBecameTextIsAnEdit() {
        RowHashes before = new RowHashes(List.of(0), RowHashes.NO_KEY);
        RowHashes after = new RowHashes(List.of(0), RowHashes.NO_KEY);
        var area = new dev.sheetway.workspace.GridArea(0, 0, 1, 0, 1);
        before.row(area, 0, List.of(Tables.cell(new dev.sheetway.workspace.CellContent.Number(0))));
        after.row(area, 0, List.of(Tables.cell(new dev.sheetway.workspace.CellContent.Text("0"))));

        assertThat(TableDiff.list(before, after))
                .containsExactlyInAnyOrder(new RowDeleted(0, false), new RowInserted(0));
    }

    @Test
    void aFormulaThatTurnedIntoAnErrorIsToldApart() {
        assertThat(diff(new String[] {"k1,=B9,1", "k2,x,1"}, "k1,=#REF!!!REF,1", "k2,x,1"))
                .containsExactly(new CellChanged(0, 0, 1, CellChange.BECAME_ERROR));
        assertThat(diff(new String[] {"k1,=B9,1", "k2,x,1"}, "k1,=B9!!DIVIDE_BY_ZERO,1", "k2,x,1"))
                .containsExactly(new CellChanged(0, 0, 1, CellChange.BECAME_ERROR));
    }

    @Test
    void aKeptRowIsFoundByItsKeyHoweverMuchOfItChanged() {
        assertThat(diff(TABLE, "k1,a,1", "k2,X,99", "k3,c,3", "k4,d,4"))
                .containsExactly(
                        new CellChanged(1, 1, 1, CellChange.EDITED), new CellChanged(1, 1, 2, CellChange.EDITED));
    }

    @Test
    void aMovedRowIsNeitherLostNorNew() {
        assertThat(diff(TABLE, "k2,b,2", "k3,c,3", "k4,d,4", "k1,a,1")).containsExactly(new RowMoved(0, 3));
    }

    @Test
    void aRowThatWasMovedAndEditedIsBoth() {
        assertThat(diff(TABLE, "k2,b,2", "k3,c,3", "k4,d,4", "k1,A,1"))
                .containsExactly(new RowMoved(0, 3), new CellChanged(0, 3, 1, CellChange.EDITED));
    }

    @Test
    void withoutAKeySimilarNeighboursAreTheSameRow() {
        RowHashes before = hashes(RowHashes.NO_KEY, "a,1,x", "b,2,x", "c,3,x");
        RowHashes after = hashes(RowHashes.NO_KEY, "a,1,x", "b,2,y", "c,3,x");

        assertThat(TableDiff.list(before, after)).containsExactly(new CellChanged(1, 1, 2, CellChange.EDITED));
    }

    @Test
    void duplicateRowsArePairedInOrder() {
        RowHashes before = hashes(RowHashes.NO_KEY, "x,1", "x,1", "y,2", "x,1");
        RowHashes after = hashes(RowHashes.NO_KEY, "x,1", "y,2", "x,1");

        assertThat(TableDiff.list(before, after)).hasSize(1).first().isInstanceOf(RowDeleted.class);
    }

    @Test
    void onlyTheMappedColumnsAreCompared() {
        RowHashes before = new RowHashes(List.of(0, 1), 0);
        RowHashes after = new RowHashes(List.of(0, 2), 0);
        Tables.scan(before, "k1,a", "k2,b");
        Tables.scan(after, "k1,NEW,a", "k2,NEW,b", ",NEW,");

        assertThat(TableDiff.list(before, after)).isEmpty();
    }

    @Test
    void refusesTablesOfDifferentWidth() {
        assertThatThrownBy(() -> TableDiff.list(hashes(0, "a,b"), hashes(0, "a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 and 1 columns");
    }

    @Test
    void aSortedTableOfAHundredThousandRowsIsAllMovesAndNoEdits() {
        int rows = 100_000;
        int[] order = IntStream.range(0, rows).toArray();
        Random random = new Random(42);
        for (int i = rows - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
        String[] before = IntStream.range(0, rows).mapToObj(i -> "k" + i + ",v").toArray(String[]::new);
        String[] after = IntStream.of(order).mapToObj(i -> "k" + i + ",v").toArray(String[]::new);

        List<TableDifference> differences = TableDiff.list(hashes(0, before), hashes(0, after));

        assertThat(differences).allMatch(RowMoved.class::isInstance).hasSizeGreaterThan(rows * 9 / 10);
    }

    /** The diff is a full account: replaying it on the rows before gives the rows after. */
    @Test
    void randomEditsAreAccountedForCompletely() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            RandomTable table = RandomTable.edited(random);

            List<TableDifference> differences = TableDiff.list(hashes(0, table.before()), hashes(0, table.after()));

            assertThat(differences.stream().filter(RowDeleted.class::isInstance).count())
                    .as("seed %d: deleted", seed)
                    .isEqualTo(table.deleted());
            assertThat(differences.stream()
                            .filter(RowInserted.class::isInstance)
                            .count())
                    .as("seed %d: inserted", seed)
                    .isEqualTo(table.inserted());
            assertThat(differences.stream()
                            .filter(CellChanged.class::isInstance)
                            .count())
                    .as("seed %d: edited", seed)
                    .isEqualTo(table.edited());
        }
    }

    private static List<TableDifference> diff(String[] before, String... after) {
        return TableDiff.list(hashes(0, before), hashes(0, after));
    }
}
