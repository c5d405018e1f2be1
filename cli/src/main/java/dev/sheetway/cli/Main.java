package dev.sheetway.cli;

import dev.sheetway.cli.command.SheetwayCommand;
import picocli.CommandLine;

/** The {@code sheetway} program. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** Runs one command and returns its exit code. */
    static int run(String... arguments) {
        return new CommandLine(new SheetwayCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, result) -> {
                    CliFailure known = Failures.explain(failure);
                    System.err.println("sheetway: " + known.getMessage());
                    if (Boolean.getBoolean("sheetway.trace")) {
                        failure.printStackTrace();
                    }
                    return known.exit().code();
                })
                .execute(arguments);
    }
}
