package dev.sheetway.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who listens where on 127.0.0.1.
 *
 * @param chosen ports that somebody asked for; parts that are not in it keep the one they had, else get their default
 */
public record Ports(Map<Part, Integer> chosen) {
    public Ports {
        chosen = Map.copyOf(chosen);
    }

    /** The choices of the environment under those of the command line. */
    public static Ports of(Map<Part, Integer> flags, Map<String, String> environment) {
        Map<Part, Integer> chosen = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            Optional.ofNullable(flags.get(part))
                    .or(() -> Optional.ofNullable(environment.get(part.portVariable()))
                            .map(text -> number(part, text)))
                    .ifPresent(port -> chosen.put(part, port));
        }
        return new Ports(chosen);
    }

    private static int number(Part part, String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException noNumber) {
            throw new LauncherException(
                    LauncherException.Kind.USAGE,
                    part.portVariable() + "=" + text + ": expected a port number; nothing was started");
        }
    }

    /** A free port for every part: for a private stack. */
    public static Ports free() {
        Map<Part, Integer> chosen = new EnumMap<>(Part.class);
        List<ServerSocket> open = new ArrayList<>();
        try {
            for (Part part : Part.values()) {
                ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                open.add(socket); // held until all are chosen, so that none is chosen twice
                chosen.put(part, socket.getLocalPort());
            }
            return new Ports(chosen);
        } catch (IOException failure) {
            throw new LauncherException(LauncherException.Kind.NOT_READY, "no free port: " + failure.getMessage());
        } finally {
            open.forEach(Ports::close);
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException ignored) {
            // nothing was sent through it
        }
    }

    /** Whether {@code part} could listen there now. */
    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
