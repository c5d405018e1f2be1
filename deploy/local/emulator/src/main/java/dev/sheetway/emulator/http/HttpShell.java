package dev.sheetway.emulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The JDK's HTTP server with one virtual thread per request. */
public final class HttpShell implements AutoCloseable {

    private static final Logger LOG = System.getLogger(HttpShell.class.getName());

    static {
        // without it the JDK's server waits 40 ms before it sends a small body
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /** Serves the paths that are not Google's. */
    public interface Endpoint {
        ApiResponse handle(ApiRequest request);
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Dispatcher dispatcher;
    private final Endpoint admin;

    /**
     * Binds and starts.
     *
     * @throws IOException when the address cannot be bound
     */
    public HttpShell(InetSocketAddress address, Dispatcher dispatcher, Endpoint admin) throws IOException {
        this.dispatcher = dispatcher;
        this.admin = admin;
        server = HttpServer.create(address, 256);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            ApiRequest request;
            try {
                request = ApiRequest.read(exchange);
            } catch (IOException e) {
                ApiException refusal = ApiException.invalid("Invalid request body.");
                send(exchange, ErrorBody.of(serviceOf(exchange.getRequestURI().getPath()), refusal), false);
                return;
            }
            boolean internal =
                    !request.path().isEmpty() && request.path().getFirst().equals("_emulator");
            Dispatcher.Outcome outcome = internal ? internal(exchange, request) : api(request);
            Optional<ApiResponse> response = outcome.response();
            if (response.isPresent()) {
                send(exchange, response.get(), outcome.truncated());
            }
        } catch (RuntimeException e) {
            LOG.log(
                    Logger.Level.ERROR,
                    "request failed: " + exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                    e);
        }
    }

    private static Service serviceOf(String path) {
        return path.startsWith("/drive/") || path.startsWith("/upload/drive/") ? Service.DRIVE : Service.SHEETS;
    }

    private Dispatcher.Outcome api(ApiRequest request) {
        try {
            return dispatcher.dispatch(request);
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.log(Logger.Level.ERROR, "emulator bug in " + request.method() + " " + request.path(), e);
            ApiException bug = new ApiException(
                    500, "INTERNAL", "internalError", "global", "emulator bug: " + e, java.util.List.of());
            return Dispatcher.Outcome.of(ErrorBody.of(serviceOf("/" + String.join("/", request.path())), bug));
        }
    }

    private Dispatcher.Outcome internal(HttpExchange exchange, ApiRequest request) {
        if (!exchange.getRemoteAddress().getAddress().isLoopbackAddress()) {
            return Dispatcher.Outcome.of(ErrorBody.html(404, "Not Found"));
        }
        try {
            return Dispatcher.Outcome.of(admin.handle(request));
        } catch (ApiException e) {
            return Dispatcher.Outcome.of(ErrorBody.of(Service.SHEETS, e));
        } catch (IllegalArgumentException e) {
            return Dispatcher.Outcome.of(
                    ErrorBody.of(Service.SHEETS, ApiException.invalid(String.valueOf(e.getMessage()))));
        }
    }

    private static void send(HttpExchange exchange, ApiResponse response, boolean truncated) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", response.contentType());
        response.headers().forEach(exchange.getResponseHeaders()::set);
        JsonNode tree = response.tree();
        if (tree != null && !truncated) {
            exchange.sendResponseHeaders(response.status(), 0);
            try (OutputStream out = exchange.getResponseBody()) {
                ApiResponse.stream(tree, out);
            }
            return;
        }
        byte[] body = response.body();
        boolean bodiless =
                response.status() == 204 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(response.status(), bodiless || body.length == 0 ? -1 : body.length);
        if (bodiless || body.length == 0) {
            return;
        }
        OutputStream out = exchange.getResponseBody();
        out.write(body, 0, truncated ? body.length / 2 : body.length);
        out.flush();
        if (!truncated) {
            out.close();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
