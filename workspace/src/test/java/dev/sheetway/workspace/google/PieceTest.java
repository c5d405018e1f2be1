package dev.sheetway.workspace.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.workspace.GridArea;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PieceTest {

    @Test
    void aTableThatFitsIsOneCall() {
        assertThat(Piece.calls(List.of(new GridArea(0, 0, 2556, 0, 66)), 200_000))
                .hasSize(1);
    }

    @Test
    void aLargeTableIsReadInWholeRowsInOrder() {
        GridArea area = new GridArea(0, 1, 100_001, 2, 68);

        List<List<Piece>> calls = Piece.calls(List.of(area), 200_000);

        assertThat(calls).hasSize(34).allSatisfy(call -> assertThat(call).hasSize(1));
        List<GridArea> parts =
                calls.stream().map(call -> call.getFirst().part()).toList();
        assertThat(parts.getFirst().startRow()).isEqualTo(1);
        assertThat(parts.getLast().endRow()).isEqualTo(100_001);
        assertThat(IntStream.range(1, parts.size()))
                .allSatisfy(i -> assertThat(parts.get(i).startRow())
                        .isEqualTo(parts.get(i - 1).endRow()));
        assertThat(parts).allSatisfy(part -> {
            assertThat((part.endRow() - part.startRow()) * 66).isLessThanOrEqualTo(200_000);
            assertThat(part.startColumn()).isEqualTo(2);
        });
        assertThat(calls).allSatisfy(call -> assertThat(call.getFirst().asked()).isEqualTo(area));
    }

    @Test
    void severalAreasAreSplitWhereTheirSumIsTooLarge() {
        List<GridArea> areas =
                List.of(new GridArea(0, 0, 1, 0, 60), new GridArea(1, 0, 1, 0, 40), new GridArea(2, 0, 1, 0, 1));

        assertThat(Piece.calls(areas, 100)).extracting(List::size).containsExactly(2, 1);
    }

    @Test
    void manySmallAreasDoNotMakeAnEndlessUrl() {
        List<GridArea> areas = IntStream.range(0, 130)
                .mapToObj(i -> new GridArea(0, i, i + 1, 0, 1))
                .toList();

        assertThat(Piece.calls(areas, 200_000)).extracting(List::size).containsExactly(60, 60, 10);
    }

    @Test
    void aRowThatIsWiderThanTheBoundIsStillRead() {
        assertThat(Piece.calls(List.of(new GridArea(0, 0, 2, 0, 500)), 100)).hasSize(2);
    }

    @Test
    void emptyAreasNeedNoCall() {
        assertThat(Piece.calls(List.of(new GridArea(0, 3, 3, 0, 5), new GridArea(0, 0, 3, 5, 5)), 100))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0,A", "25,Z", "26,AA", "51,AZ", "52,BA", "701,ZZ", "702,AAA", "18277,ZZZ"})
    void lettersOfColumns(int index, String letters) {
        assertThat(A1.column(index)).isEqualTo(letters);
    }
}
