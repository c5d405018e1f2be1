package dev.sheetway.emulator;

import dev.sheetway.emulator.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** The emulator as a process of its own. Exit 2 when it is called wrongly or cannot listen or open its store. */
public final class EmulatorMain {

    private static final String USAGE = """
            usage: emulator [--host HOST] [--port PORT] [--data-dir DIR] [--port-file FILE] [--share-with EMAIL[:ROLE],…]
              --host        address to listen on, default 127.0.0.1
              --port        default 18090; 0 takes a free one
              --data-dir    durable store; without it everything is lost at the end
              --port-file   the port is written here once the emulator is ready
              --share-with  who may use imported files; ROLE is writer (default) or reader
            """;

    private EmulatorMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        try {
            run(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println("emulator: " + e.getMessage());
            System.err.print(USAGE);
            System.exit(2);
        } catch (IOException | StoreException e) {
            System.err.println("emulator: " + e.getMessage());
            System.exit(2);
        }
    }

    private static void run(String[] arguments) throws IOException, InterruptedException {
        Map<String, String> flags = flags(arguments);
        EmulatorOptions options = options(flags);
        Emulator emulator;
        try {
            emulator = Emulator.start(options);
        } catch (java.net.BindException e) {
            throw new IOException(
                    "cannot listen on " + options.host() + ":" + options.port() + ": " + e.getMessage()
                            + "; is another emulator running? choose another --port",
                    e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(emulator::close, "emulator-shutdown"));
        String portFile = flags.get("port-file");
        if (portFile != null) {
            writePort(Path.of(portFile), emulator.port());
        }
        System.out.println("emulator ready on " + emulator.baseUri());
        new CountDownLatch(1).await();
    }

    private static Map<String, String> flags(String[] arguments) {
        Map<String, String> flags = new LinkedHashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            String argument = arguments[i];
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            if (!java.util.List.of("--host", "--port", "--data-dir", "--port-file", "--share-with")
                    .contains(name)) {
                throw new IllegalArgumentException("unknown argument \"" + argument + "\"");
            }
            if (equals < 0 && i + 1 == arguments.length) {
                throw new IllegalArgumentException("\"" + name + "\" needs a value");
            }
            flags.put(name.substring(2), equals < 0 ? arguments[++i] : argument.substring(equals + 1));
        }
        return flags;
    }

    private static EmulatorOptions options(Map<String, String> flags) {
        String dataDir = flags.get("data-dir");
        return new EmulatorOptions(
                flags.getOrDefault("host", "127.0.0.1"),
                port(flags.get("port")),
                dataDir == null ? null : Path.of(dataDir),
                shares(flags.get("share-with")),
                Clock.systemUTC(),
                null);
    }

    private static int port(@Nullable String text) {
        if (text == null) {
            return EmulatorOptions.DEFAULT_PORT;
        }
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new IllegalArgumentException("\"" + text + "\" is no port");
        }
        return Integer.parseInt(text);
    }

    private static Map<String, String> shares(@Nullable String text) {
        if (text == null) {
            return EmulatorOptions.defaultShares();
        }
        Map<String, String> shares = new LinkedHashMap<>();
        for (String one : text.split(",")) {
            String[] parts = one.strip().split(":", 2);
            if (!parts[0].contains("@")) {
                throw new IllegalArgumentException("\"" + one + "\" is no e-mail");
            }
            shares.put(parts[0], parts.length == 1 ? "writer" : parts[1]);
        }
        return shares;
    }

    /** Written beside and moved, so that a reader never sees half of it. */
    private static void writePort(Path file, int port) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".tmp");
        Files.writeString(beside, Integer.toString(port));
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
