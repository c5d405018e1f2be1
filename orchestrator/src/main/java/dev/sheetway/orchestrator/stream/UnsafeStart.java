package dev.sheetway.orchestrator.stream;

/** Starting would risk the checkpoint; the process ends with exit code 4. */
final class UnsafeStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnsafeStart(String message) {
        super(message);
    }
}
