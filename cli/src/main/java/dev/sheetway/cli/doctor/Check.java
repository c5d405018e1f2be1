package dev.sheetway.cli.doctor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.sheetway.cli.Exit;
import dev.sheetway.cli.output.Table;
import dev.sheetway.wire.Json;
import java.util.List;

/**
 * One thing that was looked at.
 *
 * @param name such as {@code broker}
 * @param exit {@link Exit#DONE} when it is well, otherwise what its trouble means for the command
 * @param detail for people: what was found, and what to do when it is not well
 */
public record Check(String name, Exit exit, String detail) {
    /** From the first trouble to look at to the last. */
    private static final List<Exit> WORST_FIRST =
            List.of(Exit.UNREACHABLE, Exit.REFUSED, Exit.PERSON_NEEDED, Exit.FAILED);

    public static Check well(String name, String detail) {
        return new Check(name, Exit.DONE, detail);
    }

    public boolean isWell() {
        return exit == Exit.DONE;
    }

    /** The exit code that all of them mean together. */
    public static Exit worst(List<Check> checks) {
        return WORST_FIRST.stream()
                .filter(exit -> checks.stream().anyMatch(check -> check.exit() == exit))
                .findFirst()
                .orElse(Exit.DONE);
    }

    /** {@code [{"check","ok","detail"}]}. */
    public static ArrayNode json(List<Check> checks) {
        ArrayNode array = Json.mapper().createArrayNode();
        checks.forEach(check -> array.addObject()
                .put("check", check.name())
                .put("ok", check.isWell())
                .put("detail", check.detail()));
        return array;
    }

    public static String table(List<Check> checks) {
        Table table = new Table("CHECK", "STATE", "DETAIL");
        checks.forEach(check -> table.row(check.name(), check.isWell() ? "ok" : "TROUBLE", check.detail()));
        return table.toString();
    }
}
