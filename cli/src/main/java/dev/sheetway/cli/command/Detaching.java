package dev.sheetway.cli.command;

import dev.sheetway.cli.output.ProgressDisplay;
import dev.sheetway.contracts.MigrationId;

/** While it is open, Ctrl-C says that the migration goes on; the JVM itself then ends with 130. */
final class Detaching implements AutoCloseable {
    private final Thread atExit;

    private Detaching(Thread atExit) {
        this.atExit = atExit;
    }

    static Detaching from(MigrationId id, ProgressDisplay display) {
        Thread say = new Thread(
                () -> display.say("\ndetached: the migration goes on; follow it again with ./sheetway watch " + id),
                "detached");
        Runtime.getRuntime().addShutdownHook(say);
        return new Detaching(say);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException alreadyEnding) {
            // then it speaks
        }
    }
}
