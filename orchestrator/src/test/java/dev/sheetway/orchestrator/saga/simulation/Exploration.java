package dev.sheetway.orchestrator.saga.simulation;

import com.carrotsearch.hppc.LongHashSet;
import dev.sheetway.contracts.Participant;
import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.request.Request;
import dev.sheetway.orchestrator.saga.DueTimes;
import dev.sheetway.orchestrator.saga.simulation.ModelledOrchestrator.Appended;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Every interleaving of a small scope, each state once. Two steps write with every cut point between their phases:
 * expand, and its undoing; a step that only reads, or takes or gives back the lock, is one move. Time passes only when
 * nothing else can happen, up to the next deadline. What is reached from a world with some faults left is reached from the
 * same world with more of them left, so it need not be seen again. Depth first, faults last: only the way to where it is
 * stays in memory, beside the fingerprints.
 */
final class Exploration {
    /** @param crashes of the orchestrator or a service; duplicates are of answers and commands */
    record Scope(List<Request> requests, int crashes, int duplicates, int edits) {
        List<Spent> combinations() {
            List<Spent> all = new ArrayList<>();
            for (int i = 0; i <= crashes; i++) {
                for (int j = 0; j <= duplicates; j++) {
                    for (int k = 0; k <= edits; k++) {
                        all.add(new Spent(i, j, k));
                    }
                }
            }
            return List.copyOf(all);
        }
    }

    /** Faults that a run has had. */
    record Spent(int crashes, int duplicates, int edits) {
        static final Spent NOTHING = new Spent(0, 0, 0);

        boolean isAtLeast(Spent other) {
            return crashes >= other.crashes && duplicates >= other.duplicates && edits >= other.edits;
        }

        Spent crash() {
            return new Spent(crashes + 1, duplicates, edits);
        }

        Spent duplicate() {
            return new Spent(crashes, duplicates + 1, edits);
        }

        Spent edit() {
            return new Spent(crashes, duplicates, edits + 1);
        }
    }

    /** @param states worlds, each as often as it was met with other faults spent; {@code worlds} counts it once */
    record Size(long states, long worlds, long transitions, long ends) {}

    private record Node(World world, int requests, Spent spent) {}

    private final Scope scope;
    private final Optional<Reduction> reduction;
    private final Visited visited;
    private final LongHashSet ends = new LongHashSet();
    private final Deque<Node> open = new ArrayDeque<>();
    private long transitions;

    Exploration(Scope scope, Optional<Reduction> reduction) {
        this.scope = scope;
        this.reduction = reduction;
        this.visited = new Visited(scope.combinations(), reduction.isPresent());
    }

    /** @throws AssertionError when an invariant is broken in any state, or a state without successor is no end */
    Size explore(World beginning) {
        add(new Node(beginning, 0, Spent.NOTHING));
        while (!open.isEmpty()) {
            expand(open.removeLast());
        }
        return new Size(visited.added(), visited.worlds(), transitions, ends.size());
    }

    Visited visited() {
        return visited;
    }

    /** Fingerprints of the worlds in which nothing happens any more. */
    LongHashSet ends() {
        return ends;
    }

    private void add(Node node) {
        if (visited.add(fingerprint(node), node.spent())) {
            open.addLast(node);
        }
    }

    private static long fingerprint(Node node) {
        return Fingerprint.mixed(node.world().fingerprint(), node.requests());
    }

    private void expand(Node node) {
        faults(node);
        if (!goOn(node) && !timePasses(node) && ends.add(fingerprint(node))) {
            node.world().invariants().atTheEnd();
        }
    }

    private boolean goOn(Node node) {
        World world = node.world();
        long before = transitions;
        if (node.requests() < scope.requests().size()) {
            Request next = scope.requests().get(node.requests());
            move(node, copy -> copy.request(next), node.requests() + 1, node.spent());
        }
        for (int i = 0; i < world.orchestrator().inputs().size(); i++) {
            int topic = i;
            if (world.orchestrator().inputs().get(i).hasNext()) {
                move(node, copy -> copy.decide(copy.orchestrator().inputs().get(topic)));
            }
        }
        for (Participant participant : Participant.values()) {
            if (world.canTake(participant)) {
                move(node, copy -> take(copy, participant));
            }
        }
        for (int i = 0; i < world.executions().size(); i++) {
            int execution = i;
            move(node, copy -> copy.advance(execution, Fault.NONE));
        }
        return transitions > before;
    }

    private boolean timePasses(Node node) {
        Optional<Instant> due = due(node.world());
        due.ifPresent(time -> move(node, copy -> {
            copy.pass(Duration.between(copy.now(), time));
            copy.tick();
        }));
        return due.isPresent();
    }

    private void faults(Node node) {
        Spent spent = node.spent();
        if (node.requests() == 0) {
            return;
        }
        if (spent.crashes() < scope.crashes()) {
            crashes(node, spent.crash());
        }
        if (spent.duplicates() < scope.duplicates()) {
            for (Participant participant : Participant.values()) {
                duplicates(node, participant, spent.duplicate());
            }
        }
        if (spent.edits() < scope.edits()) {
            Spent edited = spent.edit();
            move(node, copy -> copy.edit(sheet -> sheet.addForeign(1, Map.of(0, 900))), node.requests(), edited);
            move(
                    node,
                    copy -> copy.edit(sheet -> sheet.type(sheet.columns().size() - 1, 0, 901)),
                    node.requests(),
                    edited);
        }
    }

    private void crashes(Node node, Spent crashed) {
        move(node, World::restartOrchestrator, node.requests(), crashed);
        for (Participant participant : Participant.values()) {
            if (node.world().executions().stream()
                    .anyMatch(each -> each.command().participant() == participant)) {
                move(node, copy -> copy.kill(participant, false), node.requests(), crashed);
                move(node, copy -> copy.kill(participant, true), node.requests(), crashed);
            }
        }
    }

    /** The newest answer once more, and the newest command. */
    private void duplicates(Node node, Participant participant, Spent spent) {
        List<Appended> answers = node.world().orchestrator().events(participant).records();
        if (!answers.isEmpty()) {
            Appended newest = answers.getLast();
            move(node, copy -> copy.orchestrator().events(participant).append(newest), node.requests(), spent);
        }
        List<Command> commands = node.world().commands(participant).records();
        if (!commands.isEmpty()) {
            Command newest = commands.getLast();
            move(node, copy -> copy.commands(participant).append(newest), node.requests(), spent);
        }
    }

    /** What only reads, or takes or gives back the lock, happens at once. */
    private static void take(World world, Participant participant) {
        Command command = world.commands(participant).peek();
        world.take(participant);
        int mine = world.executions().size();
        while (!Reduction.hasPhases(command) && world.executions().size() == mine) {
            world.advance(mine - 1, Fault.NONE);
        }
    }

    private void move(Node node, Consumer<World> change) {
        move(node, change, node.requests(), node.spent());
    }

    private void move(Node node, Consumer<World> change, int requests, Spent spent) {
        World copy = node.world().copy();
        change.accept(copy);
        reduction.ifPresent(each -> each.settle(copy));
        transitions++;
        add(new Node(copy, requests, spent));
    }

    /** Only while something is under way: probation and windows of what has ended are left out. */
    private static Optional<Instant> due(World world) {
        return world.orchestrator().states().stream()
                .filter(each -> each.live().isPresent())
                .<Instant>flatMap(each -> DueTimes.next(each).stream())
                .findFirst();
    }
}
