package dev.sheetway.cli.scaffold;

import dev.sheetway.contracts.HeaderName;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which column tells rows apart: texts or whole numbers, no two the same, in most rows. A column is forgotten at its first
 * repeated value, so memory holds the values of a few columns, as hashes.
 */
final class KeyGuess {
    private record Candidate(Set<Long> seen, int filled) {}

    private final List<String> headers;
    private final Map<Integer, Candidate> candidates = new TreeMap<>();
    private int rows;

    KeyGuess(List<String> headers) {
        this.headers = headers;
        Map<String, Integer> names = new HashMap<>();
        headers.forEach(header -> names.merge(HeaderName.normalise(header), 1, Integer::sum));
        for (int column = 0; column < headers.size(); column++) {
            String name = HeaderName.normalise(headers.get(column));
            if (!name.isEmpty() && names.getOrDefault(name, 0) == 1) {
                candidates.put(column, new Candidate(new HashSet<>(), 0));
            }
        }
    }

    /** A row below the header, from the first column on. */
    void add(List<Cell> cells) {
        if (cells.stream().allMatch(cell -> cell.content().isBlank())) {
            return;
        }
        rows++;
        for (int column : new ArrayList<>(candidates.keySet())) {
            if (column < cells.size() && !cells.get(column).content().isBlank()) {
                take(column, cells.get(column).content());
            }
        }
    }

    private void take(int column, CellContent content) {
        Candidate candidate = candidates.getOrDefault(column, new Candidate(new HashSet<>(), 0));
        if (isKey(content) && candidate.seen().add(hash(content.asText()))) {
            candidates.put(column, new Candidate(candidate.seen(), candidate.filled() + 1));
        } else {
            candidates.remove(column);
        }
    }

    private static boolean isKey(CellContent content) {
        return content instanceof CellContent.Text
                || (content instanceof CellContent.Number number && number.value() == Math.rint(number.value()));
    }

    private static long hash(String text) {
        long hash = 1125899906842597L;
        for (int i = 0; i < text.length(); i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return hash;
    }

    /** The header of the column; empty: none is fit, and a row is real when any of its cells is not blank. */
    Guess<Optional<String>> guess() {
        Optional<Map.Entry<Integer, Candidate>> best = candidates.entrySet().stream()
                .filter(each -> 2 * each.getValue().filled() > rows)
                .reduce((one, other) ->
                        other.getValue().filled() > one.getValue().filled() ? other : one);
        return best.map(found -> new Guess<>(
                        Optional.of(headers.get(found.getKey())),
                        "filled in " + found.getValue().filled() + " of " + rows
                                + " rows, no value twice; a row is real when this is not blank"))
                .orElseGet(() -> new Guess<>(
                        Optional.empty(),
                        "no column is filled in most of " + rows
                                + " rows without a value twice; without one a row is real when any cell is not blank"));
    }
}
