package dev.sheetway.verify.checks.table;

import dev.sheetway.contracts.HeaderName;
import dev.sheetway.contracts.plan.AddColumn;
import java.util.List;
import java.util.OptionalInt;

/**
 * A column of the plan and what is known of its place before the live header is read.
 *
 * @param anchoredAt live 0-based column of its anchor; empty: no anchor
 * @param adopted it was there before the migration, so its cells may hold anything of its type
 */
public record PlannedColumn(AddColumn change, OptionalInt anchoredAt, boolean adopted) {

    public String name() {
        return change.name();
    }

    /**
     * Where it stands: the anchor where the header agrees, else the only column of its name, else the anchor (somebody
     * renamed the header), else the first column of its name; -1 when there is none.
     */
    int locate(Header live) {
        List<Integer> named = live.positions(name());
        int anchor = anchoredAt.orElse(-1);
        if (anchor >= 0 && live.name(anchor).equals(HeaderName.normalise(name()))) {
            return anchor;
        }
        if (named.size() == 1 || (anchor < 0 && !named.isEmpty())) {
            return named.getFirst();
        }
        return anchor;
    }
}
