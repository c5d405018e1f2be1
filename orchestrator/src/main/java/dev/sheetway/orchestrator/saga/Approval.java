package dev.sheetway.orchestrator.saga;

/** Whether a person must agree between backup and expand. */
public enum Approval {
    NOT_ASKED,
    REQUIRED,
    GIVEN
}
