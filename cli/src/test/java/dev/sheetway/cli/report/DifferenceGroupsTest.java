package dev.sheetway.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.check.Check;
import dev.sheetway.contracts.check.Difference;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DifferenceGroupsTest {

    @Test
    void rowsOfOneColumnAndKindAreRanges() {
        assertThat(DifferenceGroups.lines(check(
                        7,
                        List.of(
                                new Difference(7, "version", "not-a-number"),
                                new Difference(9, "version", "not-a-number"),
                                new Difference(10, "version", "not-a-number"),
                                new Difference(11, "version", "not-a-number"),
                                new Difference(4, "NV", "edited"),
                                new Difference(12, "", "row-deleted"),
                                new Difference(0, "Extra", "not-in-the-plan")))))
                .containsExactly(
                        "version: not-a-number in rows 7, 9–11 (4 cells)",
                        "NV: edited in row 4",
                        "row-deleted in row 12",
                        "Extra: not-in-the-plan");
    }

    @Test
    void saysHowManyTheJournalDoesNotKeep() {
        List<Difference> first = IntStream.rangeClosed(2, 201)
                .mapToObj(row -> new Difference(row, "NV", "edited"))
                .toList();

        assertThat(DifferenceGroups.lines(check(873, first)))
                .containsExactly(
                        "NV: edited in rows 2–201 (200 cells)", "and 673 more: the journal keeps the first 200");
    }

    private static Check check(long total, List<Difference> differences) {
        return new Check("existing_data_intact", true, "", "", differences, total);
    }
}
