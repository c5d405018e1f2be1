package dev.sheetway.launcher;

import java.time.Duration;

/** Is told what happens while a stack starts or stops; from one thread at a time. */
public interface StackDisplay {
    /** Shows nothing. */
    StackDisplay SILENT = new StackDisplay() {};

    default void alreadyRunning(Part part, long pid, int port) {}

    default void starting(Part part, long pid, int port) {}

    default void ready(Part part, int port, Duration took) {}

    default void stopping(Part part, long pid) {}

    /** @param forced it did not end by itself and was killed */
    default void stopped(Part part, boolean forced) {}
}
