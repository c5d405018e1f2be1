package dev.sheetway.schema.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A formula, told apart into references and the rest. */
final class MovedFormula {
    private static final Pattern TOKEN =
            Pattern.compile("(" + FormulaReferences.TEXT.pattern() + ")|" + FormulaReferences.REFERENCE.pattern());
    private static final Pattern ANY = Pattern.compile("(" + FormulaReferences.TEXT.pattern()
            + ")|(?:(?:'(?:[^']|'')+'|[\\p{L}\\p{N}_.]+)!)?#REF!|" + FormulaReferences.REFERENCE.pattern());

    private MovedFormula() {}

    /**
     * The formula once the columns of a tab have moved.
     *
     * @param ownTab title of the tab that the formula stands on
     * @param place where a column of {@code tab} stands now, 0-based; empty: nobody knows
     * @return empty when it refers to a column of that kind
     */
    static Optional<String> of(String formula, String ownTab, String tab, IntFunction<Optional<Integer>> place) {
        StringBuilder moved = new StringBuilder(formula.length());
        Matcher token = TOKEN.matcher(formula);
        int done = 0;
        while (token.find()) {
            if (token.group(1) == null
                    && FormulaReferences.title(token.group(2), ownTab).equalsIgnoreCase(tab)) {
                for (int group : columns(token)) {
                    Optional<Integer> now = place.apply(FormulaReferences.index(token.group(group)));
                    if (now.isEmpty()) {
                        return Optional.empty();
                    }
                    moved.append(formula, done, token.start(group)).append(A1.column(now.get()));
                    done = token.end(group);
                }
            }
        }
        return Optional.of(moved.append(formula, done, formula.length()).toString());
    }

    private static List<Integer> columns(MatchResult token) {
        return Stream.of(3, 4, 5, 6).filter(group -> token.group(group) != null).toList();
    }

    /** What is left of two formulas that differ in references alone, broken ones included. */
    static List<String> rest(String formula) {
        List<String> rest = new ArrayList<>();
        Matcher token = ANY.matcher(formula);
        int done = 0;
        while (token.find()) {
            if (token.group(1) == null) {
                rest.add(formula.substring(done, token.start()));
                done = token.end();
            }
        }
        rest.add(formula.substring(done));
        return rest;
    }
}
