package dev.sheetway.orchestrator.saga.simulation;

import com.carrotsearch.hppc.LongIntHashMap;
import dev.sheetway.orchestrator.saga.simulation.Exploration.Spent;
import java.util.List;

/**
 * The worlds that were met, by fingerprint, each with the faults that had been spent when it was: one bit for each
 * combination. A dozen bytes each, because there are millions.
 */
final class Visited {
    private final LongIntHashMap met = new LongIntHashMap();
    private final List<Spent> combinations;
    private final int[] implied;
    private long added;

    /** @param implied whether a world is known that was met with fewer faults spent, and none more */
    Visited(List<Spent> combinations, boolean implied) {
        if (combinations.size() > Integer.SIZE) {
            throw new IllegalArgumentException(combinations.size() + " combinations of faults do not fit into an int");
        }
        this.combinations = combinations;
        this.implied =
                combinations.stream().mapToInt(each -> bits(each, implied)).toArray();
    }

    private int bits(Spent spent, boolean more) {
        int bits = 0;
        for (int i = 0; i < combinations.size(); i++) {
            Spent other = combinations.get(i);
            if (more ? other.isAtLeast(spent) : other.equals(spent)) {
                bits |= 1 << i;
            }
        }
        return bits;
    }

    /** @return whether it is new */
    boolean add(long world, Spent spent) {
        int index = combinations.indexOf(spent);
        int before = met.get(world);
        if ((before & (1 << index)) != 0) {
            return false;
        }
        met.put(world, before | implied[index]);
        added++;
        return true;
    }

    boolean contains(long world) {
        return met.containsKey(world);
    }

    /** Additions that were new. */
    long added() {
        return added;
    }

    /** Different worlds. */
    int worlds() {
        return met.size();
    }

    boolean containsAll(Visited other) {
        for (var each : other.met.keys()) {
            if (!met.containsKey(each.value)) {
                return false;
            }
        }
        return true;
    }
}
