package dev.sheetway.schema.planner;

import dev.sheetway.contracts.HeaderName;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The header row of a tab.
 *
 * @param texts from the first column to the last one that has a header; blanks as empty text
 */
public record HeaderRow(List<String> texts) {
    public HeaderRow {
        int end = texts.size();
        while (end > 0 && texts.get(end - 1).isBlank()) {
            end--;
        }
        texts = List.copyOf(texts.subList(0, end));
    }

    /** Number of columns that have a header. */
    public int count() {
        return (int) texts.stream().filter(text -> !text.isBlank()).count();
    }

    /** 0-based indexes of the columns of that name after normalisation. */
    public List<Integer> positions(String name) {
        return IntStream.range(0, texts.size())
                .filter(index -> !texts.get(index).isBlank() && HeaderName.same(texts.get(index), name))
                .boxed()
                .toList();
    }

    /** The first column of that name. */
    public OptionalInt position(String name) {
        return positions(name).stream().mapToInt(Integer::intValue).findFirst();
    }
}
