package dev.sheetway.workspace.archive;

import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.RowVisitor;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Reads archives and proves that they are whole. */
public final class ArchiveReader {
    private ArchiveReader() {}

    /**
     * Visits every row as it was read from the spreadsheet, the area being the whole grid of its tab, and then checks the
     * digests: rows that were visited count only when this method returns.
     *
     * @throws DamagedArchive when the file is cut off, changed or no archive
     * @throws UncheckedIOException when it cannot be read
     */
    public static Archive read(Path file, RowVisitor visitor) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file), 64 * 1024), StandardCharsets.UTF_8))) {
            return new Reading(file.toAbsolutePath().normalize(), in, visitor).toTheEnd();
        } catch (EOFException | ZipException e) {
            throw new DamagedArchive("archive \"" + file + "\" is cut off or no compressed file");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (DamagedArchive e) {
            throw new DamagedArchive("archive \"" + file + "\": " + e.getMessage());
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new DamagedArchive("archive \"" + file + "\": a value out of its range");
        }
    }

    /** As {@link #read(Path, RowVisitor)}, for the proof alone. */
    public static Archive verify(Path file) {
        return read(file, (area, row, cells) -> {});
    }

    static Archive archive(Path file, ArchiveHeader header, Json endLine) {
        if (endLine instanceof Json.Fields line && line.get("end") instanceof Json.Fields end) {
            return new Archive(file, header, end.text("sha256"), end.integer("rows"), end.integer("cells"));
        }
        throw new DamagedArchive("last line: expected the end");
    }

    private static final class Reading {
        private final Path file;
        private final BufferedReader in;
        private final RowVisitor visitor;
        private final Sums sums = new Sums();
        private final Map<Integer, GridArea> areas = new HashMap<>();

        Reading(Path file, BufferedReader in, RowVisitor visitor) {
            this.file = file;
            this.in = in;
            this.visitor = visitor;
        }

        Archive toTheEnd() throws IOException {
            ArchiveHeader header = ArchiveHeader.of(JsonParser.parse(counted(in.readLine())));
            header.tabs().forEach(tab -> areas.put(tab.sheetId(), tab.area()));
            String text = counted(in.readLine());
            Json.Fields line = object(text);
            while (!(line.get("columns") instanceof Json.Items)) {
                row(line);
                text = counted(in.readLine());
                line = object(text);
            }
            requireEqual(text, sums.columnsLine());
            String last = present(in.readLine());
            requireEqual(last, sums.endLine());
            if (in.readLine() != null) {
                throw new DamagedArchive("expected nothing after the end");
            }
            return archive(file, header, JsonParser.parse(last));
        }

        private void row(Json.Fields line) {
            int row = line.integer("r");
            GridArea area = areas.get(line.integer("s"));
            if (area == null || row < 0 || row >= area.endRow()) {
                throw new DamagedArchive("a row outside every tab");
            }
            List<Json> values = line.items("c");
            List<Cell> cells = values.stream().map(CellJson::read).toList();
            long withContent =
                    cells.stream().filter(cell -> !cell.content().isBlank()).count();
            sums.row(area.sheetId(), row, values, withContent);
            visitor.row(area, row, cells);
        }

        private String counted(@Nullable String line) {
            sums.line(present(line));
            return present(line);
        }

        private static String present(@Nullable String line) {
            if (line == null) {
                throw new DamagedArchive("expected more lines");
            }
            return line;
        }

        private static Json.Fields object(String line) {
            if (JsonParser.parse(line) instanceof Json.Fields fields) {
                return fields;
            }
            throw new DamagedArchive("a line: expected an object");
        }

        private static void requireEqual(String found, Json expected) {
            StringBuilder text = new StringBuilder();
            Json.write(text, expected);
            if (!found.contentEquals(text)) {
                throw new DamagedArchive("its digests do not fit its rows: the file was changed");
            }
        }
    }
}
