package dev.sheetway.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.check.Difference;
import dev.sheetway.contracts.event.StepResult.Contracted;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ContractedTest {
    private static final Difference MORE = new Difference(0, "Nota", "edited: 960 more");
    private static final Difference NEIGHBOUR = new Difference(0, "Tag", "neighbour-put-back");

    @Test
    void whereThereIsNoRoomSinglePlacesAreLeftOutAndNotTheNumbers() {
        List<Difference> single = edited("Nota", Contracted.MOST_KEPT - 1);

        List<Difference> kept = contracted(
                        Stream.concat(single.stream(), Stream.of(MORE)).toList())
                .keeping(List.of(NEIGHBOUR, new Difference(9, "Tag", "edited")))
                .kept();

        assertThat(kept).hasSize(Contracted.MOST_KEPT).startsWith(NEIGHBOUR).endsWith(MORE);
        assertThat(kept).containsAll(single.subList(0, Contracted.MOST_KEPT - 3));
    }

    @Test
    void whereThereIsRoomAllAreTold() {
        assertThat(contracted(List.of(MORE)).keeping(List.of(NEIGHBOUR, MORE)).kept())
                .containsExactly(NEIGHBOUR, MORE);
    }

    private static List<Difference> edited(String column, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(row -> new Difference(row, column, "edited"))
                .toList();
    }

    private static Contracted contracted(List<Difference> kept) {
        return new Contracted("emulator", List.of(), Optional.empty(), 2, List.of(), kept);
    }
}
