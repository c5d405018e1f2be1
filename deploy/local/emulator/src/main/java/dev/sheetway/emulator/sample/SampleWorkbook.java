package dev.sheetway.emulator.sample;

import dev.sheetway.emulator.workbook.ReproducibleZip;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.Optional;
import java.util.Random;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Generates the sample workbook: tabs {@code Operaciones} (2,556 rows by 63 columns, 1,094 of them spools),
 * {@code Trabajadores}, {@code Roles} and {@code Metadata}. The same seed gives the same bytes with one version of
 * this module, whatever the time, the locale and the time zone.
 */
public final class SampleWorkbook {
    public static final long DEFAULT_SEED = 20_260_126L;
    private static final Date MADE_AT = new Date(1_769_385_600_000L);
    private static final int ROWS_IN_MEMORY = 64;

    private SampleWorkbook() {}

    /** The .xlsx file for a seed. */
    public static byte[] generate(long seed) {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            workbook.getProperties().getCoreProperties().setCreated(Optional.of(MADE_AT));
            workbook.getProperties().getCoreProperties().setCreator("Sheetway sample");
            SampleStyles styles = new SampleStyles(workbook);
            SpoolTab spools = new SpoolTab(workbook, styles);
            CrewTabs crew = new CrewTabs(workbook, styles);
            HistoryTab history = new HistoryTab(workbook, styles);
            try (SXSSFWorkbook stream = new SXSSFWorkbook(workbook, ROWS_IN_MEMORY, false, true)) {
                Spools written = spools.write(stream, new Random(seed));
                // Else POI would flush the tabs in an order of its own, and number the shared texts by it.
                stream.getSheet(SpoolTab.NAME).flushRows();
                crew.write(stream, written);
                stream.getSheet(CrewTabs.WORKERS).flushRows();
                stream.getSheet(CrewTabs.ROLES).flushRows();
                history.write(stream, written, new Random(~seed));
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                stream.write(bytes);
                return ReproducibleZip.of(bytes.toByteArray());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** {@code --out FILE [--seed N]}: writes the file; exit code 0, or 2 with the usage. */
    public static void main(String[] args) throws IOException {
        System.exit(run(args, System.out, System.err));
    }

    static int run(String[] args, PrintStream out, PrintStream err) throws IOException {
        String file = "";
        long seed = DEFAULT_SEED;
        for (int i = 0; i + 1 < args.length; i += 2) {
            switch (args[i]) {
                case "--out" -> file = args[i + 1];
                case "--seed" -> seed = Long.parseLong(args[i + 1]);
                default -> file = "";
            }
        }
        if (file.isEmpty() || args.length % 2 != 0) {
            err.println("usage: SampleWorkbook --out FILE.xlsx [--seed N]");
            return 2;
        }
        byte[] bytes = generate(seed);
        Files.write(Path.of(file), bytes);
        out.println(file + ": " + bytes.length + " bytes, seed " + seed);
        return 0;
    }
}
