package dev.sheetway.emulator.sheets.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** One request kind: changes the working copy and answers its part of the reply, empty for {@code {}}. */
@FunctionalInterface
interface Kind {

    Optional<ObjectNode> apply(BatchContext batch, ObjectNode request);

    /** A kind that answers nothing. */
    @FunctionalInterface
    interface Silent {
        void apply(BatchContext batch, ObjectNode request);
    }

    static Kind silent(Silent kind) {
        return (batch, request) -> {
            kind.apply(batch, request);
            return Optional.empty();
        };
    }
}
