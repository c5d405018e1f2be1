package dev.sheetway.workspace.google;

import com.google.api.client.http.HttpResponseException;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.workspace.GatewayException;
import java.io.IOException;
import java.time.Duration;

/**
 * Makes calls: waits for quota, fetches the token, classifies what goes wrong, and repeats what certainly had no
 * effect, at most three times in all and within 30 s. Everything else goes back to the caller, because the orchestrator
 * is the one retry authority.
 */
final class GoogleCalls {
    private static final int TRIES = 3;
    private static final long BUDGET = Duration.ofSeconds(30).toNanos();
    private static final Duration FIRST = Duration.ofSeconds(1);

    private final QuotaGate gate;
    private final TokenSource token;
    private final Pace pace;
    private final GatewayListener listener;

    GoogleCalls(QuotaGate gate, TokenSource token, Pace pace, GatewayListener listener) {
        this.gate = gate;
        this.token = token;
        this.pace = pace;
        this.listener = listener;
    }

    /** @throws GatewayException when the call failed, with its class */
    <T> T make(Operation operation, GoogleCall<T> call) {
        long start = pace.nanoTime();
        for (int attempt = 1; ; attempt++) {
            try {
                gate.pass(operation);
                return once(operation, call);
            } catch (GatewayException e) {
                pauseOrThrow(operation, e, attempt, pace.nanoTime() - start);
            } catch (InterruptedException e) {
                throw interrupted(operation);
            }
        }
    }

    private <T> T once(Operation operation, GoogleCall<T> call) {
        String bearer;
        try {
            bearer = token.bearer();
        } catch (IOException e) {
            throw new GatewayException(ErrorClassifier.noToken(operation, e));
        }
        listener.calling(operation.spreadsheet(), operation.kind().calls());
        try {
            return call.make(bearer);
        } catch (HttpResponseException e) {
            // Not as cause: its message is Google's whole answer, which may repeat cell values.
            throw new GatewayException(ErrorClassifier.refused(operation, Refusal.of(e)));
        } catch (IOException e) {
            throw new GatewayException(ErrorClassifier.broken(operation, e), e);
        }
    }

    private void pauseOrThrow(Operation operation, GatewayException problem, int attempt, long elapsed) {
        Failure failure = problem.failure();
        Duration wait = failure.retryAfter().orElseGet(() -> jitter(attempt));
        if (failure.failureClass() != FailureClass.RETRYABLE || attempt >= TRIES || elapsed + wait.toNanos() > BUDGET) {
            throw problem;
        }
        listener.repeating(operation.spreadsheet(), failure, attempt, wait);
        try {
            pace.sleep(wait);
        } catch (InterruptedException e) {
            throw interrupted(operation);
        }
    }

    private Duration jitter(int attempt) {
        double most = FIRST.toNanos() * Math.pow(2, attempt);
        return Duration.ofNanos((long) (most * pace.random()));
    }

    private static GatewayException interrupted(Operation operation) {
        Thread.currentThread().interrupt();
        return new GatewayException(Failure.of(
                FailureClass.RETRYABLE,
                "interrupted",
                operation.words() + " of \"" + operation.spreadsheet()
                        + "\": the process is stopping; nothing written; it is tried again later"));
    }
}
