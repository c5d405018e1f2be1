package dev.sheetway.participant;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How this process takes commands. Kafka's own settings are in {@code META-INF/microprofile-config.properties}. */
@Singleton
final class ParticipantSettings {
    private final String source;
    private final Duration commandDeadline;
    private final int workers;
    private final Duration shutdownGrace;

    /**
     * @param application name of the service, which is its consumer group too
     * @param commandDeadline longest time that a command may stay without a sign of life before the process ends itself;
     *     shorter than one call to Google may take (200 s), it kills steps that are merely slow
     * @param workers commands that are executed at the same time, 1 or more; each holds one chunk of a sheet in memory
     * @param shutdownGrace how long a shutdown waits for commands that run; what is not answered by then is delivered
     *     again
     */
    ParticipantSettings(
            @ConfigProperty(name = "quarkus.application.name") String application,
            @ConfigProperty(name = "sheetway.command-deadline", defaultValue = "PT230S") Duration commandDeadline,
            @ConfigProperty(name = "sheetway.workers", defaultValue = "4") int workers,
            @ConfigProperty(name = "sheetway.shutdown-grace", defaultValue = "PT20S") Duration shutdownGrace) {
        if (workers < 1) {
            throw new IllegalArgumentException("sheetway.workers is " + workers + ": expected 1 or more");
        }
        if (commandDeadline.isNegative() || commandDeadline.isZero()) {
            throw new IllegalArgumentException(
                    "sheetway.command-deadline is " + commandDeadline + ": expected a positive duration");
        }
        this.source = "/sheetway/" + application;
        this.commandDeadline = commandDeadline;
        this.workers = workers;
        this.shutdownGrace = shutdownGrace;
    }

    /** Of the service, in CloudEvents. */
    String source() {
        return source;
    }

    Duration commandDeadline() {
        return commandDeadline;
    }

    int workers() {
        return workers;
    }

    /** Commands in memory before the channel pauses: enough that a busy spreadsheet leaves room for others. */
    int capacity() {
        return workers * 8;
    }

    Duration shutdownGrace() {
        return shutdownGrace;
    }
}
