package dev.sheetway.orchestrator.stream;

import dev.sheetway.orchestrator.saga.RetryPolicy;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the orchestrator waits and retries; all durations are ISO-8601. */
@ConfigMapping(prefix = "sheetway.orchestrator")
interface OrchestratorSettings {

    /**
     * How often each task looks whether a deadline, a back-off or a rollback window has run out. Longer makes them late,
     * shorter costs nothing but wake-ups: a tick is written only when something is due.
     */
    @WithDefault("PT0.25S")
    Duration tickInterval();

    /** From a task's start to the repetition of its outstanding commands; zero or less is refused by Kafka Streams. */
    @WithDefault("PT2S")
    Duration resendAfter();

    /** How long missing topics are waited for before the start is refused; wrong ones are refused at once. */
    @WithDefault("PT30S")
    Duration topicsGrace();

    Retry retry();

    /** See {@link RetryPolicy}. */
    interface Retry {
        @WithDefault("PT4S")
        Duration retryableBase();

        @WithDefault("PT1S")
        Duration unknownBase();

        @WithDefault("PT5M")
        Duration cap();

        @WithDefault("PT30S")
        Duration quotaFloor();

        @WithDefault("20")
        int attempts();

        @WithDefault("PT6H")
        Duration budget();

        /** Must exceed the 180 s that Google may take over one call, or slow steps are commanded twice. */
        @WithDefault("PT240S")
        Duration answerWithin();

        default RetryPolicy policy() {
            return new RetryPolicy(
                    retryableBase(), unknownBase(), cap(), quotaFloor(), attempts(), budget(), answerWithin());
        }
    }
}
