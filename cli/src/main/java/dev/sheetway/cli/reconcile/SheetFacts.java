package dev.sheetway.cli.reconcile;

import java.util.ArrayList;
import java.util.List;

/**
 * What a spreadsheet tells of one migration.
 *
 * @param applied paths of effects that took effect, {@code step/DIRECTION/epoch}
 * @param fenced paths of effects that never happened and never can
 * @param columns normalised headers of the columns that carry its anchor
 */
record SheetFacts(
        List<String> applied, List<String> fenced, List<String> columns, boolean locks, boolean namedBySchemaVersion) {
    static final SheetFacts NONE = new SheetFacts(List.of(), List.of(), List.of(), false, false);

    /** How far it came, as the sheet alone tells. */
    enum Standing {
        /** Nothing but perhaps a backup. */
        NOTHING,
        /** The lock is taken, nothing is changed. */
        OPENED,
        /** Changed and not closed. */
        HALF_WAY,
        COMPLETED,
        /** Being taken back, not closed. */
        ROLLING_BACK,
        ROLLED_BACK;

        String wireName() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    Standing standing() {
        boolean takingBack = has("expand/ROLLBACK") || has("backup/ROLLBACK") || !fenced.isEmpty();
        if (locks) {
            return takingBack ? Standing.ROLLING_BACK : has("expand/FORWARD") ? Standing.HALF_WAY : Standing.OPENED;
        }
        if (has("close/ROLLBACK")) {
            return Standing.ROLLED_BACK;
        }
        if (takingBack) {
            return Standing.ROLLING_BACK;
        }
        if (has("close/FORWARD") || namedBySchemaVersion) {
            return Standing.COMPLETED;
        }
        return has("expand/FORWARD") || !columns.isEmpty() ? Standing.HALF_WAY : Standing.NOTHING;
    }

    /** @param leg {@code step/DIRECTION} */
    boolean has(String leg) {
        return applied.stream().anyMatch(path -> path.startsWith(leg + "/"));
    }

    SheetFacts applied(String path) {
        return new SheetFacts(plus(applied, path), fenced, columns, locks, namedBySchemaVersion);
    }

    SheetFacts fenced(String path) {
        return new SheetFacts(applied, plus(fenced, path), columns, locks, namedBySchemaVersion);
    }

    SheetFacts anchored(String column) {
        return new SheetFacts(applied, fenced, plus(columns, column), locks, namedBySchemaVersion);
    }

    SheetFacts locking() {
        return new SheetFacts(applied, fenced, columns, true, namedBySchemaVersion);
    }

    SheetFacts namedBySchema() {
        return new SheetFacts(applied, fenced, columns, locks, true);
    }

    private static List<String> plus(List<String> all, String more) {
        List<String> longer = new ArrayList<>(all);
        longer.add(more);
        return List.copyOf(longer);
    }
}
