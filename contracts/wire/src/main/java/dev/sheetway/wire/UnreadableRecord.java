package dev.sheetway.wire;

/** A record that is not what its topic carries; it goes to the quarantine. The message holds no payload. */
public class UnreadableRecord extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableRecord(String reason) {
        super(reason);
    }

    public UnreadableRecord(String reason, Throwable cause) {
        super(reason, cause);
    }
}
