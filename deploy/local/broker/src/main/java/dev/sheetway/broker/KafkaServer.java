package dev.sheetway.broker;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import javax.management.JMException;
import javax.management.ObjectName;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Kafka server in this JVM. The only class that uses what Kafka does not publish as API: {@code Formatter} and
 * {@code KafkaRaftServer}, which {@code kafka-storage.sh format} and {@code kafka-server-start.sh} run too.
 */
final class KafkaServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaServer.class);
    private static final Duration LONGEST_SESSION = Duration.ofSeconds(10);
    /** Of a controller that is active and knows of no broker, until its counts are up to its log. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(2);

    private final KafkaRaftServer server;

    private KafkaServer(KafkaRaftServer server) {
        this.server = server;
    }

    /** Formats {@code logDir} unless it is formatted, then starts; returns when the broker is unfenced. */
    static KafkaServer start(int port, int controllerPort, Path logDir) throws Exception {
        Files.createDirectories(logDir);
        format(logDir);
        if (wasKilled(logDir)) {
            fenceItself(controllerPort, logDir);
        }
        return started(BrokerSettings.of(port, controllerPort, logDir));
    }

    private static KafkaServer started(Properties settings) {
        KafkaServer server = new KafkaServer(new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM));
        server.server.startup();
        return server;
    }

    /** A shutdown in order leaves a file, which the next start takes away. */
    private static boolean wasKilled(Path logDir) {
        return Files.exists(logDir.resolve("__cluster_metadata-0"))
                && !Files.exists(logDir.resolve(".kafka_cleanshutdown"));
    }

    /**
     * Runs the controller alone until it has fenced the broker that was killed. Otherwise the new one takes itself for the
     * leader at once, begins to load the groups, is fenced, leads again and loads once more; when the first loading ends
     * after that, Kafka 4.1 takes the group for loaded, and its committed offsets are lost from sight until the next
     * restart.
     */
    private static void fenceItself(int controllerPort, Path logDir) throws Exception {
        try (KafkaServer controller = started(BrokerSettings.controllerAlone(controllerPort, logDir))) {
            long begun = System.nanoTime();
            long silent = begun;
            while (count("FencedBrokerCount") == 0) {
                if (count("ActiveControllerCount") == 0 || count("ActiveBrokerCount") > 0) {
                    silent = System.nanoTime();
                }
                if (sinceThen(silent).compareTo(LONGEST_SILENCE) > 0) {
                    LOG.info("no broker was ever registered in {}: there is none to fence", logDir);
                    return;
                }
                if (sinceThen(begun).compareTo(LONGEST_SESSION) > 0) {
                    LOG.warn(
                            "the broker that was killed is not fenced after {}: groups may lose sight of their offsets"
                                    + " until the next restart",
                            LONGEST_SESSION);
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
    }

    private static Duration sinceThen(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }

    /** The controller's own count, which follows its log; its admin interface tells nothing of fenced brokers. */
    private static int count(String name) throws JMException {
        ObjectName count = new ObjectName("kafka.controller:type=KafkaController,name=" + name);
        return (Integer) ManagementFactory.getPlatformMBeanServer().getAttribute(count, "Value");
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
