package dev.sheetway.emulator.formula;

import org.jspecify.annotations.Nullable;

/** A half-open interval on one axis and how it moves when the axis changes. Formulas, named ranges and merges share it. */
public record Span(int start, int end) {

    /** After {@code count} entries were inserted at {@code index}: grows when the insert falls inside [L3P]. */
    public Span inserted(int index, int count) {
        return new Span(start >= index ? start + count : start, end > index ? end + count : end);
    }

    /** After {@code count} entries at {@code index} were deleted; null when nothing is left. */
    public @Nullable Span deleted(int index, int count) {
        int newStart = start <= index ? start : Math.max(index, start - count);
        int newEnd = end <= index ? end : Math.max(index, end - count);
        return newEnd > newStart ? new Span(newStart, newEnd) : null;
    }

    /**
     * After the block of {@code count} entries at {@code from} was moved before {@code destination} (counted before the
     * move): a span inside the block moves along, another sees the block leave and arrive [KNOW].
     */
    public Span moved(int from, int count, int destination) {
        int to = destination > from ? destination - count : destination;
        if (start >= from && end <= from + count) {
            return new Span(start - from + to, end - from + to);
        }
        Span without = deleted(from, count);
        return without == null ? this : without.inserted(to, count);
    }
}
