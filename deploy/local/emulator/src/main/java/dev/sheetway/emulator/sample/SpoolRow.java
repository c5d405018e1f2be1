package dev.sheetway.emulator.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.poi.ss.util.CellReference;

/** Writes one spool: a piece of piping on its way from engineering to dispatch, as far as it has come. */
final class SpoolRow {
    static final String[] STATES = {"ACTIVO", "EN_PROCESO", "TERMINADO", "DESPACHADO", "DETENIDO"};
    static final int WITH_ID = 292;
    private static final List<Integer> DUPLICATES = List.of(200, 417, 640, 641, 1_003);
    private static final LocalDate START = LocalDate.of(2025, 9, 1);
    private static final int STAGES = 12;

    private final SampleStyles styles;
    private final Random random;
    private final Spools spools;
    private final SpoolDates dates;

    SpoolRow(SampleStyles styles, Random random, Spools spools) {
        this.styles = styles;
        this.random = random;
        this.spools = spools;
        this.dates = new SpoolDates(random, styles);
    }

    /** @param number 1 for the first spool, which stands in row 2 */
    void write(Cells cells, int number) {
        String tag = tag(number);
        spools.add(tag);
        if (number <= WITH_ID) {
            cells.number("id", number, styles.general);
        }
        identity(cells, number, tag);
        measures(cells, number);
        int stage = random.nextInt(STAGES + 1);
        cells.text("Status_Spool", STATES[Math.min(3, stage / 4)]);
        new SpoolProgress(cells, random, dates, spools).write(START.plusDays(random.nextInt(110)), stage);
        prices(cells, number);
        if (number == 50 || number == 51) {
            // A count typed into a date column: shows as 1900-01-03 and 1900-01-06.
            cells.number("Fecha_PH", number == 50 ? 4 : 7, styles.date);
        }
    }

    private String tag(int number) {
        if (DUPLICATES.contains(number)) {
            return spools.tags().get(number - 100);
        }
        if (number == 30 || number == 31) {
            return "TEST-0" + (number - 29);
        }
        String kind = List.of("CW", "TW", "BW", "SW", "TK", "GW").get(number % 6);
        return String.format(
                Locale.ROOT, "MK-%d-%s-%05d-%03d", 1_300 + number % 60, kind, 25_000 + number / 12, number % 1_000);
    }

    private void identity(Cells cells, int number, String tag) {
        cells.text(
                "NV",
                number % 5 == 0 ? String.format(Locale.ROOT, "%03d", number % 90 + 1) : "NV0" + (600 + number % 80));
        cells.text("OT", number % 40 == 0 ? "9999" : String.format(Locale.ROOT, "%03d", number % 120 + 1));
        cells.text("CT", String.valueOf((char) ('A' + number % 4)));
        cells.text("ITEM", String.format(Locale.ROOT, "%03d", number % 60 + 1));
        cells.text("SPLIT", number % 9 == 0 ? tag : "1");
        cells.text("TAG_SPOOL", tag);
        cells.text("STATUS_NV", "ACTIVA");
        cells.text("Ubicación", number % 7 == 0 ? "Patio Ñuñoa" : "Taller");
        cells.text(
                "Cliente",
                List.of("Minera Los Álamos", "Papelera Río Claro", "Planta Solar Añil")
                        .get(number % 3));
        cells.text("OC", number % 11 == 0 ? "-" : "45000" + (10_000 + number % 300));
        if (number % 3 == 0) {
            cells.number("Item_OC", number % 20 + 1, styles.general);
        } else {
            cells.text("Item_OC", String.valueOf(number % 20 + 1));
        }
        cells.text("PLANO_KRONOS N°", "PK-" + (2_000 + number % 400));
        cells.text("Rev.", number % 4 == 0 ? "A" : "0");
        cells.text("Plano_Referencia", "ISO-" + (700 + number % 250) + "/" + (number % 9 + 1));
        cells.text("Marca_Placa", "MP" + number % 97);
        if (number % 2 == 0) {
            cells.number("Prioridad", number % 3 + 1, styles.general);
        } else {
            cells.text("Prioridad", number % 13 == 0 ? "URGENTE" : "-");
        }
    }

    private void measures(Cells cells, int number) {
        cells.number("DIAM", (random.nextInt(16) + 1) / 2.0, styles.decimal);
        cells.number("PD_Soldadura", random.nextInt(500) / 10.0 + 1, styles.decimal);
        cells.number("PD_Ranurado", random.nextInt(80) / 8.0, styles.decimal);
        cells.number("PD_Hilo", random.nextInt(40) / 4.0, styles.decimal);
        if (number % 137 == 0) {
            cells.text("Peso_Kg", (5 + random.nextInt(400)) + ",5");
        } else {
            cells.number("Peso_Kg", 5 + random.nextInt(49_500) / 100.0, styles.decimal);
        }
        cells.number("Area_m2", random.nextInt(900) / 100.0, styles.decimal);
        cells.text("Tipo Armado", number % 2 == 0 ? "SOLDADO" : "RANURADO");
        cells.text("Tipo_NDT", List.of("PT", "UT", "RX", "-").get(number % 4));
        cells.text("Tipo_PH", number % 6 == 0 ? "FALSE" : "TRUE");
        cells.text("Tipo_Revestimiento", number % 5 == 0 ? "Goma" : "-");
        cells.text(
                "Tipo_Pintura", List.of("Epóxica", "Poliuretano", "Galvanizado").get(number % 3));
        cells.text("Tipo_Embalaje", number % 8 == 0 ? "Cajón" : "Atado");
    }

    private void prices(Cells cells, int number) {
        List<String> parts = List.of("Precio Fabricación", "Precio Revestimiento", "Precio Pintura", "Precio Embalaje");
        double total = 0;
        for (String part : parts) {
            double price =
                    part.equals("Precio Revestimiento") && number % 5 != 0 ? 0 : 1_000.0 * (random.nextInt(400) + 5);
            cells.number(part, price, styles.money);
            total += price;
        }
        if (number % 400 == 0) {
            cells.number("Precio Total", total, styles.money);
        } else {
            cells.formula("Precio Total", sum(parts, number + 1), total);
        }
    }

    private static String sum(List<String> parts, int row) {
        String first = CellReference.convertNumToColString(SpoolColumns.at(parts.getFirst()));
        String last = CellReference.convertNumToColString(SpoolColumns.at(parts.getLast()));
        return "SUM(" + first + row + ":" + last + row + ")";
    }
}
