package dev.sheetway.cli.drift;

import dev.sheetway.contracts.HeaderName;
import dev.sheetway.workspace.ColumnKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A column as a migration or a baseline left it.
 *
 * @param name text of its header; empty: it has none
 * @param anchors developer metadata ids, oldest first; empty: it can be told by its header alone
 * @param kind declared by a plan or found by a baseline; empty: not known
 */
public record KnownColumn(String name, List<Integer> anchors, Optional<ColumnKind> kind) {
    public KnownColumn {
        anchors = List.copyOf(anchors);
    }

    static KnownColumn named(String name) {
        return new KnownColumn(name, List.of(), Optional.empty());
    }

    boolean isNamed(String other) {
        return !other.isBlank() && HeaderName.same(name, other);
    }

    KnownColumn renamed(String newName) {
        return new KnownColumn(newName, anchors, kind);
    }

    /** @param anchor 0: none */
    KnownColumn anchored(int anchor) {
        if (anchor == 0 || anchors.contains(anchor)) {
            return this;
        }
        List<Integer> more = new ArrayList<>(anchors);
        more.add(anchor);
        return new KnownColumn(name, more, kind);
    }

    KnownColumn of(ColumnKind newKind) {
        return new KnownColumn(name, anchors, Optional.of(newKind));
    }
}
