package dev.sheetway.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.cli.output.Table;
import dev.sheetway.launcher.PartStatus;
import dev.sheetway.wire.Json;
import java.util.List;

/** The processes of a stack as JSON and as a table. */
final class StackText {
    private StackText() {}

    /** {@code [{"name","pid","port","state"}]}; the pid of a process that does not run is null. */
    static ArrayNode json(List<PartStatus> parts) {
        ArrayNode array = Json.mapper().createArrayNode();
        parts.forEach(part -> {
            ObjectNode json = array.addObject().put("name", part.part().wireName());
            part.pid().ifPresentOrElse(pid -> json.put("pid", pid), () -> json.putNull("pid"));
            json.put("port", part.port()).put("state", part.state().wireName());
        });
        return array;
    }

    static String table(List<PartStatus> parts) {
        Table table = new Table("NAME", "PID", "PORT", "STATE");
        parts.forEach(part -> table.row(
                part.part().wireName(),
                part.pid().isPresent() ? Long.toString(part.pid().getAsLong()) : "-",
                Integer.toString(part.port()),
                part.state().wireName()));
        return table.toString();
    }
}
