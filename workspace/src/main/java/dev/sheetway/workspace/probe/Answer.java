package dev.sheetway.workspace.probe;

import java.util.Optional;

/**
 * What was found out.
 *
 * @param value one of the question's words, {@link #UNCLEAR}, or {@link #NOT_ASKED}
 * @param status of the call that told; empty when it took more than one call
 * @param said Google's words without addresses and ids; empty when it said nothing
 * @param note what else was seen
 */
public record Answer(String value, Optional<Integer> status, String said, String note) {
    /** The experiment went wrong, or ended in a way that nobody thought of. */
    public static final String UNCLEAR = "UNCLEAR";
    /** It needs something that was not given. */
    public static final String NOT_ASKED = "NOT_ASKED";

    static Answer of(String value, Reply reply) {
        return new Answer(value, Optional.of(reply.status()), Words.cleaned(reply.message()), "");
    }

    static Answer seen(String value, String note) {
        return new Answer(value, Optional.empty(), "", note);
    }

    static Answer unclear(String note) {
        return seen(UNCLEAR, note);
    }

    static Answer notAsked(String note) {
        return seen(NOT_ASKED, note);
    }

    /** {@code applied} for a success, {@code refused} for a 400, unclear for everything else. */
    static Answer either(Reply reply, String applied, String refused) {
        if (reply.ok()) {
            return of(applied, reply);
        }
        return reply.refused() ? of(refused, reply) : of(UNCLEAR, reply);
    }

    Answer noting(String more) {
        return new Answer(value, status, said, more);
    }
}
