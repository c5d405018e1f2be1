package dev.sheetway.orchestrator.saga.simulation;

import dev.sheetway.contracts.Participant;
import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.request.Request;
import dev.sheetway.orchestrator.saga.DueTimes;
import dev.sheetway.orchestrator.saga.SpreadsheetState;
import dev.sheetway.orchestrator.saga.simulation.ModelledOrchestrator.Appended;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Every interleaving of a small scope, each state once. Two steps write with every cut point between their phases:
 * expand, and its undoing; a step that only reads, or takes or gives back the lock, is one move. Time passes only when
 * nothing else can happen, up to the next deadline.
 */
final class Exploration {
    /** @param crashes of the orchestrator or a service; duplicates are of answers and commands */
    record Scope(List<Request> requests, int crashes, int duplicates, int edits) {}

    record Size(long states, long transitions, long ends) {}

    private record Node(World world, int requests, int crashes, int duplicates, int edits) {
        Object key() {
            return List.of(world.key(), requests, crashes, duplicates, edits);
        }
    }

    private final Scope scope;
    private final Set<Long> seen = new HashSet<>();
    private final Deque<Node> open = new ArrayDeque<>();
    private long transitions;
    private long ends;

    Exploration(Scope scope) {
        this.scope = scope;
    }

    /** @throws AssertionError when an invariant is broken in any state, or a state without successor is no end */
    Size explore(World beginning) {
        add(new Node(beginning, 0, 0, 0, 0));
        while (!open.isEmpty()) {
            Node node = open.removeLast();
            int before = open.size();
            long moved = transitions;
            expand(node);
            if (transitions == moved && open.size() == before) {
                ends++;
                node.world().invariants().atTheEnd();
            }
        }
        return new Size(seen.size(), transitions, ends);
    }

    private void add(Node node) {
        if (seen.add(Fingerprint.of(node.key()))) {
            open.addLast(node);
        }
    }

    private void expand(Node node) {
        World world = node.world();
        boolean progress = false;
        if (node.requests() < scope.requests().size()) {
            Request next = scope.requests().get(node.requests());
            progress = true;
            move(node, copy -> copy.request(next), 1, 0, 0, 0);
        }
        for (int i = 0; i < world.orchestrator().inputs().size(); i++) {
            int topic = i;
            if (world.orchestrator().inputs().get(i).hasNext()) {
                progress = true;
                move(node, copy -> copy.decide(copy.orchestrator().inputs().get(topic)), 0, 0, 0, 0);
            }
        }
        for (Participant participant : Participant.values()) {
            if (world.canTake(participant)) {
                progress = true;
                move(node, copy -> take(copy, participant), 0, 0, 0, 0);
            }
        }
        for (int i = 0; i < world.executions().size(); i++) {
            int execution = i;
            progress = true;
            move(node, copy -> copy.advance(execution, Fault.NONE), 0, 0, 0, 0);
        }
        faults(node);
        if (!progress) {
            due(world)
                    .ifPresent(time -> move(
                            node,
                            copy -> {
                                copy.pass(Duration.between(copy.now(), time));
                                copy.tick();
                            },
                            0,
                            0,
                            0,
                            0));
        }
    }

    private void faults(Node node) {
        World world = node.world();
        boolean begun = node.requests() > 0;
        if (begun && node.crashes() < scope.crashes()) {
            move(node, World::restartOrchestrator, 0, 1, 0, 0);
            for (Participant participant : Participant.values()) {
                if (world.executions().stream().anyMatch(each -> each.command().participant() == participant)) {
                    move(node, copy -> copy.kill(participant, false), 0, 1, 0, 0);
                    move(node, copy -> copy.kill(participant, true), 0, 1, 0, 0);
                }
            }
        }
        if (begun && node.duplicates() < scope.duplicates()) {
            for (Participant participant : Participant.values()) {
                duplicates(node, participant);
            }
        }
        if (begun && node.edits() < scope.edits()) {
            move(node, copy -> copy.edit(sheet -> sheet.addForeign(1, java.util.Map.of(0, 900))), 0, 0, 0, 1);
            move(node, copy -> copy.edit(sheet -> sheet.type(sheet.columns().size() - 1, 0, 901)), 0, 0, 0, 1);
        }
    }

    /** The newest answer once more, and the newest command. */
    private void duplicates(Node node, Participant participant) {
        List<Appended> answers = node.world().orchestrator().events(participant).records();
        if (!answers.isEmpty()) {
            move(node, copy -> copy.orchestrator().events(participant).append(answers.getLast()), 0, 0, 1, 0);
        }
        List<Command> commands = node.world().commands(participant).records();
        if (!commands.isEmpty()) {
            move(node, copy -> copy.commands(participant).append(commands.getLast()), 0, 0, 1, 0);
        }
    }

    /** What only reads, or takes or gives back the lock, happens at once. */
    private static void take(World world, Participant participant) {
        Command command = world.commands(participant).peek();
        world.take(participant);
        boolean wholly =
                switch (command) {
                    case Command.ExpandSchema writes -> false;
                    case Command.ContractSchema writes -> false;
                    case Command other -> true;
                };
        int mine = world.executions().size();
        while (wholly && world.executions().size() == mine) {
            world.advance(mine - 1, Fault.NONE);
        }
    }

    private void move(Node node, Consumer<World> change, int requests, int crashes, int duplicates, int edits) {
        World copy = node.world().copy();
        change.accept(copy);
        transitions++;
        add(new Node(
                copy,
                node.requests() + requests,
                node.crashes() + crashes,
                node.duplicates() + duplicates,
                node.edits() + edits));
    }

    /** Only while something is under way: probation and windows of what has ended are left out. */
    private static Optional<Instant> due(World world) {
        return world.orchestrator().states().stream()
                .filter(each -> each.live().isPresent())
                .<Instant>flatMap(each -> next(each).stream())
                .findFirst();
    }

    private static Optional<Instant> next(SpreadsheetState state) {
        return DueTimes.next(state);
    }
}
