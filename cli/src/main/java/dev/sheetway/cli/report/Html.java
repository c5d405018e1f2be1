package dev.sheetway.cli.report;

import java.util.List;
import java.util.function.Consumer;

/** Writes HTML. Every text is escaped; names of elements and classes are constants of this package. */
final class Html {
    private final StringBuilder out = new StringBuilder(1 << 15);

    /** A cell of a table. */
    record Cell(String style, String text) {
        static Cell of(String text) {
            return new Cell("", text);
        }

        /** An identifier, a place in the log: of fixed width. */
        static Cell code(String text) {
            return new Cell("code", text);
        }

        static Cell good(String text) {
            return new Cell("good", text);
        }

        static Cell bad(String text) {
            return new Cell("bad", text);
        }

        static Cell number(String text) {
            return new Cell("number", text);
        }
    }

    /** @param constant markup of ours, nothing from outside */
    Html markup(String constant) {
        out.append(constant);
        return this;
    }

    Html text(String text) {
        out.append(Markup.escape(text));
        return this;
    }

    /** @param style class; empty: none */
    Html element(String name, String style, String text) {
        return element(name, style, inside -> inside.text(text));
    }

    Html element(String name, String style, Consumer<Html> inside) {
        out.append('<').append(name);
        attribute("class", style);
        out.append('>');
        inside.accept(this);
        out.append("</").append(name).append(">");
        return this;
    }

    /** With a line break in the source after it. */
    Html block(String name, String style, Consumer<Html> inside) {
        element(name, style, inside);
        out.append('\n');
        return this;
    }

    /** A table; on a narrow screen each row becomes a card, its cells labelled by {@code head}. */
    Html table(List<String> head, List<List<Cell>> rows) {
        return block("table", "", table -> {
            table.block(
                    "thead",
                    "",
                    thead -> thead.element(
                            "tr",
                            "",
                            tr -> head.forEach(label ->
                                    tr.markup("<th scope=\"col\">").text(label).markup("</th>"))));
            table.block("tbody", "", body -> rows.forEach(row -> body.block("tr", "", tr -> cells(head, row))));
        });
    }

    private void cells(List<String> head, List<Cell> row) {
        for (int i = 0; i < row.size(); i++) {
            Cell cell = row.get(i);
            out.append("<td");
            attribute("class", cell.text().isEmpty() ? "empty" : cell.style());
            attribute("data-label", head.get(i));
            out.append('>');
            text(cell.text());
            out.append("</td>");
        }
    }

    private void attribute(String name, String value) {
        if (!value.isEmpty()) {
            out.append(' ')
                    .append(name)
                    .append("=\"")
                    .append(Markup.escape(value))
                    .append('"');
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
