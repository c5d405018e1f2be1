package dev.sheetway.orchestrator.saga;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepEvent;
import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.contracts.request.Request;
import dev.sheetway.contracts.request.Request.Steering;
import dev.sheetway.orchestrator.fixtures.Answers;
import dev.sheetway.orchestrator.fixtures.TestPlans;
import dev.sheetway.wire.JournalCodec;
import dev.sheetway.wire.PlanJson;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Walks through every state that the decider reaches with every kind of input, and draws what it saw. Nothing here knows
 * a transition: the page is what the code does.
 */
final class StateDiagram {
    private static final MigrationId ID = Story.id("r");
    private static final MigrationPlan PLAN = TestPlans.keepingBackupsFor("P30D");
    private static final SagaDecider PATIENT = new SagaDecider(RetryPolicy.DEFAULT);
    private static final SagaDecider AT_ITS_END = new SagaDecider(atItsEnd(RetryPolicy.DEFAULT));

    /** A kind of input, as the page names it; empty where it makes no sense. */
    private record Kind(
            String name, Function<SpreadsheetState, Optional<Input>> input, Duration later, SagaDecider decider) {
        Kind(String name, Function<SpreadsheetState, Optional<Input>> input) {
            this(name, input, Duration.ZERO, PATIENT);
        }
    }

    private static RetryPolicy atItsEnd(RetryPolicy policy) {
        return new RetryPolicy(
                policy.retryableBase(),
                policy.unknownBase(),
                policy.cap(),
                policy.quotaFloor(),
                1,
                policy.budget(),
                policy.answerWithin());
    }

    record Transition(String from, String input, List<String> entries, String to) {}

    private final Map<String, SpreadsheetState> reached = new LinkedHashMap<>();
    private final Deque<SpreadsheetState> open = new ArrayDeque<>();
    private final Map<String, Transition> transitions = new TreeMap<>();

    static String page() {
        StateDiagram diagram = new StateDiagram();
        diagram.explore();
        return diagram.draw();
    }

    private void explore() {
        SpreadsheetState nothing = SpreadsheetState.untouched(Story.SHEET);
        for (boolean approval : List.of(false, true)) {
            Request request = Story.migrateRequest("r", PLAN, approval);
            take(nothing, new Kind("migrate", state -> Optional.of(new Input.Requested(request, Story.START))));
        }
        take(nothing, new Kind("preview", state -> Optional.of(new Input.Requested(preview(), Story.START))));
        take(nothing, new Kind("baseline", state -> Optional.of(new Input.Requested(baseline(), Story.START))));
        while (!open.isEmpty()) {
            SpreadsheetState state = open.removeFirst();
            kinds().forEach(kind -> take(state, kind));
        }
    }

    private static Request preview() {
        return new Request.Preview("r", Story.SHEET, "ada", PLAN, "sha256:any");
    }

    private static Request baseline() {
        return new Request.Baseline("r", Story.SHEET, "ada", TestPlans.baseline(), "sha256:any");
    }

    private static Request verify() {
        return new Request.Verify("v", Story.SHEET, "ada", PLAN, PlanJson.checksum(PLAN));
    }

    private void take(SpreadsheetState before, Kind kind) {
        Instant at = (before.time().equals(Instant.EPOCH) ? Story.START : before.time()).plus(kind.later());
        List<JournalEntry> entries = kind.input()
                .apply(before)
                .map(input -> kind.decider().decide(before, input, at))
                .orElse(List.of());
        SpreadsheetState after = before;
        for (JournalEntry entry : entries) {
            after = SagaFold.evolve(after, entry);
        }
        List<String> kinds = entries.stream().map(StateDiagram::described).toList();
        if (!entries.isEmpty() && !isRejection(entries)) {
            Transition transition = new Transition(place(before), kind.name(), kinds, place(after));
            transitions.putIfAbsent(transition.toString(), transition);
        }
        if (reached.putIfAbsent(key(after), after) == null) {
            open.addLast(after);
        }
    }

    private static boolean isRejection(List<JournalEntry> entries) {
        return entries.size() == 1 && entries.getFirst() instanceof JournalEntry.MigrationRejected;
    }

    private static String described(JournalEntry entry) {
        return entry instanceof JournalEntry.StepCommanded commanded
                ? "step-commanded(" + commanded.command().wireName() + ")"
                : JournalCodec.kind(entry);
    }

    /** The state and the leg that it is about. */
    private static String place(SpreadsheetState state) {
        return state.active(ID)
                .map(each -> each.state().name() + leg(each))
                .or(() -> state.ended(ID).map(each -> each.outcome().name() + verification(state) + backups(each)))
                .orElse(state.answered("r").findAny().isPresent() ? "(preview ended)" : "(none)");
    }

    private static String backups(MigrationSummary ended) {
        return ended.retention()
                .map(Retention::stage)
                .map(stage -> switch (stage) {
                    case Retention.Kept kept -> kept.failures() == 0 ? ", backups kept" : ", removal AWAITING_RETRY";
                    case Retention.Removing removing -> ", removal RUNNING";
                    case Retention.GivenUp given -> ", removal given up";
                    case Retention.Removed removed -> ", backups removed";
                })
                .orElse("");
    }

    private static String verification(SpreadsheetState state) {
        return state.previews().stream()
                .findFirst()
                .map(each -> ", verification " + each.state().name())
                .orElse("");
    }

    private static String leg(Migration migration) {
        if (migration.isPreview()) {
            return " preview";
        }
        if (migration.isBaseline()) {
            return " baseline";
        }
        return switch (migration.state()) {
            case SagaState.AwaitingRetry waiting -> " " + named(waiting.leg());
            case SagaState.Paused paused -> " " + named(paused.leg());
            case SagaState.RollbackStuck stuck -> " " + named(stuck.leg());
            case SagaState.Running running -> " " + named(running.outstanding().leg());
            case SagaState.RollingBack back -> " " + named(back.outstanding().leg());
            case SagaState.AwaitingApproval waiting -> "";
            case SagaState.Passing passing -> throw Progression.unsettled(migration);
            case SagaState.Ended ended -> throw Progression.unsettled(migration);
        };
    }

    private static String named(Leg leg) {
        return leg.step().wireName() + (leg.direction() == Direction.ROLLBACK ? " (rollback)" : "");
    }

    /** States that differ in more than what the page shows, so that each kind of past is walked through. */
    private static String key(SpreadsheetState state) {
        return place(state)
                + state.active(ID)
                        .map(Migration::trail)
                        .map(trail -> " " + trail.lock() + trail.approval() + trail.mayHaveChangedTheSheet()
                                + trail.undo().map(Undo::remedy))
                        .orElse(" window open: " + !state.reversible().isEmpty()
                                + state.answered("v")
                                        .map(AnsweredRequest::content)
                                        .toList());
    }

    private static List<Kind> kinds() {
        List<Kind> kinds = new ArrayList<>();
        kinds.add(answer("completed", Answers::success));
        kinds.add(answer(
                "completed, already migrated",
                command -> command instanceof Command.OpenMigration ? Answers.alreadyMigrated(command) : null));
        kinds.add(answer("progressed", command -> Answers.progress(command, 1)));
        for (FailureClass failure : FailureClass.values()) {
            kinds.add(answer("failed " + failure, command -> Answers.failure(command, failure, "code")));
        }
        kinds.add(answer(
                "checks failed",
                command -> command instanceof Command.VerifyMigration ? Answers.failedChecks(command) : null));
        kinds.add(new Kind(
                "gave up",
                answer("", command -> Answers.failure(command, FailureClass.UNKNOWN, "code"))
                        .input(),
                Duration.ZERO,
                AT_ITS_END));
        for (Steering steering : Steering.values()) {
            kinds.add(new Kind(steering.name().toLowerCase(java.util.Locale.ROOT), steer(steering)));
        }
        kinds.add(new Kind("time", state -> Optional.of(new Input.Ticked(0)), Duration.ofMinutes(6), PATIENT));
        kinds.add(new Kind("verify", state -> Optional.of(new Input.Requested(verify(), state.time()))));
        kinds.add(new Kind(
                "probation",
                state -> state.active().findAny().isPresent() ? Optional.empty() : Optional.of(new Input.Ticked(0)),
                Duration.ofHours(6),
                PATIENT));
        kinds.add(new Kind(
                "end of the window",
                state -> state.active().findAny().isPresent() ? Optional.empty() : Optional.of(new Input.Ticked(0)),
                Duration.ofDays(7),
                PATIENT));
        kinds.add(new Kind(
                "end of the retention",
                state -> state.active().findAny().isPresent()
                                || !state.reversible().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Input.Ticked(0)),
                Duration.ofDays(30),
                PATIENT));
        return kinds;
    }

    private static Kind answer(String name, Function<Command, @Nullable StepEvent> says) {
        return new Kind(name, state -> OutstandingCommands.of(state).stream()
                .findFirst()
                .flatMap(command -> Optional.ofNullable(says.apply(command)))
                .map(Input.Answered::new));
    }

    private static Function<SpreadsheetState, Optional<Input>> steer(Steering steering) {
        return state -> Optional.of(new Input.Requested(
                new Request.Steer("steer-" + steering, Story.SHEET, "grace", steering, ID, ""), state.time()));
    }

    private String draw() {
        return """
                # States of the saga

                Generated from the code by `SagaStatesTest`, which walks through every state that the decider reaches \
                with every kind of input; it fails when this page differs. Inputs that change nothing and requests that \
                are rejected are left out.

                ```mermaid
                stateDiagram-v2
                %s
                ```

                Each row: the inputs that lead from a state to the next, and the journal entries on the way.

                | state | input | journal entries | next state |
                |---|---|---|---|
                %s
                """.formatted(edges(), rows());
    }

    private String edges() {
        Map<String, Set<String>> inputs = new TreeMap<>();
        transitions.values().forEach(each -> {
            String edge = "    " + node(each.from()) + " --> " + node(each.to());
            if (!node(each.from()).equals(node(each.to()))) {
                inputs.computeIfAbsent(edge, none -> new TreeSet<>()).add(each.input());
            }
        });
        return inputs.entrySet().stream()
                .map(edge -> edge.getKey() + ": " + String.join(", ", edge.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String node(String place) {
        return place.startsWith("(") ? "[*]" : place.split("[ ,]", 2)[0];
    }

    private String rows() {
        Map<List<Object>, Set<String>> inputs = new LinkedHashMap<>();
        transitions.values().stream()
                .sorted(java.util.Comparator.comparing(each -> order(each.from())))
                .forEach(each -> inputs.computeIfAbsent(
                                List.of(each.from(), each.entries(), each.to()), none -> new LinkedHashSet<>())
                        .add(each.input()));
        return inputs.entrySet().stream()
                .map(row -> "| %s | %s | %s | %s |"
                        .formatted(
                                row.getKey().get(0),
                                String.join(", ", row.getValue()),
                                String.join(
                                        ", ",
                                        ((List<?>) row.getKey().get(1))
                                                .stream().map(Object::toString).toList()),
                                row.getKey().get(2)))
                .collect(Collectors.joining("\n"));
    }

    /** In the order in which the walk came to them. */
    private String order(String place) {
        List<String> places =
                reached.values().stream().map(StateDiagram::place).distinct().toList();
        return "%03d".formatted(places.indexOf(place));
    }
}
