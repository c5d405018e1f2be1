package dev.sheetway.emulator.formula;

import org.jspecify.annotations.Nullable;

/**
 * Rewrites the references of formulas when the sheets they point to change. A deleted target becomes {@code #REF!} and never
 * heals [KNOW, universal behaviour of Sheets].
 */
public final class ReferenceShift {

    private ReferenceShift() {}

    /**
     * After an axis of the sheet {@code changed} changed.
     *
     * @param home title of the sheet that holds the formula
     */
    public static String axis(String formula, String home, String changed, AxisChange change) {
        return FormulaText.rewrite(formula, reference -> {
            String title = reference.title() == null ? home : reference.title();
            return title.equalsIgnoreCase(changed) ? shifted(reference, change) : reference.print();
        });
    }

    /** After a sheet was deleted. */
    public static String sheetDeleted(String formula, String deleted) {
        return FormulaText.rewrite(
                formula,
                reference -> deleted.equalsIgnoreCase(reference.title()) ? FormulaText.BROKEN : reference.print());
    }

    /** After a sheet was renamed. */
    public static String sheetRenamed(String formula, String from, String to) {
        return FormulaText.rewrite(
                formula,
                reference -> (from.equalsIgnoreCase(reference.title()) ? reference.withTitle(to) : reference).print());
    }

    private static String shifted(Reference reference, AxisChange change) {
        Reference.Corner first = reference.first();
        Reference.Corner second = reference.second() == null ? first : reference.second();
        Integer a = position(first, change.rows());
        Integer b = position(second, change.rows());
        if (a == null && b == null) {
            return reference.print();
        }
        Moved moved = a == null || b == null ? open(a, b, change) : closed(a, b, change);
        if (moved == null) {
            return FormulaText.BROKEN;
        }
        Reference.Corner movedFirst = at(first, change.rows(), moved.first);
        Reference.Corner movedSecond = at(second, change.rows(), moved.second);
        return new Reference(reference.title(), movedFirst, reference.second() == null ? null : movedSecond).print();
    }

    private record Moved(@Nullable Integer first, @Nullable Integer second) {}

    private static @Nullable Moved closed(int a, int b, AxisChange change) {
        Span span = change.apply(new Span(Math.min(a, b), Math.max(a, b) + 1));
        if (span == null) {
            return null;
        }
        return a <= b ? new Moved(span.start(), span.end() - 1) : new Moved(span.end() - 1, span.start());
    }

    private static @Nullable Moved open(@Nullable Integer a, @Nullable Integer b, AxisChange change) {
        int start = a != null ? a : b != null ? b : 0;
        Span span = change.apply(new Span(start, Integer.MAX_VALUE / 2));
        if (span == null) {
            return null;
        }
        return a != null ? new Moved(span.start(), null) : new Moved(null, span.start());
    }

    private static @Nullable Integer position(Reference.Corner corner, boolean rows) {
        return rows ? corner.row() : corner.column();
    }

    private static Reference.Corner at(Reference.Corner corner, boolean rows, @Nullable Integer position) {
        return rows ? corner.at(corner.column(), position) : corner.at(position, corner.row());
    }
}
