package dev.sheetway.verify.checks.table;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A formula without its addresses. Inserting or moving a row or a column rewrites the references of formulas that nobody
 * touched, so references are compared by the column that they mean and, apart from that, by the row.
 *
 * <p>White space outside of quotes and the case of names do not count: Google rewrites both on entry
 * (facts/google-api.md, 12).
 */
final class FormulaShape {
    private static final Pattern CELL = Pattern.compile("(\\$?)([A-Z]{1,3})(\\$?)([0-9]{1,8})");
    private static final Pattern COLUMN = Pattern.compile("\\$?([A-Z]{1,3})");
    private static final Pattern ROW = Pattern.compile("(\\$?)([0-9]{1,8})");

    private final String text;
    private final int row;
    private final ColumnTokens columns;
    private final String tab;
    private long shape = 17;
    private long rows = 19;
    private int at;
    private boolean foreign;

    private FormulaShape(String text, int row, ColumnTokens columns, String tab) {
        this.text = text;
        this.row = row;
        this.columns = columns;
        this.tab = tab;
    }

    /**
     * 60 bits: the upper 30 tell two formulas apart but for the rows that they refer to, the lower 30 those rows.
     *
     * @param row 0-based row of the formula's own cell
     * @param tab title of its tab: a reference with this prefix is a reference within the table
     */
    static long of(String text, int row, ColumnTokens columns, String tab) {
        FormulaShape shape = new FormulaShape(text, row, columns, tab);
        shape.read();
        return (shape.shape >>> 34) << 30 | (shape.rows >>> 34);
    }

    private void read() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                verbatim(quoted('"'));
            } else if (c == '\'') {
                prefix(quoted('\''));
            } else if (isWord(c)) {
                word();
            } else {
                if (!Character.isWhitespace(c)) {
                    verbatim(String.valueOf(c));
                    foreign &= c == ':';
                }
                at++;
            }
        }
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '$' || c == '_' || c == '.';
    }

    private void verbatim(String part) {
        shape = Mix.text(shape, part);
    }

    /** Reads past the closing quote; a doubled quote is part of the text. */
    private String quoted(char quote) {
        int start = at++;
        while (at < text.length()) {
            if (text.charAt(at++) == quote) {
                if (at < text.length() && text.charAt(at) == quote) {
                    at++;
                } else {
                    break;
                }
            }
        }
        return text.substring(start, at);
    }

    private void prefix(String quotedTitle) {
        if (at < text.length() && text.charAt(at) == '!') {
            at++;
            String title = quotedTitle
                    .substring(1, Math.max(1, quotedTitle.length() - 1))
                    .replace("''", "'");
            enter(title);
        } else {
            verbatim(quotedTitle);
        }
    }

    private void enter(String title) {
        foreign = !title.equalsIgnoreCase(tab);
        verbatim(foreign ? title.toUpperCase(Locale.ROOT) + "!" : "!");
    }

    private void word() {
        int start = at;
        while (at < text.length() && isWord(text.charAt(at))) {
            at++;
        }
        String word = text.substring(start, at);
        char next = at < text.length() ? text.charAt(at) : ' ';
        if (next == '!') {
            at++;
            enter(word);
        } else if (next == '(' || foreign || !reference(word.toUpperCase(Locale.ROOT), start, next)) {
            verbatim(word.toUpperCase(Locale.ROOT));
        }
        foreign &= next == ':' || next == '!';
    }

    private boolean reference(String word, int start, char next) {
        Matcher cell = CELL.matcher(word);
        if (cell.matches()) {
            column(cell.group(2));
            row(!cell.group(3).isEmpty(), cell.group(4));
            return true;
        }
        boolean inRange = next == ':' || (start > 0 && text.charAt(start - 1) == ':');
        if (!inRange) {
            return false;
        }
        Matcher wholeColumn = COLUMN.matcher(word);
        if (wholeColumn.matches()) {
            column(wholeColumn.group(1));
            return true;
        }
        Matcher wholeRow = ROW.matcher(word);
        if (wholeRow.matches()) {
            row(!wholeRow.group(1).isEmpty(), wholeRow.group(2));
            return true;
        }
        return false;
    }

    private void column(String letters) {
        int column = 0;
        for (int i = 0; i < letters.length(); i++) {
            column = column * 26 + letters.charAt(i) - 'A' + 1;
        }
        shape = Mix.of(shape, columns.token(column - 1) ^ 0x0C011L);
    }

    private void row(boolean absolute, String number) {
        int target = Integer.parseInt(number) - 1;
        rows = Mix.of(rows, absolute ? target + 0x4000_0000L : target - row);
    }
}
