package dev.sheetway.examples.zeues;

import dev.sheetway.contracts.HeaderName;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Rows of the tab Operaciones as spools. Columns are found by their normalised header, never by their place: somebody
 * inserted one before Ocupado_Por once, and every spool looked occupied.
 */
public final class SpoolTable {
    private final List<String> header;
    private final SchemaMode mode;
    private final int tag;

    /**
     * @param header texts of the header row
     * @throws IllegalArgumentException without exactly one TAG_SPOOL
     */
    public SpoolTable(List<String> header, SchemaMode mode) {
        this.header = List.copyOf(header);
        this.mode = mode;
        this.tag = column("TAG_SPOOL")
                .orElseThrow(() -> new IllegalArgumentException("no column TAG_SPOOL in a header of " + header.size()));
    }

    /**
     * @param rows below the header, as {@code UNFORMATTED_VALUE} gives them: text, number or boolean, short rows for
     *     trailing blanks
     * @return one per row with a tag
     * @throws IllegalArgumentException for a cell that is not what its column holds; names column and row
     */
    public List<Spool> spools(List<? extends List<?>> rows) {
        return IntStream.range(0, rows.size())
                .filter(row -> !text(rows.get(row), tag).isBlank())
                .mapToObj(row -> spool(rows.get(row), row))
                .toList();
    }

    private Spool spool(List<?> row, int index) {
        try {
            return new Spool(
                    text(row, tag),
                    new Work(worker(row, "Armador"), date(row, "Fecha_Armado")),
                    new Work(worker(row, "Soldador"), date(row, "Fecha_Soldadura")),
                    mode == SchemaMode.V2_1 ? new Occupation.Free() : occupation(row),
                    mode == SchemaMode.V2_1 ? 0 : version(row));
        } catch (IllegalArgumentException corrupt) {
            throw new IllegalArgumentException("row " + index + " below the header: " + corrupt.getMessage(), corrupt);
        }
    }

    private Occupation occupation(List<?> row) {
        Optional<Worker> holder = worker(row, "Ocupado_Por");
        Optional<LocalDate> since = date(row, "Fecha_Ocupacion");
        if (holder.isPresent() != since.isPresent()) {
            throw new IllegalArgumentException("Ocupado_Por and Fecha_Ocupacion: expected both or neither");
        }
        return holder.<Occupation>map(worker -> new Occupation.Occupied(worker, since.orElseThrow()))
                .orElseGet(Occupation.Free::new);
    }

    private int version(List<?> row) {
        Object cell = cell(row, "version");
        return switch (cell) {
            case Number number when number.doubleValue() == number.intValue() -> number.intValue();
            case String blank when blank.isBlank() -> 0;
            default -> throw new IllegalArgumentException("version: expected a whole number or blank");
        };
    }

    private Optional<Worker> worker(List<?> row, String name) {
        return Worker.parse(cell(row, name).toString());
    }

    private Optional<LocalDate> date(List<?> row, String name) {
        return SheetDate.read(cell(row, name));
    }

    /** Blank where the sheet has no such column. */
    private Object cell(List<?> row, String name) {
        return column(name)
                .<Object>map(index -> index < row.size() ? row.get(index) : "")
                .orElse("");
    }

    private static String text(List<?> row, int index) {
        return index < row.size() ? row.get(index).toString() : "";
    }

    private Optional<Integer> column(String name) {
        List<Integer> found = IntStream.range(0, header.size())
                .filter(index -> HeaderName.same(header.get(index), name))
                .boxed()
                .toList();
        if (found.size() > 1) {
            throw new IllegalArgumentException("column " + name + " stands " + found.size() + " times: expected once");
        }
        return found.stream().findFirst();
    }
}
