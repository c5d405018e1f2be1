package dev.sheetway.participant;

import dev.sheetway.contracts.CommandId;
import dev.sheetway.contracts.event.StepEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The answers given last, so that a command that is delivered again, or sent again by an orchestrator that crashed
 * before it read the answer, is answered without being executed again. A saving, not a guarantee: it is forgotten when
 * the process ends. Thread-safe.
 */
final class RecentAnswers {
    private final Map<CommandId, StepEvent> answers;

    /** @param size answers that are remembered; the one not used for longest goes first */
    RecentAnswers(int size) {
        answers = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<CommandId, StepEvent> eldest) {
                return size() > size;
            }
        };
    }

    synchronized void remember(StepEvent answer) {
        answers.put(answer.header().commandId(), answer);
    }

    synchronized Optional<StepEvent> find(CommandId command) {
        return Optional.ofNullable(answers.get(command));
    }
}
