package dev.sheetway.orchestrator.saga.simulation;

import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.Participant;
import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.command.KeptBackup;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.contracts.request.Request;
import dev.sheetway.orchestrator.fixtures.Answers;
import dev.sheetway.orchestrator.saga.Input;
import dev.sheetway.orchestrator.saga.simulation.Execution.Phase;
import dev.sheetway.orchestrator.saga.simulation.ModelledOrchestrator.Appended;
import dev.sheetway.orchestrator.saga.simulation.ModelledOrchestrator.Decided;
import dev.sheetway.orchestrator.saga.simulation.ModelledSheet.Batch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everything there is: the orchestrator, the services at work, the spreadsheet, the copies in Drive and the clocks. */
final class World {
    static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");
    /** A second deployment with a broker of its own. */
    static final MigrationId STRANGER = MigrationId.of(ModelledOrchestrator.SHEET, "another deployment");

    private final ServiceRules rules;
    private final ModelledService service;
    private final GoogleAnswers google;
    private final Invariants invariants;
    private final ModelledOrchestrator orchestrator;
    private ModelledSheet sheet;
    private ModelledSheet sheetBefore;
    private final Map<Participant, ModelledTopic<Command>> commands = new EnumMap<>(Participant.class);
    private final List<Execution> executions = new ArrayList<>();
    private final List<Batch> late = new ArrayList<>();
    private final Map<String, List<Column>> drive = new HashMap<>();
    private final Set<String> trash = new HashSet<>();
    private final List<Request> requests = new ArrayList<>();
    private Duration brokerSkew = Duration.ZERO;
    private Duration hostSkew = Duration.ZERO;
    private Instant now = BEGIN;
    private boolean readsStale;
    private boolean helped;

    World(Saga saga, ServiceRules rules, GoogleAnswers google) {
        this(rules, google, new ModelledOrchestrator(saga), new ModelledSheet());
        for (Participant each : Participant.values()) {
            commands.put(each, new ModelledTopic<>());
        }
    }

    private World(ServiceRules rules, GoogleAnswers google, ModelledOrchestrator orchestrator, ModelledSheet sheet) {
        this.rules = rules;
        this.google = google;
        this.orchestrator = orchestrator;
        this.sheet = sheet;
        this.sheetBefore = sheet;
        this.service = new ModelledService(this, rules);
        this.invariants = new Invariants(this);
    }

    World copy() {
        World copy = new World(rules, google, orchestrator.copy(), sheet);
        copy.sheetBefore = sheetBefore;
        commands.forEach((participant, topic) -> copy.commands.put(participant, topic.copy()));
        copy.executions.addAll(executions);
        copy.late.addAll(late);
        copy.drive.putAll(drive);
        copy.trash.addAll(trash);
        copy.requests.addAll(requests);
        copy.now = now;
        return copy;
    }

    /** Equal for worlds that go on in the same way; nobody can tell in which order executions began. */
    long fingerprint() {
        long fingerprint = Fingerprint.mixed(orchestrator.fingerprint(), sheet.fingerprint());
        fingerprint = Fingerprint.mixed(fingerprint, Fingerprint.unordered(executions));
        fingerprint = Fingerprint.mixed(fingerprint, Fingerprint.of(List.of(late, drive.size(), trash, now)));
        for (ModelledTopic<Command> topic : commands.values()) {
            fingerprint = Fingerprint.mixed(fingerprint, topic.fingerprint());
        }
        return fingerprint;
    }

    // ---- the clocks

    void pass(Duration time) {
        now = now.plus(time);
    }

    void skewBroker(Duration skew) {
        brokerSkew = skew;
    }

    void skewHost(Duration skew) {
        hostSkew = skew;
    }

    /** Nobody waits until the broker's clock has caught up with what it once said. */
    void repairClocks() {
        brokerSkew = Duration.ZERO;
        hostSkew = Duration.ZERO;
    }

    Instant now() {
        return now;
    }

    /** What the broker's clock says. */
    Instant appended() {
        return now.plus(brokerSkew);
    }

    // ---- people

    void request(Request request) {
        requests.add(request);
        Instant at = appended();
        orchestrator.intake().append(new Appended(new Input.Requested(request, at), at));
    }

    void tick() {
        orchestrator.intake().append(new Appended(new Input.Ticked(0), appended()));
    }

    List<Request> requests() {
        return requests;
    }

    /** Worlds share a sheet until somebody changes it. */
    void edit(java.util.function.Consumer<ModelledSheet> change) {
        ModelledSheet after = sheet.copy();
        change.accept(after);
        sheet = after;
        invariants.afterSheetChange();
    }

    /** A person repairs what stands in the way of everything that waits for one. */
    void help() {
        helped = true;
        sheet = sheet.copy();
        sheet.unlock(STRANGER);
    }

    // ---- Google

    ModelledSheet sheet() {
        return sheet;
    }

    GoogleAnswers google() {
        return google;
    }

    void readStale(boolean stale) {
        readsStale = stale && google.staleReads();
    }

    ModelledSheet read() {
        return readsStale ? sheetBefore : sheet;
    }

    boolean land(Batch batch) {
        ModelledSheet after = sheet.copy();
        for (Change change : batch.changes()) {
            if (!change.on(after)) {
                return false;
            }
        }
        sheetBefore = sheet;
        sheet = after;
        invariants.afterLanding(batch, sheetBefore);
        return true;
    }

    void landLater(Batch batch) {
        late.add(batch);
    }

    List<Batch> late() {
        return late;
    }

    /** Lands a batch whose sender gave up. */
    void landLate(Batch batch) {
        land(batch);
    }

    boolean refusesDeletion(Command command) {
        return google.refusesDeletion() && !helped && command instanceof Command.ContractSchema;
    }

    StepResult.BackedUp backUp(Command.CreateBackup command) {
        String id = "copy-" + (drive.size() + 1);
        drive.put(id, List.copyOf(sheet.columns()));
        StepResult.BackedUp made = Answers.backedUp();
        return new StepResult.BackedUp(
                made.source(), Optional.of(id), Optional.empty(), id, made.takenAt(), made.cells(), made.tabDigests());
    }

    List<Column> backup(Command command) {
        return command instanceof Command.RestoreBackup restore
                ? drive.getOrDefault(restore.backup().name(), List.of())
                : List.of();
    }

    boolean hasBackup(StepResult.BackedUp backup) {
        return drive.containsKey(backup.name()) && !trash.contains(backup.name());
    }

    void remove(Command.RemoveBackup command) {
        for (KeptBackup backup : command.backups()) {
            if (trash.add(backup.name())) {
                invariants.afterRemoval(command.header().migrationId(), backup);
            }
        }
    }

    /** Whether it is a verification of a completed migration: it holds no lock. */
    boolean isWatching(Command command) {
        return !sheet.lock().equals(Optional.of(command.header().migrationId()));
    }

    // ---- the orchestrator

    ModelledOrchestrator orchestrator() {
        return orchestrator;
    }

    void decide(ModelledTopic<Appended> topic) {
        Decided decided = orchestrator.decide(topic, now.plus(hostSkew));
        var before = orchestrator.state(decided.key());
        List<Command> sent = orchestrator.commit(topic, decided);
        invariants.afterDecision(before, decided);
        sent.forEach(this::send);
    }

    /**
     * Without transactions: the commands are out, state and offset are lost, and the record is decided once more. (That
     * it is the next one matters: a command that leaves no trace while other inputs come first is nobody's to fence.
     * With transactions nobody sees such a command.)
     */
    void decideAndDie(ModelledTopic<Appended> topic) {
        orchestrator.newCommands(orchestrator.decide(topic, now.plus(hostSkew))).forEach(this::send);
        restartOrchestrator();
        decide(topic);
    }

    void restartOrchestrator() {
        orchestrator.restart().forEach(this::send);
    }

    private void send(Command command) {
        commands.get(command.participant()).append(command);
    }

    // ---- the services

    ModelledTopic<Command> commands(Participant participant) {
        return commands.get(participant);
    }

    List<Execution> executions() {
        return executions;
    }

    /** A service takes the next command when it has none: per key they come one after the other. */
    boolean canTake(Participant participant) {
        return commands.get(participant).hasNext()
                && executions.stream()
                        .noneMatch(each -> !each.zombie() && each.command().participant() == participant);
    }

    void take(Participant participant) {
        executions.add(Execution.of(commands.get(participant).next()));
    }

    void advance(int index, Fault fault) {
        Execution before = executions.remove(index);
        if (before.phase() == Phase.ACK) {
            acknowledge(before);
            if (rules.acksFirst()) {
                executions.add(index, before.at(Phase.ANSWER));
            }
            return;
        }
        Execution after = service.advance(before, fault);
        if (before.phase() == Phase.ANSWER) {
            answer(before);
            if (rules.acksFirst()) {
                return;
            }
        }
        executions.add(index, after);
    }

    /** The answer cannot be read: it lies in the quarantine, and its command is acknowledged. */
    void quarantineAnswer(int index) {
        Execution answered = executions.remove(index);
        if (!answered.zombie()) {
            commands.get(answered.command().participant()).commit();
        }
    }

    private void answer(Execution execution) {
        var event = execution.answer().orElseThrow();
        orchestrator
                .events(execution.command().participant())
                .append(new Appended(new Input.Answered(event), appended()));
    }

    private void acknowledge(Execution execution) {
        if (!execution.zombie()) {
            commands.get(execution.command().participant()).commit();
            invariants.afterAcknowledgement(execution.command());
        }
    }

    /** The process dies; what it was sending may live on. */
    void kill(Participant participant, boolean zombie) {
        for (int i = executions.size() - 1; i >= 0; i--) {
            Execution each = executions.get(i);
            if (!each.zombie() && each.command().participant() == participant) {
                executions.remove(i);
                if (zombie && each.phase() != Phase.ACK) {
                    executions.add(i, each.asZombie());
                }
            }
        }
        commands.get(participant).rewind();
    }

    Invariants invariants() {
        return invariants;
    }

    static boolean addsColumns(Batch batch) {
        return batch.changes().stream()
                .anyMatch(each -> each instanceof Change.InsertColumns || each instanceof Change.WriteColumnsAt);
    }
}
