package dev.sheetway.orchestrator.saga;

import dev.sheetway.contracts.MigrationId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is remembered of requests that were answered before. */
final class KnownRequests {
    private KnownRequests() {}

    /** How a request stands to those of the same id. */
    sealed interface Standing {
        record New() implements Standing {}

        /** It says what one of them said. */
        record Copy() implements Standing {}

        /** @param before type of the request that had the id first */
        record Reused(String before) implements Standing {}
    }

    /** Whether a request with that id was read before. */
    static boolean isTaken(SpreadsheetState state, String requestId) {
        return !contents(state, requestId).isEmpty();
    }

    /** @param content see {@link RequestContent} */
    static Standing standing(SpreadsheetState state, String requestId, String content) {
        List<Optional<String>> known = contents(state, requestId);
        if (known.isEmpty()) {
            return new Standing.New();
        }
        return known.stream().anyMatch(each -> each.isEmpty() || each.get().equals(content))
                ? new Standing.Copy()
                : new Standing.Reused(RequestContent.type(known.getFirst().orElseThrow()));
    }

    private static List<Optional<String>> contents(SpreadsheetState state, String requestId) {
        MigrationId id = MigrationId.of(state.spreadsheetId(), requestId);
        Stream<Acceptance> accepted = Stream.concat(
                state.active(id).map(Migration::acceptance).stream(),
                state.ended(id).map(MigrationSummary::acceptance).stream());
        return Stream.concat(
                        accepted.map(each -> Optional.of(RequestContent.of(each))),
                        state.answered(requestId).map(AnsweredRequest::content))
                .toList();
    }
}
