package dev.sheetway.verify.checks.table;

/** Neighbouring columns of the backup, 0-based and half-open. */
public record Span(int start, int end) {
    public boolean contains(int column) {
        return column >= start && column < end;
    }
}
