package dev.sheetway.contracts;

import java.util.UUID;

/** The identity of one attempt at one effect: what an answering event names. */
public record CommandId(UUID value) {

    /** The id of attempt {@code attempt} (from 1) at {@code effect}; the same inputs give the same id after any crash. */
    public static CommandId of(EffectId effect, int attempt) {
        return new CommandId(NameBasedUuid.version5(effect.migrationId().value(), effect.path() + "/" + attempt));
    }

    /** @throws IllegalArgumentException when {@code text} is not a UUID */
    public static CommandId parse(String text) {
        return new CommandId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
