package dev.sheetway.workspace.probe;

/** Makes Google's words fit for a file that people pass on. */
final class Words {
    private static final int LONGEST = 300;

    private Words() {}

    /** Without e-mail addresses, file ids, project numbers and control characters; cut after 300 characters. */
    static String cleaned(String text) {
        String clean = text.replaceAll("[\\p{Cntrl}]+", " ")
                .replaceAll("[^\\s:'\"<>]+@[^\\s:'\"<>]+", "<address>")
                .replaceAll("(project(s/|_number:))\\d+", "$1<number>")
                .replaceAll("\\b[A-Za-z0-9_-]{40,}\\b", "<id>")
                .strip();
        return clean.length() > LONGEST ? clean.substring(0, LONGEST) + "…" : clean;
    }
}
