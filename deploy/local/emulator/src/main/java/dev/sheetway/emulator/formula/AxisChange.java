package dev.sheetway.emulator.formula;

import org.jspecify.annotations.Nullable;

/** A change of one axis of one sheet, as references, ranges and merges see it. */
public sealed interface AxisChange {

    boolean rows();

    /** Where a span of that axis is afterwards; null when it is gone. */
    @Nullable
    Span apply(Span span);

    /** Entries inserted before {@code index}. */
    record Inserted(boolean rows, int index, int count) implements AxisChange {
        @Override
        public Span apply(Span span) {
            return span.inserted(index, count);
        }
    }

    /** Entries deleted. */
    record Deleted(boolean rows, int index, int count) implements AxisChange {
        @Override
        public @Nullable Span apply(Span span) {
            return span.deleted(index, count);
        }
    }

    /** A block moved before {@code destination}, counted before the move. */
    record Moved(boolean rows, int from, int count, int destination) implements AxisChange {
        @Override
        public Span apply(Span span) {
            return span.moved(from, count, destination);
        }
    }
}
