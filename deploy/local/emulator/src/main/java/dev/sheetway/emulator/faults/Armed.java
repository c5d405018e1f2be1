package dev.sheetway.emulator.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A rule in force, and what it did. Guarded by the gate, but for waiting. */
final class Armed {
    private static final Duration LONGEST_HOLD = Duration.ofMinutes(1);

    private final FaultRule rule;
    private final CountDownLatch takenAway = new CountDownLatch(1);
    private int seen;
    private int fired;
    private @Nullable String firedOn;
    private @Nullable Instant firedAt;
    private @Nullable String refused;

    Armed(FaultRule rule) {
        this.rule = rule;
    }

    FaultRule rule() {
        return rule;
    }

    /** Counts a request that fits. */
    boolean firesNow(String routeId, Instant now) {
        seen++;
        if (!rule.firesOn(seen)) {
            return false;
        }
        fired++;
        firedOn = routeId;
        firedAt = now;
        return true;
    }

    void refuse(String why) {
        refused = why;
    }

    void takeAway() {
        takenAway.countDown();
    }

    /** Returns when the rule is taken away, or after a minute. */
    void hold() {
        try {
            if (!takenAway.await(LONGEST_HOLD.toMillis(), TimeUnit.MILLISECONDS)) {
                takenAway.countDown();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    ObjectNode json() {
        ObjectNode json = rule.json().put("seen", seen).put("fired", fired);
        if (firedAt != null) {
            json.put("firedOn", firedOn).put("firedAt", firedAt.toString());
        }
        if (refused != null) {
            json.put("refused", refused);
        }
        return json;
    }
}
