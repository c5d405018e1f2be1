package dev.sheetway.orchestrator.saga;

import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.TraceId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All that is known of one spreadsheet: the fold of its journal entries.
 *
 * @param time of the newest entry; never goes back
 * @param live the one migration that may write; there is no queue behind it
 * @param previews dry runs and verifications under way; they neither block nor are blocked
 * @param reversible completed migrations whose rollback window is open, oldest first, at most {@link
 *     #MOST_REVERSIBLE}; the newest may be rolled back
 * @param ended live migrations that ended, oldest first: those that wrote are kept for ever, those that wrote nothing
 *     for {@link #FORGOTTEN_AFTER}, at most {@link #MOST_WITHOUT_EFFECT}, but the newest {@link #MOST_ABANDONED} refusals for
 *     ever
 * @param answered requests that left no migration behind, oldest first, kept for {@link #FORGOTTEN_AFTER}, at most
 *     {@link AnsweredRequest#MOST}
 * @param forgotten when the newest answer was given that is forgotten; a request that was published before may be one
 *     that ran, and must not run, whatever the log's clock reads now
 */
public record SpreadsheetState(
        SpreadsheetId spreadsheetId,
        Instant time,
        Optional<Migration> live,
        List<Migration> previews,
        List<Migration> reversible,
        List<MigrationSummary> ended,
        List<AnsweredRequest> answered,
        Optional<Instant> forgotten) {

    /** Each holds its plan and its results: the state must fit into one record. */
    static final int MOST_REVERSIBLE = 3;

    static final int MOST_WITHOUT_EFFECT = 512;

    /** Migrations whose lock is known for one that nobody gives back. */
    static final int MOST_ABANDONED = 16;

    /** Twice the age at which a request is too old to run: by then no copy of it can run. */
    static final Duration FORGOTTEN_AFTER = RequestDecisions.OLDEST.multipliedBy(2);

    public SpreadsheetState {
        previews = List.copyOf(previews);
        reversible = List.copyOf(reversible);
        ended = List.copyOf(ended);
        answered = List.copyOf(answered);
    }

    /** A spreadsheet that nobody has asked for anything yet. */
    public static SpreadsheetState untouched(SpreadsheetId spreadsheetId) {
        return new SpreadsheetState(
                spreadsheetId,
                Instant.EPOCH,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    /** The trace of a migration that is under way or remembered; empty for any other. */
    public Optional<TraceId> traceOf(MigrationId id) {
        return active(id)
                .map(Migration::acceptance)
                .or(() -> ended(id).map(MigrationSummary::acceptance))
                .map(each -> each.traceId().orElseGet(() -> TraceId.of(id)));
    }

    /** The newest migrations that ended when they were to be opened, newest first. */
    public List<MigrationId> abandoned() {
        return abandoned(ended);
    }

    private static List<MigrationId> abandoned(List<MigrationSummary> summaries) {
        return summaries.reversed().stream()
                .filter(MigrationSummary::mayLockLate)
                .map(MigrationSummary::migrationId)
                .limit(MOST_ABANDONED)
                .toList();
    }

    /** The live migration, then the previews. */
    public Stream<Migration> active() {
        return Stream.concat(live.stream(), previews.stream());
    }

    /** The active migration or preview with that id. */
    public Optional<Migration> active(MigrationId id) {
        return active().filter(each -> each.id().equals(id)).findFirst();
    }

    Optional<Migration> reversible(MigrationId id) {
        return reversible.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    Optional<MigrationSummary> ended(MigrationId id) {
        return ended.stream().filter(each -> each.migrationId().equals(id)).findFirst();
    }

    /** More than one when the id was used again with other content. */
    Stream<AnsweredRequest> answered(String requestId) {
        return answered.stream().filter(each -> each.requestId().equals(requestId));
    }

    /** The migration that the sheet's present schema comes from. */
    Optional<MigrationSummary> newestInEffect() {
        return ended.reversed().stream().filter(MigrationSummary::inEffect).findFirst();
    }

    SpreadsheetState at(Instant instant) {
        return instant.isAfter(time)
                ? new SpreadsheetState(spreadsheetId, instant, live, previews, reversible, ended, answered, forgotten)
                : this;
    }

    SpreadsheetState withLive(Migration migration) {
        return new SpreadsheetState(
                spreadsheetId, time, Optional.of(migration), previews, reversible, ended, answered, forgotten);
    }

    SpreadsheetState withoutLive() {
        return new SpreadsheetState(
                spreadsheetId, time, Optional.empty(), previews, reversible, ended, answered, forgotten);
    }

    SpreadsheetState withPreview(Migration preview) {
        List<Migration> others = new ArrayList<>(without(previews, preview.id()));
        others.add(preview);
        return new SpreadsheetState(spreadsheetId, time, live, others, reversible, ended, answered, forgotten);
    }

    SpreadsheetState withoutPreview(MigrationId id) {
        return new SpreadsheetState(
                spreadsheetId, time, live, without(previews, id), reversible, ended, answered, forgotten);
    }

    SpreadsheetState withReversible(Migration completed) {
        List<Migration> all = new ArrayList<>(reversible);
        int known = IntStream.range(0, all.size())
                .filter(i -> all.get(i).id().equals(completed.id()))
                .findFirst()
                .orElse(all.size());
        if (known < all.size()) {
            all.set(known, completed);
        } else {
            all.add(completed);
        }
        return new SpreadsheetState(spreadsheetId, time, live, previews, all, ended, answered, forgotten);
    }

    SpreadsheetState withoutReversible(MigrationId id) {
        return new SpreadsheetState(
                spreadsheetId, time, live, previews, without(reversible, id), ended, answered, forgotten);
    }

    /** A migration that was completed and then rolled back keeps one summary, the newer one. */
    SpreadsheetState withEnded(MigrationSummary summary) {
        List<MigrationSummary> all = new ArrayList<>(ended);
        all.removeIf(each -> each.migrationId().equals(summary.migrationId()));
        all.add(summary);
        return remembering(all, answered);
    }

    /** What is known of an ended migration, in the place of what was known before. */
    SpreadsheetState withKnown(MigrationSummary summary) {
        List<MigrationSummary> all = ended.stream()
                .map(each -> each.migrationId().equals(summary.migrationId()) ? summary : each)
                .toList();
        return new SpreadsheetState(spreadsheetId, time, live, previews, reversible, all, answered, forgotten);
    }

    SpreadsheetState withAnswered(AnsweredRequest request) {
        List<AnsweredRequest> all = new ArrayList<>(answered);
        all.removeIf(each ->
                each.requestId().equals(request.requestId()) && each.content().equals(request.content()));
        all.add(request);
        return remembering(ended, all);
    }

    private SpreadsheetState remembering(List<MigrationSummary> summaries, List<AnsweredRequest> answers) {
        List<MigrationId> abandoned = abandoned(summaries);
        Memory<MigrationSummary> kept = Memory.of(
                summaries,
                MigrationSummary::endedAt,
                each -> each.leftNothing() && !abandoned.contains(each.migrationId()),
                MOST_WITHOUT_EFFECT,
                time);
        Memory<AnsweredRequest> known =
                Memory.of(answers, AnsweredRequest::at, each -> true, AnsweredRequest.MOST, time);
        Optional<Instant> newest = Stream.of(forgotten, kept.forgotten(), known.forgotten())
                .flatMap(Optional::stream)
                .max(Instant::compareTo);
        return new SpreadsheetState(spreadsheetId, time, live, previews, reversible, kept.kept(), known.kept(), newest);
    }

    private static List<Migration> without(List<Migration> migrations, MigrationId id) {
        return migrations.stream().filter(each -> !each.id().equals(id)).toList();
    }
}
