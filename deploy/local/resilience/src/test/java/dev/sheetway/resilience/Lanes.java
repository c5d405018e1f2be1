package dev.sheetway.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Runs the cells of a matrix several at a time: most of a cell is waiting. Each is a test that waits for its result. */
final class Lanes {
    private final List<KillResult> results = new ArrayList<>();

    /** Of each cell that has run so far, in the order in which they ended. */
    synchronized List<KillResult> results() {
        return List.copyOf(results);
    }

    /** @param run several threads call it, {@code lanes} at most */
    <C> Stream<DynamicTest> tests(int lanes, List<C> cells, Function<C, KillResult> run) {
        ExecutorService threads = Executors.newFixedThreadPool(
                lanes, Thread.ofPlatform().daemon().name("lane-", 1).factory());
        List<Future<KillResult>> running = cells.stream()
                .map(cell -> threads.submit(() -> noted(run.apply(cell))))
                .toList();
        threads.shutdown(); // when all of them have ended
        return IntStream.range(0, cells.size())
                .mapToObj(i -> DynamicTest.dynamicTest(cells.get(i).toString(), () -> judge(running.get(i))));
    }

    private KillResult noted(KillResult result) {
        System.out.println(result.row()); // a matrix takes long
        synchronized (this) {
            results.add(result);
        }
        return result;
    }

    private static void judge(Future<KillResult> running) throws Throwable {
        try {
            KillResult result = running.get();
            assertThat(result.problems()).as(result.what()).isEmpty();
        } catch (ExecutionException failure) {
            throw failure.getCause();
        }
    }
}
