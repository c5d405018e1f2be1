package dev.sheetway.orchestrator.stream;

import dev.sheetway.contracts.CommandId;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.TraceId;
import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.orchestrator.saga.Input;
import dev.sheetway.orchestrator.saga.OutstandingCommands;
import dev.sheetway.orchestrator.saga.SagaFold;
import dev.sheetway.orchestrator.saga.SpreadsheetState;
import dev.sheetway.wire.CommandCodec;
import dev.sheetway.wire.JournalCodec;
import dev.sheetway.wire.WireMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Puts decisions into effect: state into the store, entries into the journal, new commands to the participants. */
final class SagaHost {
    private final SagaShell shell;
    private final SagaStore store;
    private final ProcessorContext<byte[], byte[]> context;

    SagaHost(SagaShell shell, SagaStore store, ProcessorContext<byte[], byte[]> context) {
        this.shell = shell;
        this.store = store;
        this.context = context;
    }

    void decide(SpreadsheetId id, Input input, Instant appendTime, Origin origin) {
        SpreadsheetState before = store.load(id);
        List<JournalEntry> entries = shell.decider().decide(before, input, appendTime);
        if (entries.isEmpty()) {
            shell.counters().ignored();
            SagaLog.ignored(id, input, origin);
            return;
        }
        SpreadsheetState after = before;
        for (JournalEntry entry : entries) {
            after = SagaFold.evolve(after, entry);
        }
        store.save(after);
        Traces traces = new Traces(before, input, after);
        publish(entries, traces, origin, appendTime);
        commandNew(before, after, appendTime);
        shell.counters().decided(entries.size());
    }

    private void publish(List<JournalEntry> entries, Traces traces, Origin origin, Instant at) {
        for (int i = 0; i < entries.size(); i++) {
            JournalEntry entry = entries.get(i);
            MigrationId id = entry.header().migrationId();
            String entryId = EntryIds.of(id, origin, i);
            forward(JournalCodec.encode(entry, entryId).traced(traces.of(id)), at, Nodes.JOURNAL);
            SagaLog.decided(entry, origin);
        }
    }

    private void commandNew(SpreadsheetState before, SpreadsheetState after, Instant at) {
        Set<CommandId> known = OutstandingCommands.of(before).stream()
                .map(each -> each.header().commandId())
                .collect(Collectors.toSet());
        List<Command> fresh = OutstandingCommands.of(after).stream()
                .filter(each -> !known.contains(each.header().commandId()))
                .toList();
        fresh.forEach(command -> send(after, command, at));
        if (!fresh.isEmpty() && shell.commits().take(context.currentSystemTimeMs())) {
            context.commit();
        }
    }

    /** Sends what is outstanding once more, under the same ids: participants answer a copy without a second effect. */
    void resend(SpreadsheetId id, Instant at) {
        SpreadsheetState state = store.load(id);
        for (Command command : OutstandingCommands.of(state)) {
            shell.counters().resent();
            SagaLog.resent(command);
            send(state, command, at);
        }
    }

    private void send(SpreadsheetState state, Command command, Instant at) {
        MigrationId id = command.header().migrationId();
        TraceId trace = state.traceOf(id).orElseGet(() -> TraceId.of(id));
        forward(CommandCodec.encode(command, at).traced(trace), at, Nodes.commands(command.participant()));
    }

    private void forward(WireMessage message, Instant at, String node) {
        byte[] key = message.key().getBytes(StandardCharsets.UTF_8);
        context.forward(new Record<>(key, message.value(), at.toEpochMilli(), message.headers()), node);
    }
}
