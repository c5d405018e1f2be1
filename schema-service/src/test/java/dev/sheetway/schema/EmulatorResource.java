package dev.sheetway.schema;

import dev.sheetway.emulator.Emulator;
import dev.sheetway.emulator.EmulatorOptions;
import dev.sheetway.emulator.sample.SampleWorkbook;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** The emulator with the sample workbook under the id {@code sample}. */
public final class EmulatorResource implements QuarkusTestResourceLifecycleManager {
    private Optional<Emulator> running = Optional.empty();

    @Override
    public Map<String, String> start() {
        try {
            Emulator emulator = Emulator.start(EmulatorOptions.inMemory());
            running = Optional.of(emulator);
            emulator.admin()
                    .importWorkbook(
                            SampleWorkbook.generate(SampleWorkbook.DEFAULT_SEED), "sample.xlsx", "sample", "Registro");
            return Map.of(
                    "sheetway.google.root-url",
                    emulator.baseUri().toString(),
                    "sheetway.google.token",
                    "emu.sa.schema-service.spreadsheets+drive.readonly");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void stop() {
        running.ifPresent(Emulator::close);
    }
}
