package dev.sheetway.emulator.http;

import java.util.Optional;

/** Looks at every API call before and after it is handled: counts, quotas and faults. */
public interface Gate {

    /** What happens instead of an ordinary answer. */
    sealed interface Interruption {

        /** Another answer. */
        record Answer(ApiResponse response) implements Interruption {}

        /** The connection is closed without an answer. */
        record Close() implements Interruption {}

        /** Half of the ordinary answer, then the connection is closed. */
        record Truncate() implements Interruption {}
    }

    /** Called before the caller is known; may wait. */
    Optional<Interruption> before(Route route, ApiRequest request, String spreadsheetId);

    /** Called when the caller is known and has the scopes; refuses what is over quota. */
    void admit(Call call);

    /** Called after the handler, and so after its commit, when it refused nothing; may wait. */
    Optional<Interruption> after(Route route, ApiRequest request, String spreadsheetId, ApiResponse response);

    /** Called last, once for each {@link #before}. */
    void ended(String spreadsheetId);
}
