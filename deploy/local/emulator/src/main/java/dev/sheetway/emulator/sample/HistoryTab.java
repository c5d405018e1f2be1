package dev.sheetway.emulator.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes {@code Metadata}, the append-only history of the reference system, with rows that its own reader accepts. */
final class HistoryTab {
    static final String NAME = "Metadata";
    static final int EVENTS = 48;
    static final List<String> HEADERS = List.of(
            "id",
            "timestamp",
            "evento_tipo",
            "tag_spool",
            "worker_id",
            "worker_nombre",
            "operacion",
            "accion",
            "fecha_operacion",
            "metadata_json");
    private static final Instant FIRST = Instant.parse("2026-01-12T11:02:07Z");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-yyyy", Locale.ROOT);

    private final SampleStyles styles;

    HistoryTab(XSSFWorkbook workbook, SampleStyles styles) {
        this.styles = styles;
        workbook.createSheet(NAME).createFreezePane(0, 1);
    }

    void write(SXSSFWorkbook stream, Spools spools, Random random) {
        SXSSFSheet sheet = stream.getSheet(NAME);
        CrewTabs.header(sheet, styles, HEADERS);
        for (int i = 0; i < EVENTS; i++) {
            Worker worker = Worker.CREW.get(random.nextInt(Worker.CREW.size()));
            String tag = spools.tags().get(100 + i * 7 / 2);
            event(sheet.createRow(i + 1), i, worker, tag, random);
        }
    }

    private static void event(SXSSFRow row, int number, Worker worker, String tag, Random random) {
        Instant at = FIRST.plus(number * 181L + random.nextInt(90), ChronoUnit.MINUTES);
        String operation = number % 4 < 2 ? "ARM" : "SOLD";
        String action = number % 2 == 0 ? "INICIAR" : "COMPLETAR";
        text(row, 0, uuid(random).toString());
        text(row, 1, at.toString());
        text(row, 2, action + "_" + operation);
        text(row, 3, tag);
        row.createCell(4).setCellValue(worker.id());
        text(row, 5, worker.tag());
        text(row, 6, operation);
        text(row, 7, action);
        text(row, 8, DAY.format(LocalDate.ofInstant(at, ZoneOffset.UTC)));
        text(row, 9, "{\"origen\":\"app\",\"turno\":" + (number % 3 + 1) + "}");
    }

    /** A version 4 UUID (RFC 9562, 5.4) from seeded bits. */
    private static UUID uuid(Random random) {
        return new UUID(
                random.nextLong() & ~0xf000L | 0x4000L, random.nextLong() & 0x3fff_ffff_ffff_ffffL | Long.MIN_VALUE);
    }

    private static void text(SXSSFRow row, int column, String value) {
        row.createCell(column).setCellValue(value);
    }
}
