package dev.sheetway.wire;

import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.command.CommandHeader;
import dev.sheetway.contracts.command.CommandType;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** {@code sheetway.command.*.v1}; {@code ce_id} is the command id. */
public final class CommandCodec {
    private static final String PREFIX = "sheetway.command.";
    private static final Map<String, Class<? extends Command>> TYPES = WireNames.permitted(Command.class);

    private CommandCodec() {}

    /** @param time of the decision */
    public static WireMessage encode(Command command, Instant time) {
        CommandHeader header = command.header();
        return CloudEventRecords.write(
                header.spreadsheetId().value(),
                new CloudEventRecords.Envelope(
                        header.commandId().toString(),
                        "/sheetway/orchestrator",
                        PREFIX + CommandType.of(command).wireName() + ".v1",
                        header.migrationId().toString(),
                        time),
                FlatRecords.write((Record) command));
    }

    /** @throws UnreadableRecord when it is no command */
    public static Command decode(Headers headers, byte @Nullable [] value) {
        CloudEventRecords.Received event = CloudEventRecords.read(headers, value);
        return FlatRecords.read(TYPES, CloudEventRecords.kind(event, PREFIX), CommandHeader.class, event.data());
    }
}
