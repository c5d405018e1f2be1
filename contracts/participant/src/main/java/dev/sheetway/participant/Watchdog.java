package dev.sheetway.participant;

import dev.sheetway.contracts.command.CommandHeader;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Notices a command whose executor has given no sign of life for too long.
 *
 * <p>SmallRye polls on a thread of its own and keeps doing so while a handler hangs, so Kafka would never take the
 * partition away: a hung handler would keep its spreadsheets for ever.
 */
final class Watchdog {
    private final Duration silence;
    private final Timer timer;
    private final LongSupplier nanoClock;
    private final Consumer<CommandHeader> onHang;

    /**
     * @param silence longest time between two signs of life; longer than one call to Google may take (200 s)
     * @param onHang called once on the timer's thread
     */
    Watchdog(Duration silence, Timer timer, LongSupplier nanoClock, Consumer<CommandHeader> onHang) {
        this.silence = silence;
        this.timer = timer;
        this.nanoClock = nanoClock;
        this.onHang = onHang;
    }

    /** Runs something later. */
    @FunctionalInterface
    interface Timer {
        void after(Duration delay, Runnable task);
    }

    Watch watch(CommandHeader command) {
        Watch watch = new Watch(command);
        watch.check();
        return watch;
    }

    /** One command that is being executed. */
    final class Watch implements AutoCloseable {
        private final CommandHeader command;
        private volatile long lastSign = nanoClock.getAsLong();
        private volatile boolean over;

        private Watch(CommandHeader command) {
            this.command = command;
        }

        void signOfLife() {
            lastSign = nanoClock.getAsLong();
        }

        private void check() {
            if (over) {
                return;
            }
            long left = silence.toNanos() - (nanoClock.getAsLong() - lastSign);
            if (left <= 0) {
                over = true;
                onHang.accept(command);
                return;
            }
            // an entry of a command that ended stays in the timer until it is due: a few hundred bytes
            timer.after(Duration.ofNanos(left), this::check);
        }

        @Override
        public void close() {
            over = true;
        }
    }
}
