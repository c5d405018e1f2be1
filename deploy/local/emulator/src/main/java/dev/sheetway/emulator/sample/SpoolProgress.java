package dev.sheetway.emulator.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Writes the dates and papers of the stages that a spool has passed; later stages stay blank. */
final class SpoolProgress {
    private static final List<Worker> FITTERS = Worker.with("ARMADOR");
    private static final List<Worker> WELDERS = Worker.with("SOLDADOR");

    private final Cells cells;
    private final Random random;
    private final SpoolDates dates;
    private final Spools spools;

    SpoolProgress(Cells cells, Random random, SpoolDates dates, Spools spools) {
        this.cells = cells;
        this.random = random;
        this.dates = dates;
        this.spools = spools;
    }

    /** @param stage how many of the twelve stages are done, from 0 */
    void write(LocalDate start, int stage) {
        dates.write(cells, "Fecha_Compromiso", start.plusDays(90));
        if (random.nextInt(3) > 0) {
            dates.write(cells, "Fecha_Estimada_Entrega", start.plusDays(100));
        }
        LocalDate day = start;
        for (int done = 1; done <= stage; done++) {
            day = day.plusDays(1 + random.nextInt(9));
            stage(done, day);
        }
    }

    private void stage(int done, LocalDate day) {
        switch (done) {
            case 1 -> dates.write(cells, "Fecha_Ingenieria", day);
            case 2 -> dates.write(cells, "Fecha_Materiales", day);
            case 3 -> assembled(day);
            case 4 -> {
                dates.write(cells, "Fecha_Soldadura", day);
                cells.text(
                        "Soldador", WELDERS.get(random.nextInt(WELDERS.size())).tag());
            }
            case 5 -> dates.write(cells, "Fecha_QC_Metrología", day);
            case 6 -> tested(day);
            case 7 -> {
                dates.write(cells, "Fecha_PH", day);
                cells.text("N°_Informe_PH", paper("PH"));
            }
            case 8 -> {
                dates.write(cells, "Fecha_Revestimiento", day);
                dates.write(cells, "Fecha_QC_Revestimiento", day.plusDays(1));
            }
            case 9 -> painted(day);
            case 10 -> dates.write(cells, "Fecha_QC_Pintura", day);
            case 11 -> {
                dates.write(cells, "Fecha_Liberación", day);
                cells.text("N°_Acta_Libración", paper("AL"));
            }
            default -> {
                cells.text("Packing_list", paper("PL"));
                dates.write(cells, "Fecha_GD", day);
                cells.text("Guia_Despacho", random.nextInt(6) == 0 ? "-" : paper("GD"));
            }
        }
    }

    private void assembled(LocalDate day) {
        String fitter = FITTERS.get(random.nextInt(FITTERS.size())).tag();
        dates.write(cells, "Fecha_Armado", day);
        cells.text("Armador", fitter);
        spools.assembled(fitter);
    }

    private void tested(LocalDate day) {
        dates.write(cells, "Fecha_NDT", day);
        cells.text("OK NDT si/no/Rep", List.of("si", "si", "si", "no", "Rep").get(random.nextInt(5)));
        cells.text("N°_nforme_PT", random.nextBoolean() ? "-" : paper("PT"));
        cells.text("N°_Informe_UT_ RX", paper("UT"));
    }

    private void painted(LocalDate day) {
        dates.write(cells, "Fecha_Envio_Pintura", day);
        cells.text("GD_envio_Pintura", paper("GP"));
        dates.write(cells, "Fecha_Pintura", day.plusDays(3));
        cells.text("Taller_Pintura", random.nextBoolean() ? "Taller Quilín" : "Externo");
        cells.text("Informe_Pintura", random.nextInt(4) == 0 ? "-" : paper("IP"));
    }

    private String paper(String kind) {
        return kind + "-" + (1_000 + random.nextInt(9_000));
    }
}
