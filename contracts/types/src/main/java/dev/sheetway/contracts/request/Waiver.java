package dev.sheetway.contracts.request;

/** A safeguard that somebody goes without, and answers for; it is journalled with the request. */
public enum Waiver {
    /** A live run against Google although {@code doctor --probe-google} has not passed for this release and account. */
    UNPROBED
}
