package dev.sheetway.orchestrator.stream;

import dev.sheetway.wire.TopicCatalogue;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.annotations.CommandLineArguments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Starts the saga with the application and stops it before; with {@code --rebuild} rebuilds instead, and ends. */
@ApplicationScoped
class Lifecycle {
    private static final int USAGE = 2;

    @Produces
    @Singleton
    SagaStreams streams(
            OrchestratorSettings settings,
            Config config,
            @ConfigProperty(name = "sheetway.instance-id", defaultValue = "orchestrator-1") String instanceId) {
        return new SagaStreams(settings, Clients.settings(config), instanceId, Quarkus::asyncExit);
    }

    void start(
            @Observes StartupEvent event,
            SagaStreams streams,
            Config config,
            @CommandLineArguments String[] arguments) {
        switch (List.of(arguments)) {
            case List<String> none when none.isEmpty() -> streams.start();
            case List<String> one
            when one.equals(List.of("--rebuild")) ->
                new RebuildRun(new Rebuild(Clients.settings(config), TopicCatalogue.load()), Quarkus::asyncExit)
                        .start();
            case List<String> other -> {
                SagaLog.usage(other);
                Quarkus.asyncExit(USAGE);
            }
        }
    }

    void stop(@Observes ShutdownEvent event, SagaStreams streams) {
        streams.close();
    }
}
