package dev.sheetway.verify.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.check.SmokeReport;
import dev.sheetway.contracts.check.SmokeResult;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.contracts.plan.SmokeAssertion;
import dev.sheetway.verify.Sheet;
import dev.sheetway.wire.PlanReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The suites of the case study: each assertion is broken once, and it alone fails. */
class ZeuesSuitesTest {
    private static final MigrationPlan PLAN = plan();
    private static final List<String> OLD = List.of(
            "id", "OT", "TAG_SPOOL", "Ubicación", "Armador", "Fecha_Armado", "Soldador", "Fecha_Soldadura", "Filler_a");
    private static final int COLUMNS = 63;
    private static final int ROWS = 1_000;

    private static MigrationPlan plan() {
        try {
            return PlanReader.read(Path.of(
                    System.getProperty("sheetway.home", ".."), "docs", "examples", "zeues", "zeues-2.1-3.0.yaml"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<String> headers() {
        List<String> headers = new ArrayList<>(OLD);
        while (headers.size() < COLUMNS) {
            headers.add("Col_" + headers.size());
        }
        return headers;
    }

    private static Sheet sheet(String version) {
        List<String> headers = headers();
        if (version.equals("3.0")) {
            headers.addAll(List.of("Ocupado_Por", "Fecha_Ocupacion", "version"));
        }
        Sheet sheet = new Sheet().row(headers.toArray());
        for (int i = 0; i < ROWS; i++) {
            sheet.row(i, "00" + i, "MK-" + i, "Taller", "MR(93)", 46_000, "JP(7)", 46_001);
            if (version.equals("3.0")) {
                sheet.set(i + 1, COLUMNS + 2, 0);
            }
        }
        return sheet;
    }

    private static List<String> failed(String version, Sheet sheet) {
        SmokeSuite suite = new SmokeSuite(PLAN, version, () -> 0);
        sheet.scan(suite);
        SmokeReport report = suite.report();
        return report.results().stream()
                .filter(result -> !result.passed())
                .map(SmokeResult::name)
                .toList();
    }

    private static Consumer<Sheet> cell(int column, Object value) {
        return sheet -> sheet.set(5, column, value);
    }

    private static Consumer<Sheet> header(int column, String text) {
        return sheet -> sheet.set(0, column, text);
    }

    private static Consumer<Sheet> taken(Object holder, Object since) {
        return sheet -> sheet.set(5, COLUMNS, holder).set(5, COLUMNS + 1, since);
    }

    /** What breaks each assertion of 3.0. */
    private static Map<String, Consumer<Sheet>> breaks() {
        Map<String, Consumer<Sheet>> breaks = new LinkedHashMap<>(oldBreaks());
        breaks.put("migration: at least 66 columns have a header", header(20, ""));
        breaks.put("migration: Ocupado_Por stands once", header(COLUMNS + 3, "OCUPADO POR"));
        breaks.put("migration: Fecha_Ocupacion stands once", header(COLUMNS + 3, "fecha ocupación"));
        breaks.put("migration: version stands once", header(COLUMNS + 3, "Versión"));
        breaks.put("migration: at least 1,000 spools are there", sheet -> sheet.deleteRow(7));
        breaks.put("columns: the holder is text or nobody", taken(93, 46_000));
        breaks.put("columns: the holder reads INICIALES(ID)", taken("mr(93)", 46_000));
        breaks.put("columns: the date is a serial number or blank", taken("MR(93)", "2026-01-26"));
        breaks.put("columns: the date is a whole day", taken("MR(93)", 46_155.4818));
        breaks.put("columns: the date is no count that shows as a day of 1900", taken("MR(93)", 4));
        breaks.put("columns: version is a number, never a text", cell(COLUMNS + 2, "0"));
        breaks.put("columns: version is whole", cell(COLUMNS + 2, 0.5));
        breaks.put("columns: version is not negative", cell(COLUMNS + 2, -1));
        breaks.put("columns: version is a counter, not a date", cell(COLUMNS + 2, 46_096));
        breaks.put("columns: nobody holds a spool since never", taken("MR(93)", ""));
        breaks.put("columns: no spool is held by nobody", taken("", 46_000));
        return breaks;
    }

    private static Map<String, Consumer<Sheet>> oldBreaks() {
        Map<String, Consumer<Sheet>> breaks = new LinkedHashMap<>();
        breaks.put("migration: TAG_SPOOL stands once", header(30, "tag spool"));
        breaks.put("migration: every tag is text", cell(2, 25_238));
        breaks.put("migration: no tag begins or ends with white space", cell(2, "MK-1 "));
        breaks.put("compatibility: Armador is there under its name", header(4, "Armadores"));
        breaks.put("compatibility: Soldador is there under its name", header(6, "Soldadores"));
        breaks.put("compatibility: Fecha_Armado is there under its name", header(5, "Armado"));
        breaks.put("compatibility: Fecha_Soldadura is there under its name", header(7, "Soldadura"));
        breaks.put("compatibility: Ubicación is there under its name", header(3, "Ubicacion"));
        breaks.put("compatibility: Armador reads INICIALES(ID), a dash or nothing", cell(4, "Mario"));
        breaks.put("compatibility: Soldador reads INICIALES(ID), a dash or nothing", cell(6, 7));
        breaks.put("compatibility: what is welded was assembled", cell(5, ""));
        breaks.put("compatibility: OT is text and keeps its zeros", cell(1, 7));
        return breaks;
    }

    private static List<String> names(String version) {
        return PLAN.smokeFor(version).stream().map(SmokeAssertion::name).toList();
    }

    static Stream<String> of30() {
        return names("3.0").stream();
    }

    static Stream<String> of21() {
        return names("2.1").stream();
    }

    @Test
    void has28AssertionsInTheReferencesThreeGroupsAndAllHold() {
        assertThat(names("3.0").stream().map(name -> name.substring(0, name.indexOf(':'))))
                .hasSize(28)
                .filteredOn("migration"::equals)
                .hasSize(8);
        assertThat(names("3.0"))
                .filteredOn(name -> name.startsWith("columns: "))
                .hasSize(11);
        assertThat(names("3.0"))
                .filteredOn(name -> name.startsWith("compatibility: "))
                .hasSize(9);
        assertThat(failed("3.0", sheet("3.0"))).isEmpty();
        assertThat(failed("2.1", sheet("2.1"))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("of30")
    void anAssertionOf30FailsAloneWhenWhatItSaysIsBroken(String name) {
        // Given
        Sheet sheet = sheet("3.0");
        assertThat(breaks()).containsKey(name);
        // When
        breaks().getOrDefault(name, unbroken -> {}).accept(sheet);
        // Then
        assertThat(failed("3.0", sheet)).containsExactly(name);
    }

    @ParameterizedTest
    @MethodSource("of21")
    void anAssertionOf21FailsAloneWhenWhatItSaysIsBroken(String name) {
        // Given
        Sheet sheet = sheet("2.1");
        // When
        oldBreaks().getOrDefault(name, header(COLUMNS, "Version")).accept(sheet);
        // Then
        assertThat(failed("2.1", sheet)).containsExactly(name);
    }
}
