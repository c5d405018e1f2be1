package dev.sheetway.workspace.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.RowVisitor;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/**
 * Writes an archive while a spreadsheet is being read: {@code SheetReader.scanAll(id, areas, writer)}.
 *
 * <p>Phases: lines go to {@code <name>.part}; {@link #finish} adds the digests, forces the file to the disk, gives it its
 * name and forces the directory. A crash before that leaves a {@code .part} file that nobody takes for an archive; {@link
 * #close} without finish removes it.
 *
 * <p>Every method throws {@link UncheckedIOException} when the disk refuses. Not thread-safe.
 */
public final class ArchiveWriter implements RowVisitor, AutoCloseable {
    private final Path part;
    private final Path file;
    private final ArchiveHeader header;
    private final FileChannel channel;
    private final GZIPOutputStream compressed;
    private final BufferedWriter out;
    private final Sums sums = new Sums();

    private ArchiveWriter(Path part, Path file, ArchiveHeader header, FileChannel channel) throws IOException {
        this.part = part;
        this.file = file;
        this.header = header;
        this.channel = channel;
        this.compressed = new GZIPOutputStream(Channels.newOutputStream(channel), 64 * 1024);
        this.out = new BufferedWriter(new OutputStreamWriter(compressed, StandardCharsets.UTF_8));
        line(header.toJson());
    }

    /**
     * @param directory is made when it is not there
     * @param name of the file; must not exist
     */
    public static ArchiveWriter create(Path directory, String name, ArchiveHeader header) {
        Path file = directory.toAbsolutePath().normalize().resolve(name);
        Path part = file.resolveSibling(name + ".part");
        try {
            Files.createDirectories(file.getParent());
            if (Files.exists(file)) {
                throw new IOException("archive \"" + file + "\" is there already");
            }
            FileChannel channel = FileChannel.open(
                    part,
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE),
                    ownerOnly(part));
            return new ArchiveWriter(part, file, header, channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** @param area must begin at column 0: a line's cells are counted from there */
    @Override
    public void row(GridArea area, int row, List<Cell> cells) {
        if (area.startColumn() != 0) {
            throw new IllegalArgumentException("area begins at column " + area.startColumn() + ": expected 0");
        }
        List<JsonNode> values = cells.stream().map(CellJson::write).toList();
        long withContent =
                cells.stream().filter(cell -> !cell.content().isBlank()).count();
        sums.row(area.sheetId(), row, values, withContent);
        ObjectNode line = Lines.object().put("s", area.sheetId()).put("r", row);
        line.putArray("c").addAll(values);
        write(line);
    }

    /** Makes the archive whole and durable. */
    public Archive finish() {
        write(sums.columnsLine());
        ObjectNode end = sums.endLine();
        write(end);
        try {
            finishCompression();
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            forceDirectory();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ArchiveReader.archive(file, header, end);
    }

    /** The compressor's last bytes are written before the file is forced, which closing in one go would not allow. */
    private void finishCompression() throws IOException {
        out.flush();
        compressed.finish();
        channel.force(true);
        channel.close();
    }

    private void forceDirectory() throws IOException {
        try (FileChannel directory = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    private void write(ObjectNode line) {
        try {
            line(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void line(ObjectNode json) throws IOException {
        String text = Lines.write(json);
        sums.line(text);
        out.append(text).append('\n');
    }

    /** Removes what was written when {@link #finish} was not reached. */
    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
