package dev.sheetway.schema.planner;

import dev.sheetway.contracts.HeaderName;
import dev.sheetway.contracts.event.Failure;
import java.util.List;
import java.util.Optional;

/** Compares a header with the one that a plan expects, column by column, after normalisation. */
final class HeaderDrift {
    private HeaderDrift() {}

    /**
     * The first place where they differ.
     *
     * @param ours indexes of columns that the plan itself adds: passed over
     * @param headerRow 1-based
     */
    static Optional<Failure> first(
            List<String> expected, HeaderRow header, List<Integer> ours, int headerRow, Refusals refusals) {
        int next = 0;
        int index = 0;
        for (; index < header.texts().size(); index++) {
            if (ours.contains(index)) {
                continue;
            }
            String wanted = next < expected.size() ? expected.get(next) : "";
            if (!HeaderName.same(wanted, header.texts().get(index))) {
                String found = header.texts().get(index);
                return Optional.of(refusals.headerDrift(
                        A1.cell(headerRow - 1, index),
                        wanted,
                        found,
                        name(expected, header, wanted, found, headerRow)));
            }
            next++;
        }
        return next < expected.size()
                ? Optional.of(refusals.headerDrift(
                        A1.cell(headerRow - 1, index),
                        expected.get(next),
                        "",
                        name(expected, header, expected.get(next), "", headerRow)))
                : Optional.empty();
    }

    /** What somebody did to the column: renamed, moved, deleted it, or inserted another. */
    private static String name(List<String> expected, HeaderRow header, String wanted, String found, int headerRow) {
        boolean known = expected.stream().anyMatch(text -> HeaderName.same(text, found));
        if (wanted.isEmpty() || (!known && header.position(wanted).isPresent())) {
            return "column \"" + found + "\" was inserted";
        }
        if (header.position(wanted).isPresent()) {
            return "column \"" + wanted + "\" was moved to "
                    + A1.cell(headerRow - 1, header.position(wanted).getAsInt());
        }
        return found.isEmpty() || known
                ? "column \"" + wanted + "\" was deleted"
                : "column \"" + wanted + "\" was renamed to \"" + found + "\"";
    }
}
