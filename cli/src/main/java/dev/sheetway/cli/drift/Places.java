package dev.sheetway.cli.drift;

import dev.sheetway.contracts.HeaderName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Where the known columns stand now: by anchor where one is left, else by header, else between the same two neighbours
 * as before, which is a guess.
 */
final class Places {
    private final List<KnownColumn> known;
    private final LiveTable live;
    /** Present place by index in {@code known}: two columns may bear one name. */
    private final Map<Integer, Integer> found = new HashMap<>();

    private final Set<Integer> taken = new HashSet<>();

    private Places(List<KnownColumn> known, LiveTable live) {
        this.known = known;
        this.live = live;
    }

    /** @param known columns with a header, left to right */
    static Places of(List<KnownColumn> known, LiveTable live) {
        Places places = new Places(known, live);
        places.find(places::byAnchor);
        places.find(places::byHeader);
        places.find(places::betweenTheSameNeighbours);
        return places;
    }

    private interface Search {
        /** @param index in {@code known} */
        Optional<Integer> place(int index);
    }

    private void find(Search search) {
        for (int index = 0; index < known.size(); index++) {
            if (!found.containsKey(index)) {
                Optional<Integer> place = search.place(index).filter(free -> !taken.contains(free));
                if (place.isPresent()) {
                    found.put(index, place.get());
                    taken.add(place.get());
                }
            }
        }
    }

    private Optional<Integer> byAnchor(int index) {
        Map<Integer, Integer> alive = new HashMap<>();
        live.anchors().forEach(anchor -> alive.put(anchor.id(), anchor.columnIndex()));
        return known.get(index).anchors().reversed().stream()
                .flatMap(id -> Optional.ofNullable(alive.get(id)).stream())
                .findFirst();
    }

    private Optional<Integer> byHeader(int index) {
        return IntStream.range(0, live.headers().size())
                .filter(place -> !taken.contains(place) && known.get(index).isNamed(live.header(place)))
                .boxed()
                .findFirst();
    }

    /** Only for a column that never had an anchor: one that had and lost it was deleted. */
    private Optional<Integer> betweenTheSameNeighbours(int index) {
        int left = index == 0 ? -1 : found.getOrDefault(index - 1, Integer.MIN_VALUE);
        int right = index == known.size() - 1 ? lastHeader() + 1 : found.getOrDefault(index + 1, Integer.MIN_VALUE);
        boolean gap = left != Integer.MIN_VALUE
                && right == left + 2
                && !live.header(left + 1).isBlank();
        return known.get(index).anchors().isEmpty() && gap ? Optional.of(left + 1) : Optional.empty();
    }

    private int lastHeader() {
        return IntStream.range(0, live.headers().size())
                .filter(index -> !live.header(index).isBlank())
                .max()
                .orElse(-1);
    }

    /** 0-based place of the known column of that index; empty: nowhere. */
    Optional<Integer> of(int index) {
        return Optional.ofNullable(found.get(index));
    }

    /** Columns with a header that are none of the known ones. */
    List<Integer> strangers() {
        return IntStream.range(0, live.headers().size())
                .filter(index -> !taken.contains(index)
                        && !HeaderName.normalise(live.header(index)).isEmpty())
                .boxed()
                .toList();
    }
}
