package dev.sheetway.workspace.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import dev.sheetway.workspace.NumberFormat;
import dev.sheetway.workspace.archive.ArchiveHeader.ArchivedTab;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchiveTest {
    private static final ArchivedTab ORDERS = new ArchivedTab(0, "Orders \"äöü\"", 1_000, 8);
    private static final ArchivedTab NOTES = new ArchivedTab(77, "Notes", 10, 2);
    private static final ArchiveHeader HEADER = new ArchiveHeader(
            new SpreadsheetId("sheet-1"), "A\nbook", "effect/1", Instant.EPOCH, List.of(ORDERS, NOTES));

    private record Row(int sheetId, int row, List<Cell> cells) {}

    @TempDir
    private Path directory;

    @Test
    void givesEveryKindOfCellBackAsItWas() {
        // Given
        List<Cell> cells = List.of(
                plain(new CellContent.Text("\"quoted\" \\ \n\t\u0001 \uD83D\uDE00 \uD83D")),
                plain(CellContent.BLANK),
                plain(new CellContent.Number(0.1 + 0.2)),
                plain(new CellContent.Number(-0.0)),
                plain(new CellContent.Number(1e300)),
                plain(new CellContent.Bool(false)),
                plain(new CellContent.Formula("=A1 + \"x\"", "REF")),
                new Cell(
                        new CellContent.ErrorValue("N_A"),
                        Optional.of(new NumberFormat("DATE", "yyyy-mm-dd")),
                        Optional.of("{\"strict\":true}")));
        List<Row> found = new ArrayList<>();

        // When
        Archive written = write(writer -> writer.row(ORDERS.area(), 3, cells));
        Archive read = ArchiveReader.read(
                written.file(), (area, row, values) -> found.add(new Row(area.sheetId(), row, values)));

        // Then
        assertThat(found).containsExactly(new Row(0, 3, cells));
        assertThat(read).isEqualTo(written);
        assertThat(read.header()).isEqualTo(HEADER);
        assertThat(read.cells()).isEqualTo(7);
    }

    @ParameterizedTest(name = "seed {0}")
    @CsvSource({"1", "2", "3", "4", "5"})
    void anyChangedByteIsNoticed(long seed) throws IOException {
        // Given
        Archive archive = write(writer -> {
            for (int row = 0; row < 50; row++) {
                writer.row(NOTES.area(), row % 10, List.of(plain(new CellContent.Text("note " + row))));
            }
        });
        Random random = new Random(seed);
        byte[] lines = lines(archive.file());

        for (int i = 0; i < 200; i++) {
            // When
            byte[] changed = lines.clone();
            int at = random.nextInt(changed.length);
            changed[at] ^= (byte) (1 << random.nextInt(7));
            Path file = directory.resolve("changed");
            compress(file, changed);

            // Then
            assertThatThrownBy(() -> ArchiveReader.verify(file))
                    .as("byte %d of %d", at, changed.length)
                    .isInstanceOf(DamagedArchive.class);
        }
    }

    @Test
    void aFileThatIsCutOffAnywhereIsNoArchive() throws IOException {
        // Given
        byte[] whole = Files.readAllBytes(
                write(writer -> writer.row(NOTES.area(), 0, List.of(plain(new CellContent.Text("note")))))
                        .file());
        Path file = directory.resolve("cut");

        for (int length = 0; length < whole.length; length++) {
            // When
            Files.write(file, java.util.Arrays.copyOf(whole, length));

            // Then
            assertThatThrownBy(() -> ArchiveReader.verify(file))
                    .as("length %d", length)
                    .isInstanceOf(DamagedArchive.class);
        }
    }

    @Test
    void whatWasNotFinishedLeavesNothingBehind() throws IOException {
        // When
        try (ArchiveWriter writer = ArchiveWriter.create(directory, "a.jsonl.gz", HEADER)) {
            writer.row(NOTES.area(), 0, List.of(plain(new CellContent.Text("note"))));
        }

        // Then
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void neverOverwritesAnArchive() {
        // Given
        write(writer -> {});

        // Then
        assertThatThrownBy(() -> write(writer -> {}))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("is there already");
    }

    @Test
    void onlyItsOwnerMayReadIt() throws IOException {
        // When
        Archive archive = write(writer -> {});

        // Then
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(archive.file())))
                .isEqualTo("rw-------");
    }

    @Test
    void aMessageAboutDamageRepeatsNoCell() throws IOException {
        // Given
        Path file = directory.resolve("hostile");
        compress(file, "{\"format\":\"SECRET\"}\n".getBytes(StandardCharsets.UTF_8));

        // Then
        assertThatThrownBy(() -> ArchiveReader.verify(file))
                .hasMessageContaining("expected format \"sheetway-archive/2\" or \"sheetway-archive/1\"")
                .hasMessageNotContaining("SECRET");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]",
                "{\"s\":SECRET}",
                "{\"s\":\"SECRET",
                "{\"s\":0} SECRET",
                "{\"s\":0,\"s\":1}",
                "\"SECRET\"",
                "{\"s\":0,\"r\":0,\"c\":[\"SECRET\"]}",
                "{\"s\":0,\"r\":0.5,\"c\":[]}"
            })
    void aLineThatIsNoRowIsDamageAndIsNotRepeated(String line) throws IOException {
        // Given
        Path file = directory.resolve("hostile");
        String header = new String(lines(write(writer -> {}).file()), StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElseThrow();
        compress(file, (header + "\n" + line + "\n").getBytes(StandardCharsets.UTF_8));

        // Then
        assertThatThrownBy(() -> ArchiveReader.verify(file))
                .isInstanceOf(DamagedArchive.class)
                .hasMessageNotContaining("SECRET")
                .hasNoCause();
    }

    private Archive write(java.util.function.Consumer<ArchiveWriter> rows) {
        try (ArchiveWriter writer = ArchiveWriter.create(directory, "a.jsonl.gz", HEADER)) {
            rows.accept(writer);
            return writer.finish();
        }
    }

    private static Cell plain(CellContent content) {
        return new Cell(content, Optional.empty(), Optional.empty());
    }

    private static byte[] lines(Path file) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.readAllBytes();
        }
    }

    private static void compress(Path file, byte[] lines) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
            out.write(lines);
        }
        Files.write(file, compressed.toByteArray());
    }
}
