package dev.sheetway.schema.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.plan.AddColumn;
import dev.sheetway.contracts.plan.ColumnType;
import dev.sheetway.schema.TestPlans;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LayoutTest {

    static Stream<Arguments> cases() {
        return Stream.of(
                Arguments.of("a b", "", "a b", ""),
                Arguments.of("a b", "x y", "a b x y", "2+2"),
                Arguments.of("a b", "x>a", "a x b", "1+1"),
                Arguments.of("a b", "x>a y>a", "a x y b", "1+2"),
                Arguments.of("a b", "x>a y>x", "a x y b", "1+2"),
                Arguments.of("a b", "x>a y>a z>x", "a x z y b", "1+3"),
                Arguments.of("a b", "x>a y>x z>a", "a x y z b", "1+3"),
                Arguments.of("a b", "x y>b", "a b y x", "2+2"),
                Arguments.of("a b c", "x>a y>b", "a x b y c", "1+1 3+1"),
                Arguments.of("a b c", "y>b x>a z", "a x b y c z", "1+1 3+1 5+1"),
                Arguments.of("Ubicación b", "x>ubicacion", "Ubicación x b", "1+1"));
    }

    @ParameterizedTest(name = "{0} + {1} = {2}")
    @MethodSource("cases")
    void placesNewColumnsAndInsertsNeighboursTogether(String header, String added, String after, String runs) {
        // Given
        List<AddColumn> columns = words(added).map(LayoutTest::column).toList();
        // When
        Layout layout = Layout.of(new HeaderRow(words(header).toList()), columns);
        // Then
        assertThat(layout.headers()).containsExactlyElementsOf(words(after).toList());
        assertThat(layout.runs().stream()
                        .map(run -> run.at() + "+" + run.columns().size()))
                .containsExactlyElementsOf(words(runs).toList());
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty());
    }

    private static AddColumn column(String text) {
        String[] parts = text.split(">");
        TestPlans.Builder builder = TestPlans.column(parts[0], ColumnType.TEXT);
        return (parts.length == 1 ? builder : builder.after(parts[1])).build();
    }
}
