package dev.sheetway.workspace.fingerprint;

/** Formula texts as far as comparing needs to understand them. */
final class FormulaText {
    private FormulaText() {}

    /** Without white space, except inside of {@code "texts"} and {@code 'tab names'}. */
    static String normalise(String formula) {
        StringBuilder result = new StringBuilder(formula.length());
        char quote = 0;
        for (int i = 0; i < formula.length(); i++) {
            char c = formula.charAt(i);
            if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == quote) {
                // a doubled quote closes and opens at once, which comes to the same
                quote = 0;
            }
            if (quote != 0 || !isSpace(c)) {
                result.append(c);
            }
        }
        return result.toString();
    }

    /**
     * Normalised, and with {@code #} for every cell reference: what stays of a formula when rows or columns are
     * inserted elsewhere and Google moves its references.
     */
    static String skeleton(String formula) {
        String text = normalise(formula);
        StringBuilder result = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int end = c == '"'
                    ? closing(text, i)
                    : Character.isLetterOrDigit(c) || c == '$' || c == '_' ? word(text, i) : i + 1;
            String part = text.substring(i, end);
            boolean reference = isReference(part) && !(end < text.length() && "(!".indexOf(text.charAt(end)) >= 0);
            result.append(reference ? "#" : part);
            i = end;
        }
        return result.toString();
    }

    private static boolean isReference(String word) {
        return word.matches("\\$?[A-Za-z]{1,3}\\$?[0-9]{1,8}|\\$?[A-Za-z]{1,3}|\\$?[0-9]{1,8}")
                && (word.matches(".*[A-Za-z].*") || word.startsWith("$"));
    }

    private static int closing(String text, int open) {
        int end = text.indexOf('"', open + 1);
        return end < 0 ? text.length() : end + 1;
    }

    private static int word(String text, int start) {
        int end = start;
        while (end < text.length()) {
            char c = text.charAt(end);
            if (!Character.isLetterOrDigit(c) && c != '$' && c != '_' && c != '.') {
                return end;
            }
            end++;
        }
        return end;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
