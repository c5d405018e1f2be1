package dev.sheetway.cli.command;

import java.util.Optional;

/** Who asks: {@code SHEETWAY_USER}, else the name under which the program runs. */
final class RequestedBy {
    private RequestedBy() {}

    static String name() {
        return Optional.ofNullable(System.getenv("SHEETWAY_USER"))
                .filter(name -> !name.isBlank())
                .orElseGet(() -> System.getProperty("user.name", "unknown"));
    }
}
