package dev.sheetway.resilience;

import dev.sheetway.launcher.Part;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** One kill: who, in which step, at which moment. */
record Cell(Leg leg, Cut cut, Part victim) {
    private static final Set<Cut> WITH_REQUEST = EnumSet.of(Cut.REQUEST_SENT, Cut.EFFECT_DONE);

    /** Every step and moment for the orchestrator and the step's service; broker and emulator while a request is out. */
    static List<Cell> all() {
        List<Cell> cells = new ArrayList<>();
        List<Leg> legs = new ArrayList<>(Leg.FORWARD);
        legs.addAll(Leg.ROLLBACK);
        for (Leg leg : legs) {
            for (Cut cut : Cut.values()) {
                cells.add(new Cell(leg, cut, Part.ORCHESTRATOR));
                cells.add(new Cell(leg, cut, leg.participant()));
                if (WITH_REQUEST.contains(cut)) {
                    cells.add(new Cell(leg, cut, Part.BROKER));
                    cells.add(new Cell(leg, cut, Part.EMULATOR));
                }
            }
        }
        return List.copyOf(cells);
    }

    /** Each step, each moment and each victim at least once; most of them where something is written. */
    static List<Cell> sample() {
        return List.of(
                new Cell(Leg.FORWARD.get(0), Cut.EFFECT_DONE, Part.SCHEMA_SERVICE),
                new Cell(Leg.FORWARD.get(1), Cut.EFFECT_DONE, Part.BACKUP_SERVICE),
                new Cell(Leg.FORWARD.get(2), Cut.REQUEST_SENT, Part.SCHEMA_SERVICE),
                new Cell(Leg.FORWARD.get(2), Cut.EFFECT_DONE, Part.SCHEMA_SERVICE),
                new Cell(Leg.FORWARD.get(2), Cut.OFFSET_NOT_COMMITTED, Part.SCHEMA_SERVICE),
                new Cell(Leg.FORWARD.get(2), Cut.EVENT_SENT, Part.ORCHESTRATOR),
                new Cell(Leg.FORWARD.get(2), Cut.EFFECT_DONE, Part.BROKER),
                new Cell(Leg.FORWARD.get(2), Cut.REQUEST_SENT, Part.EMULATOR),
                new Cell(Leg.FORWARD.get(3), Cut.AFTER_CONSUME, Part.VERIFY_SERVICE),
                new Cell(Leg.FORWARD.get(4), Cut.EFFECT_DONE, Part.SCHEMA_SERVICE),
                new Cell(Leg.FORWARD.get(6), Cut.BEFORE_CONSUME, Part.ORCHESTRATOR),
                new Cell(Leg.ROLLBACK.getFirst(), Cut.EFFECT_DONE, Part.SCHEMA_SERVICE));
    }

    @Override
    public String toString() {
        return leg + " / " + cut + " / " + victim.wireName();
    }
}
