package dev.sheetway.emulator.grid;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The stored form of a row: column id, what is present, then each part. */
public final class RowCodec {

    private static final int FORMULA = 1;
    private static final int SHOWN = 2;
    private static final int STYLED = 4;
    private static final int NOTE = 8;
    private static final int VALUE_SHIFT = 4;
    private static final int NONE = 0;
    private static final int NUMBER = 1;
    private static final int TEXT = 2;
    private static final int TRUE = 3;
    private static final int FALSE = 4;
    private static final int FAILURE = 5;

    private RowCodec() {}

    public static byte[] encode(Row row) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(16 + row.size() * 12);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            writeInt(out, row.size());
            for (int i = 0; i < row.size(); i++) {
                writeInt(out, row.columnId(i));
                write(out, row.cellAt(i));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static Row decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int size = readInt(in);
            int[] columns = new int[size];
            Cell[] cells = new Cell[size];
            for (int i = 0; i < size; i++) {
                columns[i] = readInt(in);
                cells[i] = read(in);
            }
            return new Row(columns, cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(DataOutputStream out, Cell cell) throws IOException {
        boolean styled = cell.format() != 0 || cell.validation() != 0 || cell.extra() != 0;
        int flags = (cell.formula() != null ? FORMULA : 0)
                | (cell.shown() != null ? SHOWN : 0)
                | (styled ? STYLED : 0)
                | (cell.note() != null ? NOTE : 0)
                | (kind(cell.value()) << VALUE_SHIFT);
        out.writeByte(flags);
        if (cell.formula() != null) {
            writeText(out, cell.formula());
        }
        writeValue(out, cell.value());
        if (cell.shown() != null) {
            writeText(out, cell.shown());
        }
        if (styled) {
            writeInt(out, cell.format());
            writeInt(out, cell.validation());
            writeInt(out, cell.extra());
        }
        if (cell.note() != null) {
            writeText(out, cell.note());
        }
    }

    private static Cell read(DataInputStream in) throws IOException {
        int flags = in.readUnsignedByte();
        String formula = (flags & FORMULA) != 0 ? readText(in) : null;
        CellValue value = readValue(in, flags >> VALUE_SHIFT);
        String shown = (flags & SHOWN) != 0 ? readText(in) : null;
        boolean styled = (flags & STYLED) != 0;
        int format = styled ? readInt(in) : 0;
        int validation = styled ? readInt(in) : 0;
        int extra = styled ? readInt(in) : 0;
        String note = (flags & NOTE) != 0 ? readText(in) : null;
        return new Cell(formula, value, shown, format, validation, extra, note);
    }

    private static int kind(@Nullable CellValue value) {
        if (value == null) {
            return NONE;
        }
        return switch (value) {
            case CellValue.Number n -> NUMBER;
            case CellValue.Text t -> TEXT;
            case CellValue.Bool b -> b.value() ? TRUE : FALSE;
            case CellValue.Failure f -> FAILURE;
        };
    }

    private static void writeValue(DataOutputStream out, @Nullable CellValue value) throws IOException {
        switch (value) {
            case null -> {}
            case CellValue.Number n -> out.writeDouble(n.value());
            case CellValue.Text t -> writeText(out, t.value());
            case CellValue.Bool b -> {}
            case CellValue.Failure f -> {
                writeText(out, f.type());
                writeText(out, f.message());
            }
        }
    }

    private static @Nullable CellValue readValue(DataInputStream in, int kind) throws IOException {
        return switch (kind) {
            case NUMBER -> new CellValue.Number(in.readDouble());
            case TEXT -> new CellValue.Text(readText(in));
            case TRUE -> new CellValue.Bool(true);
            case FALSE -> new CellValue.Bool(false);
            case FAILURE -> new CellValue.Failure(readText(in), readText(in));
            default -> null;
        };
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        writeInt(out, bytes.length);
        out.write(bytes);
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(in.readNBytes(readInt(in)), StandardCharsets.UTF_8);
    }

    private static void writeInt(DataOutputStream out, int value) throws IOException {
        int rest = value;
        while ((rest & ~0x7F) != 0) {
            out.writeByte((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.writeByte(rest);
    }

    private static int readInt(DataInputStream in) throws IOException {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            int b = in.readUnsignedByte();
            value |= (b & 0x7F) << shift;
            if ((b & 0x80) == 0) {
                return value;
            }
        }
    }
}
