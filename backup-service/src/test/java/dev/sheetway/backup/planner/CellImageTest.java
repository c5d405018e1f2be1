package dev.sheetway.backup.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.backup.planner.CellImage.Column;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import dev.sheetway.workspace.GridArea;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellImageTest {

    @Test
    void tellsInWhichColumnsAnythingDiffers() {
        // Given
        CellImage one = image(new String[][] {{"a", "b", "c"}, {"d", "", "f"}});
        CellImage other = image(new String[][] {{"a", "B", "c"}, {"d", "", ""}, {"", "", "", "new"}});

        // Then
        assertThat(one.differingFrom(other))
                .containsExactly(new Column(0, 1), new Column(0, 2), new Column(0, 3))
                .isEqualTo(other.differingFrom(one));
        assertThat(one.differingFrom(image(new String[][] {{"a", "b", "c"}, {"d", "", "f"}})))
                .isEmpty();
    }

    @Test
    void aTextANumberAndAFormulaThatLookAlikeDiffer() {
        // Given
        List<CellContent> alike =
                List.of(new CellContent.Text("1"), new CellContent.Number(1), new CellContent.Formula("=1", ""));

        for (CellContent one : alike) {
            for (CellContent other : alike) {
                // When
                boolean equal = image(one).differingFrom(image(other)).isEmpty();

                // Then
                assertThat(equal).as("%s and %s", one, other).isEqualTo(one.equals(other));
            }
        }
    }

    @Test
    void aFormulaIsTheSameWhetherItShowsAnErrorOrNot() {
        // Given
        CellImage original = image(new CellContent.Formula("=IMPORTRANGE(\"x\",\"y\")", ""));
        CellImage copy = image(new CellContent.Formula("=IMPORTRANGE(\"x\",\"y\")", "REF"));

        // Then
        assertThat(original.differingFrom(copy)).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void whatWasCopiedAmidEditsLiesBetweenTheReadingsAndAForeignCellDoesNot(long seed) {
        // Given: edits of cells, some before the copy and some after
        Random random = new Random(seed);
        String[][] sheet = new String[20][10];
        for (int i = 0; i < 200; i++) {
            sheet[i / 10][i % 10] = random.nextInt(3) == 0 ? "" : "v" + i;
        }
        CellImage before = image(sheet);
        edit(sheet, random);
        CellImage copy = image(sheet);
        edit(sheet, random);
        CellImage after = image(sheet);
        sheet[random.nextInt(20)][random.nextInt(10)] = "foreign";
        CellImage foreign = image(sheet);

        // Then
        assertThat(copy.liesBetween(before, after)).isTrue();
        assertThat(foreign.liesBetween(before, after)).isFalse();
    }

    @Test
    void aCellThatTheCopyLostIsNoticed() {
        // Given
        CellImage full = image(new String[][] {{"a", "b"}});
        CellImage lost = image(new String[][] {{"a", ""}});

        // Then
        assertThat(lost.liesBetween(full, full)).isFalse();
        assertThat(full.cells()).isEqualTo(2);
    }

    /** Each cell is edited at most once over all: twice between two readings is what L1 and L2 cannot explain. */
    private static void edit(String[][] sheet, Random random) {
        for (int i = 0; i < 15; i++) {
            int row = random.nextInt(20);
            int column = random.nextInt(10);
            if (sheet[row][column].startsWith("v")) {
                sheet[row][column] = random.nextBoolean() ? "" : "edited";
            }
        }
    }

    private static CellImage image(CellContent content) {
        CellImage image = new CellImage();
        image.row(new GridArea(0, 0, 1, 0, 1), 0, List.of(new Cell(content, Optional.empty(), Optional.empty())));
        return image;
    }

    private static CellImage image(String[][] rows) {
        CellImage image = new CellImage();
        for (int row = 0; row < rows.length; row++) {
            List<Cell> cells = new ArrayList<>();
            for (String text : rows[row]) {
                CellContent content = text.isEmpty() ? CellContent.BLANK : new CellContent.Text(text);
                cells.add(new Cell(content, Optional.empty(), Optional.empty()));
            }
            image.row(new GridArea(0, 0, rows.length, 0, 26), row, cells);
        }
        return image;
    }
}
