package dev.sheetway.testkit;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Whether a container engine answers, found out by one {@code GET /_ping} within two seconds. Testcontainers' own search
 * logs stack traces and takes long where there is none. {@code -Dsheetway.testkit.containers=false} says no at once.
 */
final class ContainerEngine {
    private ContainerEngine() {}

    static boolean answers() {
        if (!Boolean.parseBoolean(System.getProperty("sheetway.testkit.containers", "true"))) {
            return false;
        }
        return address(Optional.ofNullable(System.getenv("DOCKER_HOST")))
                .map(ContainerEngine::pings)
                .orElse(false);
    }

    /** Where {@code DOCKER_HOST} says, else the usual socket; empty when there is nothing to ask. */
    static Optional<SocketAddress> address(Optional<String> dockerHost) {
        URI uri = URI.create(dockerHost.orElse("unix:///var/run/docker.sock"));
        if ("unix".equals(uri.getScheme())) {
            Path socket = Path.of(uri.getPath());
            return Files.exists(socket) ? Optional.of(UnixDomainSocketAddress.of(socket)) : Optional.empty();
        }
        int port = uri.getPort() < 0 ? 2375 : uri.getPort();
        return Optional.ofNullable(uri.getHost()).map(host -> new InetSocketAddress(host, port));
    }

    static boolean pings(SocketAddress engine) {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> answer.complete(ping(engine)));
        return answer.completeOnTimeout(false, 2, TimeUnit.SECONDS).join();
    }

    private static boolean ping(SocketAddress engine) {
        StandardProtocolFamily family =
                engine instanceof UnixDomainSocketAddress ? StandardProtocolFamily.UNIX : StandardProtocolFamily.INET;
        try (SocketChannel channel = SocketChannel.open(family)) {
            channel.connect(engine);
            channel.write(StandardCharsets.US_ASCII.encode("GET /_ping HTTP/1.0\r\nHost: localhost\r\n\r\n"));
            ByteBuffer reply = ByteBuffer.allocate(64);
            channel.read(reply);
            return StandardCharsets.US_ASCII.decode(reply.flip()).toString().contains(" 200 ");
        } catch (IOException nobody) {
            return false;
        }
    }
}
