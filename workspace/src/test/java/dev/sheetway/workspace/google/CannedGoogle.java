package dev.sheetway.workspace.google;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

/** Gives prepared answers in order and keeps what was sent, for tests of the wire alone. */
final class CannedGoogle implements AutoCloseable {

    record Sent(String method, String uri, String body) {}

    private record Answer(int status, String contentType, String body, Map<String, String> headers, boolean cut) {}

    private final HttpServer server;
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    final List<Sent> sent = new CopyOnWriteArrayList<>();

    CannedGoogle() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::handle);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    CannedGoogle answer(int status, String json) {
        answers.add(new Answer(status, "application/json; charset=UTF-8", json, Map.of(), false));
        return this;
    }

    CannedGoogle answer(int status, String json, Map<String, String> headers) {
        answers.add(new Answer(status, "application/json; charset=UTF-8", json, headers, false));
        return this;
    }

    CannedGoogle html(int status, String html) {
        answers.add(new Answer(status, "text/html; charset=UTF-8", html, Map.of(), false));
        return this;
    }

    /** Reads the request, then closes the connection without a word. */
    CannedGoogle hangUp() {
        answers.add(new Answer(0, "", "", Map.of(), false));
        return this;
    }

    /** A success that breaks off in the middle of its body. */
    CannedGoogle cutOff(String json) {
        answers.add(new Answer(200, "application/json; charset=UTF-8", json, Map.of(), true));
        return this;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String uri = URLDecoder.decode(exchange.getRequestURI().toString(), StandardCharsets.UTF_8);
        sent.add(new Sent(exchange.getRequestMethod(), uri, body(exchange)));
        Answer answer = answers.poll();
        if (answer == null) {
            answer = new Answer(599, "text/plain", "no answer prepared for " + uri, Map.of(), false);
        }
        if (answer.status() == 0) {
            exchange.close();
            throw new IOException("hung up on purpose");
        }
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), answer.cut() ? bytes.length + 100L : Math.max(1, bytes.length));
        exchange.getResponseBody().write(bytes.length == 0 ? new byte[] {' '} : bytes);
        if (answer.cut()) {
            exchange.getResponseBody().flush();
            throw new IOException("cut off on purpose");
        }
        exchange.close();
    }

    private static String body(HttpExchange exchange) throws IOException {
        InputStream in = exchange.getRequestBody();
        boolean gzip = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        byte[] bytes = (gzip ? new GZIPInputStream(in) : in).readAllBytes();
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
