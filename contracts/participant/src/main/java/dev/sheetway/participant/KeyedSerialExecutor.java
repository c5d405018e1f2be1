package dev.sheetway.participant;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Runs tasks of one key one after the other, in the order of submission, and tasks of different keys at the same time,
 * as many as there are workers. A key with much to do does not keep the others waiting: it gives its worker back after
 * each task.
 *
 * <p>Thread-safe. Tasks must not throw; one that does is a bug and goes to the worker's uncaught exception handler,
 * after the key was released.
 */
final class KeyedSerialExecutor {
    private final Executor workers;
    private final int capacity;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
    private final Map<String, Deque<Runnable>> lanes = new HashMap<>();
    private final Deque<CompletableFuture<Void>> awaitingRoom = new ArrayDeque<>();
    private int pending;
    private boolean stopped;

    /**
     * @param capacity how many tasks may be waiting or running before {@link #submit} asks its caller to wait; submitting
     *     all the same is possible, so nothing is ever lost
     */
    KeyedSerialExecutor(Executor workers, int capacity) {
        this.workers = workers;
        this.capacity = capacity;
    }

    /** @return completes when there is room for the next task; never completes after {@link #stop} */
    CompletionStage<Void> submit(String key, Runnable task) {
        CompletableFuture<Void> room = new CompletableFuture<>();
        lock.lock();
        try {
            if (stopped) {
                return room;
            }
            pending++;
            Deque<Runnable> lane = lanes.get(key);
            if (lane == null) {
                lanes.put(key, new ArrayDeque<>());
                workers.execute(() -> run(key, task));
            } else {
                lane.add(task);
            }
            if (pending >= capacity) {
                awaitingRoom.add(room);
                return room;
            }
        } finally {
            lock.unlock();
        }
        room.complete(null);
        return room;
    }

    private void run(String key, Runnable task) {
        try {
            task.run();
        } finally {
            finished(key);
        }
    }

    private void finished(String key) {
        CompletableFuture<Void> room = null;
        lock.lock();
        try {
            pending--;
            startNext(key);
            if (!stopped && pending < capacity) {
                room = awaitingRoom.poll();
            }
            idle.signalAll();
        } finally {
            lock.unlock();
        }
        if (room != null) {
            room.complete(null);
        }
    }

    /** Called with the lock. A key without a lane has nothing running. */
    private void startNext(String key) {
        Deque<Runnable> lane = lanes.get(key);
        Runnable next = lane == null ? null : lane.poll();
        if (next == null) {
            lanes.remove(key);
        } else {
            workers.execute(() -> run(key, next));
        }
    }

    /** Takes no further task and forgets those that have not begun; those that run go on. */
    void stop() {
        lock.lock();
        try {
            stopped = true;
            for (Deque<Runnable> lane : lanes.values()) {
                pending -= lane.size();
                lane.clear();
            }
            idle.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** @return whether nothing runs or waits any more; false when {@code patience} ended first */
    boolean awaitIdle(Duration patience) throws InterruptedException {
        long left = patience.toNanos();
        lock.lock();
        try {
            while (pending > 0 && left > 0) {
                left = idle.awaitNanos(left);
            }
            return pending == 0;
        } finally {
            lock.unlock();
        }
    }

    /** For logs: tasks that wait or run. */
    int pending() {
        lock.lock();
        try {
            return pending;
        } finally {
            lock.unlock();
        }
    }
}
