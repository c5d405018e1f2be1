package dev.sheetway.broker;

import dev.sheetway.wire.TopicCatalogue;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.slf4j.LoggerFactory;

/**
 * Where a child process finds Kafka's jars. The server's 45 jars stay off the class paths of those who only start it:
 * the build lays them beside this module ({@code target/app/lib}), or all jars of a stack lie in one folder.
 */
final class BrokerClassPath {
    private BrokerClassPath() {}

    /** @throws IllegalStateException when this module was compiled without its build's copied jars */
    static String find() {
        Path own = locationOf(BrokerClassPath.class);
        Path libraries = own.resolveSibling("app").resolve("lib");
        if (Files.isDirectory(libraries)) {
            Set<String> entries = new LinkedHashSet<>();
            entries.add(own.toString());
            entries.add(locationOf(TopicCatalogue.class).toString());
            entries.add(libraries.resolve("*").toString());
            return String.join(File.pathSeparator, entries);
        }
        if (Files.isRegularFile(own) && Files.isRegularFile(siblingJar(own))) {
            return own.resolveSibling("*").toString();
        }
        throw new IllegalStateException("Kafka's jars: expected in " + libraries
                + "; run ./mvnw -Dquick package (deploy/local/broker collects them)");
    }

    private static Path siblingJar(Path own) {
        return own.resolveSibling(locationOf(LoggerFactory.class).getFileName());
    }

    private static Path locationOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
