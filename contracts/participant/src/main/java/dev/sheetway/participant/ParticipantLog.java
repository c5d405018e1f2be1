package dev.sheetway.participant;

import dev.sheetway.contracts.command.CommandHeader;
import dev.sheetway.contracts.event.Failure;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Every line that this module writes to the log. Runbook ids: {@code SW-P…}, an ERROR with one asks for a person.
 */
final class ParticipantLog {
    private static final Logger LOG = Logger.getLogger("dev.sheetway.participant");

    private ParticipantLog() {}

    static void completed(CommandHeader command, Duration duration, String summary) {
        LOG.infof("step completed %s durationMs=%d summary=\"%s\"", fields(command), duration.toMillis(), summary);
    }

    static void failed(CommandHeader command, Duration duration, Failure failure) {
        LOG.warnf(
                "step failed %s durationMs=%d class=%s code=%s error=\"%s\"",
                fields(command), duration.toMillis(), failure.failureClass(), failure.code(), failure.message());
    }

    static void bug(CommandHeader command, Throwable bug) {
        LOG.errorf(
                Unquoted.of(bug),
                "SW-P001 step ended with an unexpected exception, answered as FAILED %s",
                fields(command));
    }

    static void answeredAgain(CommandHeader command) {
        LOG.infof("command delivered again, answered from memory %s", fields(command));
    }

    static void quarantined(Delivery delivery, String reason) {
        LOG.errorf("SW-P002 unreadable command quarantined %s reason=\"%s\"", fields(delivery), reason);
    }

    static void hung(CommandHeader command, Duration silence) {
        LOG.errorf(
                "SW-P003 command gave no sign of life, the process ends so that another can take it up %s silenceMs=%d",
                fields(command), silence.toMillis());
    }

    static void fatal(String what, Throwable cause) {
        LOG.errorf(cause, "SW-P004 messaging cannot go on, the process ends so that it is restarted what=\"%s\"", what);
    }

    static void deadChannel(Object channels) {
        LOG.errorf("SW-P006 a channel is dead, the process ends so that it is restarted channels=%s", channels);
    }

    static void broken(Delivery delivery, Throwable bug) {
        LOG.errorf(Unquoted.of(bug), "SW-P005 command could not be handled, the process ends %s", fields(delivery));
    }

    static void sendRetried(String event, int partition, Throwable failure) {
        LOG.warnf("event not accepted yet, sent again event=%s partition=%d error=\"%s\"", event, partition, failure);
    }

    static void optionalEventLost(Throwable failure) {
        LOG.debugf("event that nothing depends on was not accepted error=\"%s\"", failure);
    }

    static void assigned(Object partitions) {
        LOG.infof("command partitions assigned partitions=%s", partitions);
    }

    static void endsUnknown(Throwable failure) {
        LOG.warnf(
                "ends of the command partitions unknown, every command counts as one that may have run before"
                        + " error=\"%s\"",
                failure);
    }

    static void draining(int pending) {
        LOG.infof("shutting down, finishing what runs commands=%d", pending);
    }

    static void notDrained(int pending) {
        LOG.warnf("shut down with commands unanswered, they will be delivered again commands=%d", pending);
    }

    private static String fields(CommandHeader command) {
        return "migrationId=" + command.migrationId() + " spreadsheetId=" + command.spreadsheetId() + " step="
                + command.step().wireName() + " direction=" + command.direction() + " commandId=" + command.commandId()
                + " attempt=" + command.attempt();
    }

    private static String fields(Delivery delivery) {
        return "topic=" + delivery.record().topic() + " partition=" + delivery.partition() + " offset="
                + delivery.record().offset();
    }
}
