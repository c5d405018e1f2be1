package dev.sheetway.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sheetway.launcher.Part;
import dev.sheetway.launcher.PrivateStack;
import dev.sheetway.launcher.StackDisplay;
import dev.sheetway.launcher.StackLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One stack of six real processes for every test class that asks for it, stopped when the last one has ended. */
final class SharedStack implements BeforeAllCallback {
    static final Path HOME =
            Path.of(System.getProperty("sheetway.home", "..")).toAbsolutePath().normalize();
    static final Path PLAN = HOME.resolve("docs/examples/zeues/zeues-2.1-3.0.yaml");

    private static @Nullable PrivateStack stack;

    @Override
    public void beforeAll(ExtensionContext context) {
        for (Part part : List.of(Part.ORCHESTRATOR, Part.BACKUP_SERVICE, Part.SCHEMA_SERVICE, Part.VERIFY_SERVICE)) {
            assumeTrue(
                    Files.exists(HOME.resolve(part.wireName()).resolve("target/quarkus-app/quarkus-run.jar")),
                    "skipped: " + part.wireName() + " is not built; run the whole ./mvnw verify");
        }
        System.setProperty("sheetway.home", HOME.toString());
        context.getRoot()
                .getStore(ExtensionContext.Namespace.create(SharedStack.class))
                .computeIfAbsent("stack", key -> {
                    PrivateStack started = PrivateStack.start(new StackLayout(HOME), false, StackDisplay.SILENT);
                    stack = started;
                    return (AutoCloseable) started::close;
                });
    }

    static PrivateStack get() {
        return Objects.requireNonNull(stack);
    }
}
