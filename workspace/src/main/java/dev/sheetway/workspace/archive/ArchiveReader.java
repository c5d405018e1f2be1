package dev.sheetway.workspace.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.ArrayList;
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
        try (BufferedReader in = opened(file)) {
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

    /**
     * What an archive says of itself, read from its first line alone: nothing is proven of the rest.
     *
     * @throws DamagedArchive when the file is no archive
     * @throws UncheckedIOException when it cannot be read
     */
    public static ArchiveHeader header(Path file) {
        try (BufferedReader in = opened(file)) {
            return ArchiveHeader.of(Lines.read(Reading.present(in.readLine())));
        } catch (EOFException | ZipException e) {
            throw new DamagedArchive("archive \"" + file + "\" is cut off or no compressed file");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new DamagedArchive("archive \"" + file + "\": a value out of its range");
        }
    }

    private static BufferedReader opened(Path file) throws IOException {
        return new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file), 64 * 1024), StandardCharsets.UTF_8));
    }

    /** As {@link #read(Path, RowVisitor)}, for the proof alone. */
    public static Archive verify(Path file) {
        return read(file, (area, row, cells) -> {});
    }

    static Archive archive(Path file, ArchiveHeader header, ObjectNode endLine) {
        if (endLine.get("end") instanceof ObjectNode end) {
            return new Archive(
                    file, header, Lines.text(end, "sha256"), Lines.integer(end, "rows"), Lines.integer(end, "cells"));
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
            ArchiveHeader header = ArchiveHeader.of(Lines.read(counted(in.readLine())));
            header.tabs().forEach(tab -> areas.put(tab.sheetId(), tab.area()));
            String text = counted(in.readLine());
            ObjectNode line = Lines.read(text);
            while (!line.path("columns").isArray()) {
                row(line);
                text = counted(in.readLine());
                line = Lines.read(text);
            }
            requireEqual(text, sums.columnsLine());
            String last = present(in.readLine());
            requireEqual(last, sums.endLine());
            if (in.readLine() != null) {
                throw new DamagedArchive("expected nothing after the end");
            }
            return archive(file, header, Lines.read(last));
        }

        private void row(ObjectNode line) {
            int row = Lines.integer(line, "r");
            GridArea area = areas.get(Lines.integer(line, "s"));
            if (area == null || row < 0 || row >= area.endRow()) {
                throw new DamagedArchive("a row outside every tab");
            }
            List<JsonNode> values = new ArrayList<>();
            Lines.items(line, "c").forEach(values::add);
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

        private static void requireEqual(String found, ObjectNode expected) {
            if (!found.equals(Lines.write(expected))) {
                throw new DamagedArchive("its digests do not fit its rows: the file was changed");
            }
        }
    }
}
