package dev.sheetway.cli.doctor;

import dev.sheetway.cli.CliFailure;
import dev.sheetway.cli.Exit;
import dev.sheetway.cli.bus.Bus;
import dev.sheetway.wire.TopicCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Whether the broker answers and its topics are as the catalogue wants them. */
public final class BrokerChecks {
    private BrokerChecks() {}

    /** One check when the broker cannot be used, otherwise two. */
    public static List<Check> run(Supplier<Bus> connection) {
        List<Check> checks = new ArrayList<>();
        Bus bus;
        try {
            bus = connection.get();
        } catch (CliFailure trouble) {
            return List.of(new Check("broker", trouble.exit(), String.valueOf(trouble.getMessage())));
        }
        checks.add(Check.well("broker", "answers at " + bus.bootstrapServers()));
        checks.add(topics(bus));
        return checks;
    }

    private static Check topics(Bus bus) {
        TopicCatalogue catalogue = TopicCatalogue.load();
        List<String> differences = TopicDifferences.of(bus.bootstrapServers(), catalogue);
        return differences.isEmpty()
                ? Check.well("topics", catalogue.topics().size() + " as in deploy/kafka/topics.yaml")
                : new Check(
                        "topics",
                        Exit.REFUSED,
                        String.join("; ", differences)
                                + "; correct them as deploy/kafka/topics.yaml says: records may be lost or misplaced");
    }
}
