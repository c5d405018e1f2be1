package dev.sheetway.cli;

import dev.sheetway.launcher.LauncherException;
import dev.sheetway.wire.InvalidPlan;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/** What the failure of a command means for its exit code, and what people are told. */
final class Failures {
    private Failures() {}

    static CliFailure explain(Throwable failure) {
        return switch (failure) {
            case CliFailure known -> known;
            case InvalidPlan plan -> new CliFailure(Exit.USAGE, String.valueOf(plan.getMessage()), plan);
            case LauncherException stack -> new CliFailure(exitOf(stack), String.valueOf(stack.getMessage()), stack);
            case NoSuchFileException absent -> missing(String.valueOf(absent.getMessage()), absent);
            case FileNotFoundException absent -> missing(String.valueOf(absent.getMessage()), absent);
            case UncheckedIOException wrapped when wrapped.getCause() != null -> explain(wrapped.getCause());
            case TimeoutException late ->
                new CliFailure(Exit.UNREACHABLE, "the broker stopped answering: " + late.getMessage(), late);
            case UnsupportedVersionException old ->
                new CliFailure(Exit.UNREACHABLE, "the broker is too old: " + old.getMessage(), old);
            case FileSystemException file ->
                new CliFailure(Exit.USAGE, "file \"" + file.getFile() + "\": " + file.getReason(), file);
            case IOException io -> new CliFailure(Exit.FAILED, io.getMessage() + " (" + io.getClass() + ")", io);
            default -> new CliFailure(Exit.FAILED, "this is a bug of sheetway: " + failure, failure);
        };
    }

    private static CliFailure missing(String file, Throwable cause) {
        return new CliFailure(Exit.USAGE, "file \"" + file + "\": expected to exist, not found", cause);
    }

    private static Exit exitOf(LauncherException failure) {
        return switch (failure.kind()) {
            case USAGE -> Exit.USAGE;
            case NOT_READY -> Exit.UNREACHABLE;
            case REFUSED -> Exit.REFUSED;
        };
    }
}
