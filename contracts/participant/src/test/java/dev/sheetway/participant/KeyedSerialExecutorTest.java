package dev.sheetway.participant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class KeyedSerialExecutorTest {
    private final ExecutorService workers = Executors.newFixedThreadPool(4);

    @AfterEach
    void stopWorkers() {
        workers.shutdownNow();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void runsEachKeyInOrderAndNeverTwiceAtOnceWhateverTheInterleaving(long seed) throws InterruptedException {
        // Given
        Random random = new Random(seed);
        KeyedSerialExecutor lanes = new KeyedSerialExecutor(workers, Integer.MAX_VALUE);
        Map<String, List<Integer>> seen = new ConcurrentHashMap<>();
        Map<String, AtomicInteger> running = new ConcurrentHashMap<>();
        AtomicInteger overlaps = new AtomicInteger();
        int tasks = 2_000;

        // When
        for (int i = 0; i < tasks; i++) {
            int number = i;
            String key = "sheet-" + random.nextInt(6);
            int spin = random.nextInt(200);
            lanes.submit(key, () -> {
                if (running.computeIfAbsent(key, k -> new AtomicInteger()).incrementAndGet() != 1) {
                    overlaps.incrementAndGet();
                }
                for (int s = 0; s < spin; s++) {
                    Thread.onSpinWait();
                }
                // unsynchronised on purpose: loses entries when two tasks of a key overlap
                seen.computeIfAbsent(key, k -> new ArrayList<>()).add(number);
                running.get(key).decrementAndGet();
            });
        }

        // Then
        assertThat(lanes.awaitIdle(Duration.ofSeconds(20))).isTrue();
        assertThat(overlaps).hasValue(0);
        assertThat(seen.values()).allSatisfy(numbers -> assertThat(numbers).isSorted());
        assertThat(seen.values().stream().mapToInt(List::size).sum()).isEqualTo(tasks);
    }

    @Test
    void runsAsManyKeysAtOnceAsThereAreWorkers() throws InterruptedException {
        // Given
        KeyedSerialExecutor lanes = new KeyedSerialExecutor(workers, 100);
        CyclicBarrier allFour = new CyclicBarrier(4);
        CountDownLatch met = new CountDownLatch(4);

        // When
        for (int i = 0; i < 4; i++) {
            lanes.submit("sheet-" + i, () -> {
                meet(allFour);
                met.countDown();
            });
        }

        // Then
        assertThat(met.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aKeyWithMuchToDoGivesItsWorkerBackAfterEachTask() {
        // Given: one worker whose turns are taken by hand
        Deque<Runnable> turns = new ArrayDeque<>();
        KeyedSerialExecutor lanes = new KeyedSerialExecutor(turns::add, 100);
        List<String> order = new ArrayList<>();
        for (String name : List.of("busy-1", "busy-2", "busy-3")) {
            lanes.submit("busy", () -> order.add(name));
        }
        lanes.submit("other", () -> order.add("other-1"));

        // When
        while (!turns.isEmpty()) {
            turns.poll().run();
        }

        // Then
        assertThat(order).containsExactly("busy-1", "other-1", "busy-2", "busy-3");
    }

    @Test
    void asksToWaitWhileItIsFullAndTakesTheNextOnceThereIsRoom() {
        // Given
        Deque<Runnable> turns = new ArrayDeque<>();
        KeyedSerialExecutor lanes = new KeyedSerialExecutor(turns::add, 2);
        var first = lanes.submit("a", () -> {}).toCompletableFuture();
        var second = lanes.submit("b", () -> {}).toCompletableFuture();
        boolean roomAfterTheFirst = first.isDone();
        boolean roomAfterTheSecond = second.isDone();

        // When
        turns.poll().run();

        // Then
        assertThat(roomAfterTheFirst).isTrue();
        assertThat(roomAfterTheSecond).isFalse();
        assertThat(second).isCompleted();
    }

    @Test
    void aTaskThatThrowsReleasesItsKey() {
        // Given
        Deque<Runnable> turns = new ArrayDeque<>();
        KeyedSerialExecutor lanes = new KeyedSerialExecutor(turns::add, 10);
        AtomicInteger ran = new AtomicInteger();
        lanes.submit("a", () -> {
            throw new IllegalStateException("bug");
        });
        lanes.submit("a", ran::incrementAndGet);

        // When
        Throwable thrown = org.assertj.core.api.Assertions.catchThrowable(
                () -> turns.poll().run());
        turns.poll().run();

        // Then
        assertThat(thrown).hasMessage("bug");
        assertThat(ran).hasValue(1);
    }

    @Test
    void afterStopWhatRunsEndsAndNothingElseBegins() throws InterruptedException {
        // Given
        KeyedSerialExecutor lanes = new KeyedSerialExecutor(workers, 100);
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        List<String> ended = new ArrayList<>();
        lanes.submit("a", () -> {
            began.countDown();
            await(mayEnd);
            ended.add("running");
        });
        lanes.submit("a", () -> ended.add("queued"));
        await(began);

        // When
        lanes.stop();
        var late = lanes.submit("b", () -> ended.add("late")).toCompletableFuture();
        boolean idleWhileRunning = lanes.awaitIdle(Duration.ofMillis(1));
        mayEnd.countDown();

        // Then
        assertThat(idleWhileRunning).isFalse();
        assertThat(lanes.awaitIdle(Duration.ofSeconds(10))).isTrue();
        assertThat(ended).containsExactly("running");
        assertThat(late).isNotDone();
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("four keys did not run at the same time", e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
