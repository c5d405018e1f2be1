package dev.sheetway.participant;

import dev.sheetway.contracts.event.Calls;

/** Where an executor tells how far it is. Cheap: at most one report in a second leaves the process. */
@FunctionalInterface
public interface Progress {

    /**
     * @param activity what is being done, without cell values, such as {@code reading "Operaciones"}
     * @param done of {@code total}, in {@code unit}s; a total of 0 means that it is not known
     */
    void report(String activity, long done, long total, String unit);

    /**
     * Whether this command may have been executed before, wholly or in part: the record lay on the topic already when
     * this process was given the partition. False is a promise: nobody executed it before, so nothing of it needs to be
     * looked for.
     */
    default boolean mayHaveRunBefore() {
        return true;
    }

    /** Calls to Google are being made for the command; the answer tells their sum. */
    default void called(Calls more) {}
}
