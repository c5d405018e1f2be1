package dev.sheetway.emulator.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.access.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the route of a request, lets the gate look at it, checks token and scopes, and turns errors into bodies. */
public final class Dispatcher {

    private final List<Route> routes;
    private final Gate gate;

    public Dispatcher(List<Route> routes, Gate gate) {
        this.routes = List.copyOf(routes);
        this.gate = gate;
    }

    /** An answer, and whether it is to be broken on the wire. */
    record Outcome(Optional<ApiResponse> response, boolean truncated) {

        static Outcome of(ApiResponse response) {
            return new Outcome(Optional.of(response), false);
        }
    }

    Outcome dispatch(ApiRequest request) {
        for (Route route : routes) {
            Optional<Map<String, String>> variables = route.match(request.method(), request.path());
            if (variables.isPresent()) {
                return dispatch(route, request, variables.get());
            }
        }
        return Outcome.of(unknownPath(request));
    }

    private Outcome dispatch(Route route, ApiRequest request, Map<String, String> variables) {
        String id = variables.getOrDefault("spreadsheetId", variables.getOrDefault("fileId", ""));
        try {
            return dispatch(route, request, variables, id);
        } finally {
            gate.ended(id);
        }
    }

    private Outcome dispatch(Route route, ApiRequest request, Map<String, String> variables, String id) {
        Optional<Gate.Interruption> before = gate.before(route, request, id);
        if (before.isPresent() && !(before.get() instanceof Gate.Interruption.Truncate)) {
            return interrupted(before.get(), null);
        }
        ApiResponse response;
        try {
            Call call = new Call(route, request, variables, authenticate(route, request));
            gate.admit(call);
            response = route.handler().handle(call);
        } catch (ApiException e) {
            response = ErrorBody.of(route.service(), e);
        }
        Optional<Gate.Interruption> after =
                response.status() < 300 ? gate.after(route, request, id, response) : Optional.empty();
        Optional<Gate.Interruption> last = after.isPresent() ? after : before;
        return last.isPresent() ? interrupted(last.get(), response) : Outcome.of(response);
    }

    private static Outcome interrupted(Gate.Interruption interruption, @Nullable ApiResponse ordinary) {
        return switch (interruption) {
            case Gate.Interruption.Answer answer -> Outcome.of(answer.response());
            case Gate.Interruption.Close close -> new Outcome(Optional.empty(), false);
            case Gate.Interruption.Truncate truncate -> new Outcome(Optional.ofNullable(ordinary), true);
        };
    }

    private static Principal authenticate(Route route, ApiRequest request) {
        String header = request.headers().get("Authorization");
        String parameter = request.query().get("access_token");
        Optional<Principal> principal =
                Principal.ofHeader(header == null && parameter != null ? "Bearer " + parameter : header);
        if (principal.isEmpty()) {
            throw unauthenticated(route.service(), header != null);
        }
        if (!principal.get().hasAny(route.scopes())) {
            throw scopes(route);
        }
        return principal.get();
    }

    /** 401 [KNOW]. */
    private static ApiException unauthenticated(Service service, boolean tokenGiven) {
        String sheets = (tokenGiven
                        ? "Request had invalid authentication credentials."
                        : "Request is missing required authentication credential.")
                + " Expected OAuth 2 access token, login cookie or other valid authentication credential. See"
                + " https://developers.google.com/identity/sign-in/web/devconsole-project.";
        return new ApiException(
                401,
                "UNAUTHENTICATED",
                tokenGiven ? "authError" : "required",
                "global",
                service == Service.SHEETS ? sheets : tokenGiven ? "Invalid Credentials" : "Login Required.",
                List.of());
    }

    /** 403 for a token whose scopes do not reach [DISC scopes, KNOW details]. */
    private static ApiException scopes(Route route) {
        ObjectNode detail = JsonNodeFactory.instance.objectNode();
        detail.put("@type", "type.googleapis.com/google.rpc.ErrorInfo");
        detail.put("reason", "ACCESS_TOKEN_SCOPE_INSUFFICIENT").put("domain", "googleapis.com");
        String api = route.service() == Service.SHEETS ? "sheets" : "drive";
        detail.putObject("metadata").put("service", api + ".googleapis.com").put("method", route.id());
        return new ApiException(
                403,
                "PERMISSION_DENIED",
                "insufficientPermissions",
                "global",
                "Request had insufficient authentication scopes.",
                List.of(detail));
    }

    private static ApiResponse unknownPath(ApiRequest request) {
        List<String> path = request.path();
        boolean drive =
                path.size() > 2 && path.get(0).equals("drive") && path.get(1).equals("v3");
        boolean sheets = path.size() > 1 && path.get(0).equals("v4");
        boolean other = !path.isEmpty()
                && (path.getFirst().equals("upload") || path.getFirst().equals("batch"));
        if (drive || sheets || other) {
            String what = request.method() + " /" + String.join("/", path);
            return ErrorBody.of(sheets ? Service.SHEETS : Service.DRIVE, ApiException.notEmulated(what));
        }
        return ErrorBody.html(404, "Not Found");
    }
}
