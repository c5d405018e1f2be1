package dev.sheetway.cli.doctor;

import dev.sheetway.workspace.probe.Finding;
import dev.sheetway.workspace.probe.ProbeReport;
import java.nio.file.Path;
import java.util.List;

/** A probe for people. */
public final class ProbeText {
    private ProbeText() {}

    /** One line, such as {@code metadataOnFileCopy: KEEP}. */
    public static String line(Finding finding) {
        String note = finding.answer().note().isEmpty()
                ? finding.answer().said()
                : finding.answer().note();
        String mark = !finding.asked() || finding.foreseen() ? finding.differs() ? "  (differs)" : "" : "  (!)";
        return finding.question().id() + ": " + finding.answer().value() + mark
                + (note.isEmpty() ? "" : "\n    " + note);
    }

    /** What follows from all findings, and where they are kept. */
    public static String summary(ProbeReport report, Path file) {
        StringBuilder text = new StringBuilder("\n");
        List<Finding> findings = report.findings();
        text.append(findings.stream().filter(Finding::asked).count())
                .append(" questions answered, ")
                .append(findings.stream().filter(finding -> !finding.asked()).count())
                .append(" not asked, by ")
                .append(report.source())
                .append(" in ")
                .append(report.calls())
                .append(" calls\n");
        findings.stream()
                .map(Finding::advice)
                .filter(advice -> !advice.isEmpty())
                .forEach(advice -> text.append("- ").append(advice).append('\n'));
        report.leftBehind()
                .forEach(left ->
                        text.append("- please delete by hand: ").append(left).append('\n'));
        text.append("slots that hold: ")
                .append(report.slots().isEmpty() ? "none" : String.join(", ", report.slots()))
                .append("\nevidence: ")
                .append(file)
                .append(
                        report.passed()
                                ? "\npassed: Sheetway is prepared for each of these answers"
                                : "\nNOT passed: do not migrate with this release and account before the answers marked (!) are"
                                        + " understood");
        return text.toString();
    }
}
