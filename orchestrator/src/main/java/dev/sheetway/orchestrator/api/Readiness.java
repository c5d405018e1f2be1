package dev.sheetway.orchestrator.api;

import dev.sheetway.orchestrator.stream.SagaStreams;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Ready when requests and events are being read. */
@org.eclipse.microprofile.health.Readiness
class Readiness implements HealthCheck {
    private final SagaStreams streams;

    Readiness(SagaStreams streams) {
        this.streams = streams;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("saga")
                .status(streams.isRunning())
                .withData("state", streams.state())
                .build();
    }
}
