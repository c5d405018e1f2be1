package dev.sheetway.broker;

import java.nio.file.Path;
import java.util.Properties;

/** Kafka's server settings for one machine: quick to start and restart, small in memory, durable offsets. */
final class BrokerSettings {
    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private BrokerSettings() {}

    static Properties of(int port, int controllerPort, Path logDir) {
        Properties settings = new Properties();
        identity(settings, port, controllerPort, logDir);
        quickRestart(settings);
        oneReplica(settings);
        smallFootprint(settings);
        // topics come from the catalogue alone: a typo must not become a topic with Kafka's 7 days of retention
        settings.put("auto.create.topics.enable", "false");
        // committed offsets must outlive a month of holidays, or a group starts over from the beginning
        settings.put("offsets.retention.minutes", "43200");
        return settings;
    }

    /** The controller without its broker; it fences a broker that it knows and that does not come. */
    static Properties controllerAlone(int controllerPort, Path logDir) {
        Properties settings = new Properties();
        settings.put("process.roles", "controller");
        settings.put("node.id", Integer.toString(NODE_ID));
        settings.put("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort);
        settings.put("controller.listener.names", CONTROLLER_LISTENER);
        settings.put("listeners", "CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("listener.security.protocol.map", "CONTROLLER:PLAINTEXT");
        settings.put("log.dirs", logDir.toString());
        settings.put("broker.session.timeout.ms", "200");
        settings.put("broker.heartbeat.interval.ms", "50");
        return settings;
    }

    private static void identity(Properties settings, int port, int controllerPort, Path logDir) {
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(NODE_ID));
        // static voters: not stored, so the ports may change from start to start
        settings.put("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort);
        settings.put("controller.listener.names", CONTROLLER_LISTENER);
        settings.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("inter.broker.listener.name", "PLAINTEXT");
        settings.put("log.dirs", logDir.toString());
    }

    private static void quickRestart(Properties settings) {
        // after kill -9 the controller waits for the old session before it lets the new one in (9 s by default)
        settings.put("broker.session.timeout.ms", "2000");
        settings.put("broker.heartbeat.interval.ms", "500");
        settings.put("group.initial.rebalance.delay.ms", "0");
        // a killed orchestrator's open transaction hides later records until it is aborted (10 s steps by default)
        settings.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "500");
    }

    private static void oneReplica(Properties settings) {
        settings.put("default.replication.factor", "1");
        settings.put("min.insync.replicas", "1");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "12");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "8");
        // read whole at each start, and compacted only once a segment is full (100 MB by default)
        settings.put("offsets.topic.segment.bytes", "2097152");
        settings.put("transaction.state.log.segment.bytes", "2097152");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
    }

    private static void smallFootprint(Properties settings) {
        // the default of 128 MiB is allocated at start
        settings.put("log.cleaner.dedupe.buffer.size", "2097152");
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("background.threads", "2");
    }
}
