package dev.sheetway.examples.zeues;

import java.time.LocalDate;

/**
 * A piece of piping on its way through the workshop.
 *
 * @param tag TAG_SPOOL, its key
 * @param version rises with every change of hands
 */
public record Spool(String tag, Work assembly, Work welding, Occupation occupation, int version) {

    public Spool {
        if (tag.isBlank()) {
            throw new IllegalArgumentException("a spool without a tag");
        }
        if (version < 0) {
            throw new IllegalArgumentException("spool \"" + tag + "\", version " + version + ": expected 0 or more");
        }
    }

    public boolean isOccupied() {
        return occupation instanceof Occupation.Occupied;
    }

    /**
     * Somebody takes it ({@link EventType#TOMAR_SPOOL}).
     *
     * @throws IllegalStateException when somebody holds it
     */
    public Spool taken(Worker holder, LocalDate today) {
        if (isOccupied()) {
            throw new IllegalStateException("spool \"" + tag + "\" is held by somebody: expected nobody");
        }
        return new Spool(tag, assembly, welding, new Occupation.Occupied(holder, today), version + 1);
    }

    /** Its holder lays it down ({@link EventType#PAUSAR_SPOOL}); what was worked stays. */
    public Spool released() {
        return isOccupied() ? new Spool(tag, assembly, welding, new Occupation.Free(), version + 1) : this;
    }
}
