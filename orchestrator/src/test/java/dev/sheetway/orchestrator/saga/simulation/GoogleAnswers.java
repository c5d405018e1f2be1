package dev.sheetway.orchestrator.saga.simulation;

import java.util.ArrayList;
import java.util.List;

/**
 * One way in which Google may answer the questions that only a real account can settle, as far as they reach the saga.
 *
 * @param takenSlot what a batch gets whose slot is taken
 * @param staleReads a read may show the sheet as it was before the newest batch
 * @param refusesDeletion the first deletion of columns is refused (protected, merged, array formula) until a person helps
 * @param tellsRetryAfter a quota answer says how long to wait
 */
record GoogleAnswers(TakenSlot takenSlot, boolean staleReads, boolean refusesDeletion, boolean tellsRetryAfter) {
    enum TakenSlot {
        /** 400 or 409: definitely not applied, and slot and record are read. */
        REFUSED,
        /** 5xx: nobody knows. */
        SERVER_ERROR
    }

    static final List<GoogleAnswers> ALL = all();

    private static List<GoogleAnswers> all() {
        List<GoogleAnswers> all = new ArrayList<>();
        for (TakenSlot taken : TakenSlot.values()) {
            for (int bits = 0; bits < 8; bits++) {
                all.add(new GoogleAnswers(taken, (bits & 1) > 0, (bits & 2) > 0, (bits & 4) > 0));
            }
        }
        return List.copyOf(all);
    }
}
