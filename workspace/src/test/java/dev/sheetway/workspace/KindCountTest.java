package dev.sheetway.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KindCountTest {
    private static final Cell WHOLE = number(2, "");
    private static final Cell BROKEN = number(2.5, "");
    private static final Cell DAY = number(46000, "DATE");
    private static final Cell TEXT = new Cell(new CellContent.Text("x"), Optional.empty(), Optional.empty());
    private static final Cell BLANK = new Cell(CellContent.BLANK, Optional.empty(), Optional.empty());

    private static Cell number(double value, String format) {
        return new Cell(
                new CellContent.Number(value),
                format.isEmpty() ? Optional.empty() : Optional.of(new NumberFormat(format, "")),
                Optional.empty());
    }

    private static ColumnKind most(Cell... cells) {
        KindCount count = new KindCount();
        List.of(cells).forEach(count::add);
        return count.most();
    }

    @Test
    void moreThanHalfOfTheCellsThatAreNotBlankDecide() {
        assertThat(most()).isEqualTo(ColumnKind.BLANK);
        assertThat(most(BLANK, BLANK, DAY)).isEqualTo(ColumnKind.DATE);
        assertThat(most(TEXT, TEXT, DAY)).isEqualTo(ColumnKind.TEXT);
        assertThat(most(TEXT, DAY)).isEqualTo(ColumnKind.MIXED);
    }

    @Test
    void wholeNumbersAmongOthersAreNumbers() {
        assertThat(most(WHOLE, WHOLE)).isEqualTo(ColumnKind.INTEGER);
        assertThat(most(WHOLE, WHOLE, BROKEN, TEXT)).isEqualTo(ColumnKind.NUMBER);
    }

    @Test
    void everyKindIsFoundByItsWords() {
        for (ColumnKind kind : ColumnKind.values()) {
            assertThat(ColumnKind.ofWords(kind.words())).contains(kind);
        }
        assertThat(ColumnKind.ofWords("colour")).isEmpty();
    }
}
