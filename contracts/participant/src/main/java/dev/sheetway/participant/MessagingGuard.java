package dev.sheetway.participant;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.health.HealthReport;
import io.smallrye.reactive.messaging.providers.extension.HealthCenter;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Ends the process when a channel is dead. SmallRye stops a channel after a failure that it cannot retry (a consumer
 * that was fenced, a topic that may not be read), marks it as not alive and leaves it at that: on a machine without an
 * orchestrator of containers nobody would look.
 */
@Singleton
class MessagingGuard {
    private static final long PERIOD_SECONDS = 2;

    private final HealthCenter health;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("messaging-guard").factory());

    MessagingGuard(HealthCenter health) {
        this.health = health;
    }

    void onStart(@Observes StartupEvent event) {
        var unused = timer.scheduleWithFixedDelay(this::check, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    void onShutdown(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    private void check() {
        HealthReport liveness = health.getLiveness();
        if (!liveness.isOk()) {
            ParticipantLog.deadChannel(liveness.getChannels().stream()
                    .filter(channel -> !channel.isOk())
                    .map(channel -> channel.getChannel() + ": " + channel.getMessage())
                    .toList());
            ProcessExit.CANNOT_GO_ON.halt();
        }
    }
}
