package dev.sheetway.cli.report;

import static dev.sheetway.cli.report.Markup.escape;

import java.util.Locale;

/** {@code smoke.junit.xml}: what CI systems read. */
final class SmokeJunitXml {
    private SmokeJunitXml() {}

    static String of(Report report) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n");
        report.smoke().forEach(suite -> append(xml, suite));
        return xml.append("</testsuites>\n").toString();
    }

    private static void append(StringBuilder xml, SmokeSuite suite) {
        long millis = suite.lines().stream()
                .mapToLong(SmokeSuite.Line::durationMillis)
                .sum();
        xml.append("  <testsuite name=\"")
                .append(escape("smoke: " + suite.title()))
                .append("\" tests=\"")
                .append(suite.lines().size())
                .append("\" failures=\"")
                .append(suite.count(SmokeSuite.Result.FAILED))
                .append("\" errors=\"0\" skipped=\"")
                .append(suite.count(SmokeSuite.Result.SKIPPED))
                .append("\" time=\"")
                .append(seconds(millis))
                .append("\">\n");
        suite.lines().forEach(line -> append(xml, suite, line));
        xml.append("  </testsuite>\n");
    }

    private static void append(StringBuilder xml, SmokeSuite suite, SmokeSuite.Line line) {
        xml.append("    <testcase classname=\"")
                .append(escape("smoke." + suite.version().replace('.', '_')))
                .append("\" name=\"")
                .append(escape(line.name()))
                .append("\" time=\"")
                .append(seconds(line.durationMillis()))
                .append("\">");
        switch (line.result()) {
            case PASSED -> {}
            case FAILED ->
                xml.append("<failure message=\"").append(escape(line.detail())).append("\"/>");
            case SKIPPED ->
                xml.append("<skipped message=\"").append(escape(line.detail())).append("\"/>");
        }
        xml.append("</testcase>\n");
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.3f", millis / 1000.0);
    }
}
