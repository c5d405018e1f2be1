package dev.sheetway.cli.bus;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;

/** Whether anybody listens where a broker should be: a second's question before Kafka's client is started. */
final class Listening {
    private Listening() {}

    /** Whether one of {@code host:port,…} accepts a connection within {@code patience}. */
    static boolean anyOf(String bootstrapServers, Duration patience) {
        return Arrays.stream(bootstrapServers.split(","))
                .map(String::strip)
                .anyMatch(server -> accepts(server, patience));
    }

    private static boolean accepts(String server, Duration patience) {
        int colon = server.lastIndexOf(':');
        if (colon < 0) {
            return false;
        }
        String host = server.substring(0, colon).replaceFirst("^\\[(.*)]$", "$1");
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, Integer.parseInt(server.substring(colon + 1))), (int)
                    patience.toMillis());
            return true;
        } catch (IOException | IllegalArgumentException nobody) {
            return false;
        }
    }
}
