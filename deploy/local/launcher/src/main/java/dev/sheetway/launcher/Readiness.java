package dev.sheetway.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;

/** Asks a process whether it can do its work. */
final class Readiness {
    private static final Duration PATIENCE = Duration.ofMillis(1500);

    private final StackDir dir;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    Readiness(StackDir dir) {
        this.dir = dir;
    }

    boolean isReady(Part part, int port) {
        return switch (part) {
            // the file is written after the topics are there and removed before the broker starts
            case BROKER -> Files.exists(dir.brokerPortFile()) && accepts(port);
            case EMULATOR -> answersOk(port, "/_emulator/health");
            case ORCHESTRATOR, BACKUP_SERVICE, SCHEMA_SERVICE, VERIFY_SERVICE -> answersOk(port, "/q/health/ready");
        };
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) PATIENCE.toMillis());
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    private boolean answersOk(int port, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE)
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
