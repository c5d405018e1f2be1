package dev.sheetway.testkit;

import dev.sheetway.broker.Broker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Starts the JVM's one broker at the first call, whichever class loader the call comes from. */
final class SharedBroker {
    private static final String BOOTSTRAP = "sheetway.testkit.bootstrap-servers";

    private SharedBroker() {}

    static String bootstrapServers() {
        // Quarkus loads test classes anew for each application: only what belongs to the JVM itself is shared
        synchronized (Runtime.getRuntime()) {
            String running = System.getProperty(BOOTSTRAP);
            if (running == null) {
                running = start();
                System.setProperty(BOOTSTRAP, running);
            }
            return running;
        }
    }

    private static String start() {
        if (ContainerEngine.answers()) {
            try {
                return say("container " + ContainerBroker.IMAGE, ContainerBroker.start());
            } catch (RuntimeException noImage) {
                return say("child JVM, because the container did not start: " + noImage.getMessage(), startProcess());
            }
        }
        return say("child JVM, because no container engine answers", startProcess());
    }

    private static String say(String kind, String bootstrapServers) {
        System.out.println("sheetway testkit: Kafka at " + bootstrapServers + " (" + kind + ")");
        return bootstrapServers;
    }

    private static String startProcess() {
        try {
            Path dataDir = Files.createTempDirectory("sheetway-test-broker");
            Broker broker = Broker.startProcess(dataDir);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(broker, dataDir), "test-broker-removal"));
            return broker.bootstrapServers();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void remove(Broker broker, Path dataDir) {
        broker.kill();
        try (Stream<Path> files = Files.walk(dataDir)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException leftForTheSystemToClean) {
            System.err.println("sheetway testkit: " + dataDir + " was not removed: " + leftForTheSystemToClean);
        }
    }
}
