package dev.sheetway.emulator.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoundTripTest {
    static List<String> shared() {
        return SharedWorkbooks.ALL;
    }

    @ParameterizedTest
    @MethodSource("shared")
    void readsBackWhatItWrote(String name) throws IOException {
        // Given
        ObjectNode first = WorkbookReader.read(SharedWorkbooks.bytes(name), name);
        // When
        ObjectNode second = WorkbookReader.read(WorkbookWriter.write(first), name);
        // Then
        Spreadsheets.assertSame(first, second);
    }

    @ParameterizedTest
    @MethodSource("shared")
    void writesTheSameBytesForTheSameSpreadsheet(String name) throws IOException {
        // Given
        byte[] bytes = SharedWorkbooks.bytes(name);
        // When
        byte[] first = WorkbookWriter.write(WorkbookReader.read(bytes, name));
        byte[] second = WorkbookWriter.write(WorkbookReader.read(bytes, name));
        // Then
        assertThat(Arrays.equals(first, second)).isTrue();
    }
}
