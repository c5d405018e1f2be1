package dev.sheetway.cli.doctor;

import dev.sheetway.cli.Exit;
import dev.sheetway.launcher.Part;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Whether orchestrator and services say of themselves that they are ready, and whether the emulator does. */
public final class HealthChecks {
    private static final List<Part> SERVICES =
            List.of(Part.ORCHESTRATOR, Part.BACKUP_SERVICE, Part.SCHEMA_SERVICE, Part.VERIFY_SERVICE);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    /** @param ports of the one-machine stack */
    public List<Check> services(Map<Part, Integer> ports) {
        return SERVICES.stream()
                .map(part -> ask(
                        part.wireName(),
                        URI.create("http://127.0.0.1:" + Objects.requireNonNull(ports.get(part)) + "/q/health/ready"),
                        "./sheetway logs " + part.wireName()))
                .toList();
    }

    /** @param root such as {@code http://127.0.0.1:18090} */
    public Check emulator(URI root) {
        return ask("emulator", root.resolve("/_emulator/health"), "./sheetway logs emulator");
    }

    private Check ask(String name, URI url, String whereToLook) {
        try {
            int status = http.send(
                            HttpRequest.newBuilder(url).timeout(PATIENCE).build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            return status == 200
                    ? Check.well(name, "ready at " + url)
                    : new Check(name, Exit.FAILED, url + " answers " + status + ", expected 200; see " + whereToLook);
        } catch (IOException nobody) {
            return new Check(
                    name, Exit.UNREACHABLE, "nobody answers at " + url + "; start the stack with ./sheetway up");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Check(name, Exit.UNREACHABLE, "interrupted while waiting for " + url);
        }
    }
}
