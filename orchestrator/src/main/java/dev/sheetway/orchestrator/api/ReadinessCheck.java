package dev.sheetway.orchestrator.api;

import dev.sheetway.orchestrator.stream.SagaStreams;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when requests and events are being read. */
@Readiness
class ReadinessCheck implements HealthCheck {
    private final SagaStreams streams;

    ReadinessCheck(SagaStreams streams) {
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
