package dev.sheetway.orchestrator.api;

import dev.sheetway.orchestrator.stream.SagaStreams;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Alive until nothing but a new process can help. */
@Liveness
class LivenessCheck implements HealthCheck {
    private final SagaStreams streams;

    LivenessCheck(SagaStreams streams) {
        this.streams = streams;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("saga").status(!streams.isBroken()).build();
    }
}
