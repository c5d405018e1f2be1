package dev.sheetway.participant;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once Kafka has given this process partitions: before, its spreadsheets may still belong to a dead process. */
@Readiness
@ApplicationScoped
class ParticipantReadiness implements HealthCheck {
    private final CommandPartitions partitions;

    ParticipantReadiness(@Identifier(CommandPartitions.NAME) CommandPartitions partitions) {
        this.partitions = partitions;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("command partitions assigned")
                .status(partitions.any())
                .build();
    }
}
