package dev.sheetway.resilience;

import java.util.Locale;

/** A moment in the life of a step's command. */
enum Cut {
    BEFORE_CONSUME,
    AFTER_CONSUME,
    REQUEST_SENT,
    EFFECT_DONE,
    EVENT_SENT,
    OFFSET_NOT_COMMITTED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
