package dev.sheetway.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PreviewTextTest {

    @Test
    void aColumnInTheMiddleIsTheOnlyDifferenceOfAHeaderWithRepeatedNames() {
        List<String> difference =
                PreviewText.difference(List.of("A", "", "B", ""), List.of("A", "", "version", "B", ""));

        assertThat(difference).containsExactly("  + 3 version");
    }
}
