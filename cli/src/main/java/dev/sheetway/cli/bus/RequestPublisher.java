package dev.sheetway.cli.bus;

import dev.sheetway.cli.CliFailure;
import dev.sheetway.cli.Exit;
import dev.sheetway.contracts.request.Request;
import dev.sheetway.wire.RequestCodec;
import dev.sheetway.wire.Topics;
import java.time.Clock;

/** Puts requests on {@code sheetway.requests}; returns when every replica has them. */
public final class RequestPublisher {
    private final Bus bus;
    private final Clock clock;

    public RequestPublisher(Bus bus, Clock clock) {
        this.bus = bus;
        this.clock = clock;
    }

    /** @throws CliFailure ({@link Exit#UNREACHABLE}) when it may or may not have been stored: same request id again */
    public void publish(Request request) {
        bus.publish(
                RequestCodec.encode(request, "/sheetway/cli", clock.instant()).toRecord(Topics.REQUESTS, null),
                "request \"" + request.requestId() + "\"",
                "run the same command again with --request-id " + request.requestId() + ", which cannot run twice");
    }
}
