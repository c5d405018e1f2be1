package dev.sheetway.schema.planner;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A formula, told apart into references and the rest. */
final class MovedFormula {
    private static final Pattern TOKEN =
            Pattern.compile("(" + FormulaReferences.TEXT.pattern() + ")|" + FormulaReferences.REFERENCE.pattern());
    private static final Pattern BROKEN = Pattern.compile(
            "(" + FormulaReferences.TEXT.pattern() + ")|(?:(?:'(?:[^']|'')+'|[\\p{L}\\p{N}_.]+)!)?#REF!");

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

    /**
     * What is left of a formula once columns of a tab are deleted, as Google says: a range ends at the next column that
     * is there.
     *
     * @param place where a column stands now, 0-based; empty: it is gone or nobody knows
     * @param gone whether a column was deleted
     * @return empty when it refers to a column of which nobody knows
     */
    static Optional<String> left(
            String formula, String ownTab, String tab, IntFunction<Optional<Integer>> place, IntPredicate gone) {
        StringBuilder left = new StringBuilder(formula.length());
        Matcher token = TOKEN.matcher(formula);
        int done = 0;
        while (token.find()) {
            if (token.group(1) != null
                    || !FormulaReferences.title(token.group(2), ownTab).equalsIgnoreCase(tab)) {
                continue;
            }
            List<Integer> groups = columns(token);
            int first = FormulaReferences.index(token.group(groups.getFirst()));
            int last = FormulaReferences.index(token.group(groups.getLast()));
            int firstLeft = next(first, last, gone);
            if (firstLeft < 0) {
                left.append(formula, done, token.start()).append(Formulas.BROKEN);
                done = token.end();
                continue;
            }
            for (int group : groups) {
                int end = group == groups.getFirst() ? firstLeft : next(last, first, gone);
                Optional<Integer> now = place.apply(end);
                if (now.isEmpty()) {
                    return Optional.empty();
                }
                left.append(formula, done, token.start(group)).append(A1.column(now.get()));
                done = token.end(group);
            }
        }
        return Optional.of(left.append(formula, done, formula.length()).toString());
    }

    /** The first column from one to another that is not gone; -1: none. */
    private static int next(int from, int to, IntPredicate gone) {
        int step = from <= to ? 1 : -1;
        for (int column = from; column != to + step; column += step) {
            if (!gone.test(column)) {
                return column;
            }
        }
        return -1;
    }

    /** Broken references may name their tab still, and references are told in either case. */
    static boolean same(String one, String other) {
        return brokenAlike(one).equalsIgnoreCase(brokenAlike(other));
    }

    private static String brokenAlike(String formula) {
        return BROKEN.matcher(formula)
                .replaceAll(
                        found -> Matcher.quoteReplacement(found.group(1) == null ? Formulas.BROKEN : found.group()));
    }
}
