package dev.sheetway.wire;

/**
 * One thing that is wrong with a plan.
 *
 * @param line and {@code column}: 1-based; 0 when the plan did not come from a text
 * @param path JSON pointer, such as {@code /spec/changes/0/addColumn}
 */
public record PlanProblem(int line, int column, String path, String message) {
    @Override
    public String toString() {
        String place = line > 0 ? line + ":" + column + ": " : "";
        return place + (path.isEmpty() ? "" : path + ": ") + message;
    }
}
