package dev.sheetway.orchestrator.api;

import dev.sheetway.orchestrator.stream.SagaStreams;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Alive until nothing but a new process can help. */
@org.eclipse.microprofile.health.Liveness
class Liveness implements HealthCheck {
    private final SagaStreams streams;

    Liveness(SagaStreams streams) {
        this.streams = streams;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("saga").status(!streams.isBroken()).build();
    }
}
