package dev.sheetway.orchestrator.stream;

import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.contracts.journal.JournalHeader;
import dev.sheetway.orchestrator.saga.Input;
import dev.sheetway.wire.JournalCodec;
import dev.sheetway.wire.UnreadableRecord;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Every line that the orchestrator writes to the log. Runbook ids: {@code SW-O…}, an ERROR with one asks for a person. */
final class SagaLog {
    private static final Logger LOG = Logger.getLogger("dev.sheetway.orchestrator");

    private SagaLog() {}

    static void decided(JournalEntry entry, Origin origin) {
        String kind = JournalCodec.kind(entry);
        switch (entry) {
            case JournalEntry.StepProgressed progressed ->
                LOG.debugf("saga progressed entry=%s %s %s", kind, fields(entry.header()), fields(origin));
            case JournalEntry.RollbackStuck stuck ->
                LOG.errorf(
                        "SW-O001 rollback stuck entry=%s %s %s code=%s error=\"%s\"",
                        kind,
                        fields(entry.header()),
                        fields(origin),
                        stuck.failure().code(),
                        stuck.failure().message());
            case JournalEntry.MigrationPaused paused ->
                LOG.warnf(
                        "migration paused entry=%s %s %s code=%s error=\"%s\"",
                        kind, fields(entry.header()), fields(origin), paused.code(), paused.message());
            case JournalEntry.StepFailed failed ->
                LOG.warnf(
                        "saga transition entry=%s %s %s class=%s code=%s error=\"%s\"",
                        kind,
                        fields(entry.header()),
                        fields(origin),
                        failed.failure().failureClass(),
                        failed.failure().code(),
                        failed.failure().message());
            case JournalEntry.MigrationRejected rejected ->
                LOG.infof(
                        "saga transition entry=%s %s %s code=%s",
                        kind, fields(entry.header()), fields(origin), rejected.code());
            case JournalEntry other ->
                LOG.infof("saga transition entry=%s %s %s", kind, fields(entry.header()), fields(origin));
        }
    }

    static void ignored(SpreadsheetId id, Input input, Origin origin) {
        LOG.debugf(
                "input changed nothing spreadsheetId=%s input=%s %s",
                id, input.getClass().getSimpleName(), fields(origin));
    }

    static void resent(Command command) {
        LOG.infof(
                "outstanding command sent again migrationId=%s spreadsheetId=%s step=%s direction=%s commandId=%s attempt=%d",
                command.header().migrationId(),
                command.header().spreadsheetId(),
                command.header().step().wireName(),
                command.header().direction(),
                command.header().commandId(),
                command.header().attempt());
    }

    static void quarantined(Origin origin, UnreadableRecord unreadable) {
        LOG.errorf("SW-O002 unreadable record quarantined %s reason=\"%s\"", fields(origin), unreadable.getMessage());
    }

    static void state(Object before, Object now) {
        LOG.infof("streams state changed before=%s now=%s", before, now);
    }

    static void brokerUnreachable(String servers, Throwable failure) {
        LOG.warnf("broker not reachable, trying again servers=%s error=\"%s\"", servers, failure);
    }

    static void topicsMissing(Object topics) {
        LOG.warnf("topics are missing, waiting for them topics=%s", topics);
    }

    static void topicsMade(Object topics) {
        LOG.infof("topics made topics=%s", topics);
    }

    static void waitsForQuiet(Object members, Object openTransactions) {
        LOG.infof(
                "waits until no orchestrator runs and no transaction is open members=%s openTransactions=%s",
                members, openTransactions);
    }

    static void rebuilt(Rebuild.Outcome outcome) {
        LOG.infof(
                "store and offsets made from the journal spreadsheets=%d written=%d removed=%d",
                outcome.spreadsheets(), outcome.written(), outcome.removed());
    }

    static void usage(Object arguments) {
        LOG.errorf("arguments %s: expected none, or --rebuild; nothing was started", arguments);
    }

    static void unsafe(String message) {
        LOG.errorf("SW-O003 refuses to start: %s", message);
    }

    static void startFailed(RuntimeException failure) {
        LOG.errorf(failure, "SW-O005 cannot start and ends; a supervisor may try again");
    }

    static void threadReplaced(int replaced, Duration within, Throwable failure) {
        LOG.warnf(failure, "stream thread died and is replaced replaced=%d within=%s", replaced, within);
    }

    static void givesUp(Throwable failure) {
        LOG.errorf(failure, "SW-O004 stream threads keep dying, the process ends so that it is restarted");
    }

    private static String fields(JournalHeader header) {
        return "migrationId=" + header.migrationId() + " spreadsheetId=" + header.spreadsheetId() + " step="
                + header.step().map(step -> step.wireName()).orElse("-") + " direction=" + header.direction()
                + " attempt=" + header.attempt() + " state=" + header.state();
    }

    private static String fields(Origin origin) {
        return "topic=" + origin.topic() + " partition=" + origin.partition() + " offset=" + origin.offset();
    }
}
