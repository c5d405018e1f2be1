package dev.sheetway.broker;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A Kafka server in this JVM. The only class that uses what Kafka does not publish as API: {@code Formatter} and
 * {@code KafkaRaftServer}, which {@code kafka-storage.sh format} and {@code kafka-server-start.sh} run too.
 */
final class KafkaServer implements AutoCloseable {
    private final KafkaRaftServer server;

    private KafkaServer(KafkaRaftServer server) {
        this.server = server;
    }

    /** Formats {@code logDir} unless it is formatted, then starts; returns when the broker is unfenced. */
    static KafkaServer start(int port, int controllerPort, Path logDir) throws Exception {
        Files.createDirectories(logDir);
        format(logDir);
        Properties settings = BrokerSettings.of(port, controllerPort, logDir);
        KafkaServer server = new KafkaServer(new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM));
        server.server.startup();
        return server;
    }

    /** Left alone when it is formatted already, also by a run that was killed in between. */
    private static void format(Path logDir) throws Exception {
        if (Files.exists(logDir.resolve("meta.properties"))) {
            return;
        }
        new Formatter()
                .setPrintStream(new PrintStream(PrintStream.nullOutputStream()))
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(BrokerSettings.NODE_ID)
                .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                .setMetadataLogDirectory(logDir.toString())
                .addDirectory(logDir.toString())
                .setIgnoreFormatted(true)
                .run();
    }

    void awaitShutdown() {
        server.awaitShutdown();
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
