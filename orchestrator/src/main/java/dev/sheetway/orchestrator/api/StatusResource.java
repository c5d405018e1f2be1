package dev.sheetway.orchestrator.api;

import dev.sheetway.orchestrator.stream.SagaCounters;
import dev.sheetway.orchestrator.stream.SagaStreams;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;

/** What this process knows; with several orchestrators, each knows the spreadsheets of its own partitions. */
@Path("/")
public class StatusResource {
    private final SagaStreams streams;

    StatusResource(SagaStreams streams) {
        this.streams = streams;
    }

    /** @param state Kafka Streams' own name, or {@code WAITING_FOR_BROKER} */
    public record Status(String state, SagaCounters.Snapshot counters, List<MigrationStatus> migrations) {}

    @GET
    @Path("api/status")
    @Produces(MediaType.APPLICATION_JSON)
    public Status status() {
        List<MigrationStatus> newestFirst = streams.spreadsheets().stream()
                .flatMap(each -> MigrationStatus.of(each).stream())
                .sorted(Comparator.comparing(MigrationStatus::acceptedAt).reversed())
                .toList();
        return new Status(streams.state(), streams.counters(), newestFirst);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public String page() {
        return StatusPage.of(status());
    }
}
