package dev.sheetway.orchestrator.stream;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Starts the saga with the application and stops it before. */
@ApplicationScoped
class Lifecycle {

    @Produces
    @Singleton
    SagaStreams streams(
            OrchestratorSettings settings,
            Config config,
            @ConfigProperty(name = "sheetway.instance-id", defaultValue = "orchestrator-1") String instanceId) {
        return new SagaStreams(settings, Clients.settings(config), instanceId, Quarkus::asyncExit);
    }

    void start(@Observes StartupEvent event, SagaStreams streams) {
        streams.start();
    }

    void stop(@Observes ShutdownEvent event, SagaStreams streams) {
        streams.close();
    }
}
