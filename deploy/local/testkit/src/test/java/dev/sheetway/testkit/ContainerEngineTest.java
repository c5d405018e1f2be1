package dev.sheetway.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerEngineTest {

    @Test
    void anAbsentSocketIsNoEngine(@TempDir Path dir) {
        assertThat(ContainerEngine.address(Optional.of("unix://" + dir.resolve("none.sock"))))
                .isEmpty();
    }

    @Test
    void aPortThatAcceptsAndNeverAnswersIsNoEngineAfterTwoSeconds() throws Exception {
        try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            InetSocketAddress address = new InetSocketAddress(mute.getInetAddress(), mute.getLocalPort());
            long before = System.nanoTime();

            boolean answers = ContainerEngine.pings(address);

            assertThat(answers).isFalse();
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(20));
        }
    }

    @Test
    void aServerThatAnswersOkIsAnEngine() throws Exception {
        try (ServerSocket engine = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try (var connection = engine.accept()) {
                    connection.getInputStream().read();
                    connection
                            .getOutputStream()
                            .write("HTTP/1.0 200 OK\r\n\r\nOK".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                } catch (java.io.IOException closed) {
                    throw new java.io.UncheckedIOException(closed);
                }
            });

            assertThat(ContainerEngine.pings(new InetSocketAddress(engine.getInetAddress(), engine.getLocalPort())))
                    .isTrue();
        }
    }
}
