package dev.sheetway.schema.executor;

import dev.sheetway.contracts.event.StepResult.Expanded;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a command needs to read beside structure and header.
 *
 * @param realRows whether it needs to know which rows are real
 * @param keyColumn where the key column probably stands: asked for in the first call, and again when it stands elsewhere
 * @param expanded read the columns with an initial value that this names; empty: none
 */
record Wish(boolean realRows, OptionalInt keyColumn, Audit audit, Optional<Expanded> expanded) {
    /** What is asked of the plan's audit tab. */
    enum Audit {
        NOTHING,
        /** It must be there, and its last row is wanted. */
        LAST_ROW,
        /** Its last row, but what has begun does without it when somebody deleted the tab. */
        LAST_ROW_IF_THERE
    }

    /** Header and real rows. */
    static Wish rows(OptionalInt keyColumn, Audit audit) {
        return new Wish(true, keyColumn, audit, Optional.empty());
    }

    /** The header alone. */
    static Wish header(Audit audit) {
        return new Wish(false, OptionalInt.empty(), audit, Optional.empty());
    }

    /** Header, real rows and the initialised columns; the audit tab for the step itself and for the close that follows. */
    static Wish initialised(OptionalInt keyColumn, Expanded expanded) {
        return new Wish(true, keyColumn, Audit.LAST_ROW_IF_THERE, Optional.of(expanded));
    }
}
