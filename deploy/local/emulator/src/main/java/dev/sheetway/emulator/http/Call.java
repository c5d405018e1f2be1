package dev.sheetway.emulator.http;

import dev.sheetway.emulator.access.Principal;
import java.util.Map;

/** A request that found its route and whose caller is known. */
public record Call(Route route, ApiRequest request, Map<String, String> variables, Principal principal) {

    /** A variable of the path; it exists because the route matched. */
    public String variable(String name) {
        String value = variables.get(name);
        if (value == null) {
            throw new IllegalArgumentException("route " + route.id() + " has no variable \"" + name + "\"");
        }
        return value;
    }
}
