package dev.sheetway.broker;

import dev.sheetway.wire.TopicCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one broker until it is told to end: starts Kafka, makes the topics of the catalogue, prints {@code broker ready
 * on 127.0.0.1:PORT} and writes the port file. Exit status 1: Kafka did not start; 4: an existing topic is not safe to
 * run on.
 */
public final class BrokerMain {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerMain.class);
    private static final int UNSAFE_TOPIC = 4;

    private BrokerMain() {}

    public static void main(String[] arguments) {
        try {
            run(BrokerOptions.parse(List.of(arguments)));
        } catch (UnsafeTopics unsafe) {
            LOG.error("refused error={}", unsafe.getMessage());
            System.err.println(unsafe.getMessage());
            Runtime.getRuntime().exit(UNSAFE_TOPIC);
        } catch (Exception failure) {
            LOG.error("broker did not start", failure);
            Runtime.getRuntime().exit(1);
        }
    }

    private static void run(BrokerOptions options) throws Exception {
        Files.deleteIfExists(options.portFile());
        options.parent().ifPresent(BrokerMain::endWith);
        int port = options.port() == 0 ? FreePort.find() : options.port();
        int controllerPort = options.controllerPort() == 0 ? FreePort.find() : options.controllerPort();
        Path logDir = options.dataDir().resolve("kafka").toAbsolutePath();
        KafkaServer server = KafkaServer.start(port, controllerPort, logDir);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "broker-shutdown"));
        TopicProvisioner.provision("127.0.0.1:" + port, TopicCatalogue.load());
        announce(port, options.portFile());
        server.awaitShutdown();
    }

    /** Watches the process that started us: a test JVM that is killed must not leave brokers behind. */
    private static void endWith(long parent) {
        Optional<ProcessHandle> handle = ProcessHandle.of(parent);
        Runnable end = () -> Runtime.getRuntime().halt(0);
        handle.ifPresentOrElse(process -> onExit(process, end), end);
    }

    private static void onExit(ProcessHandle process, Runnable end) {
        CompletableFuture<Void> neverAwaited = process.onExit().thenRun(end);
        assert !neverAwaited.isCompletedExceptionally();
    }

    /** The file appears complete or not at all: its reader polls for it. */
    private static void announce(int port, Path portFile) throws IOException {
        Path whole = portFile.resolveSibling(portFile.getFileName() + ".new");
        Files.writeString(whole, Integer.toString(port));
        Files.move(whole, portFile, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        System.out.println("broker ready on 127.0.0.1:" + port);
    }
}
