package dev.sheetway.verify.checks.table;

import dev.sheetway.contracts.HeaderName;
import dev.sheetway.contracts.event.StepResult.ColumnDigest;
import dev.sheetway.workspace.Cell;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** The header row of one table: texts by 0-based column index, {@code ""} where a cell is blank. */
public final class Header {
    private final List<String> texts;
    private final List<String> names;

    private Header(List<String> texts) {
        this.texts = List.copyOf(texts);
        this.names = texts.stream().map(HeaderName::normalise).toList();
    }

    /** @param cells of the header row from column A on */
    public static Header of(List<Cell> cells) {
        return new Header(cells.stream().map(cell -> cell.content().asText()).toList());
    }

    public static Header ofTexts(List<String> texts) {
        return new Header(texts);
    }

    /** The header that the backup had. */
    public static Header ofBackup(List<ColumnDigest> digests) {
        int width = digests.stream()
                .mapToInt(digest -> digest.columnIndex() + 1)
                .max()
                .orElse(0);
        List<String> texts = new ArrayList<>(Collections.nCopies(width, ""));
        digests.forEach(digest -> texts.set(digest.columnIndex(), digest.header()));
        return new Header(texts);
    }

    /** Number of columns up to the last one with a header. */
    public int width() {
        return texts.size();
    }

    /** Number of columns that have a header. */
    public int count() {
        return (int) texts.stream().filter(text -> !text.isBlank()).count();
    }

    /** The text as it stands; {@code ""} when there is none or beyond the last column. */
    public String text(int column) {
        return column < texts.size() ? texts.get(column) : "";
    }

    /** The normalised text. */
    public String name(int column) {
        return column < names.size() ? names.get(column) : "";
    }

    /** The columns of that header text, after normalisation. */
    public List<Integer> positions(String headerText) {
        String name = HeaderName.normalise(headerText);
        return IntStream.range(0, names.size())
                .filter(column -> names.get(column).equals(name))
                .boxed()
                .toList();
    }

    public boolean has(String headerText) {
        return !positions(headerText).isEmpty();
    }

    /** How a report names the column: its header text, or its letter when it has none. */
    public String label(int column) {
        String text = text(column);
        return text.isBlank() ? letter(column) : text;
    }

    private static String letter(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.toString();
    }
}
