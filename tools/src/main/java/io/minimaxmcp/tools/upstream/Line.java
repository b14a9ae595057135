package io.minimaxmcp.tools.upstream;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Who waits, in the order in which they go: tenants take turns, however many of one of them wait. */
public final class Line<T> {
    private final NavigableMap<Place, T> places =
            new TreeMap<>(Comparator.comparingLong(Place::round).thenComparingLong(Place::number));
    private final Map<String, Long> lastRounds = new HashMap<>();
    private long round;
    private long number;

    /** At the end of its tenant's own line. */
    public void add(String tenant, T who) {
        long turn = Math.max(round, lastRounds.getOrDefault(tenant, round)) + 1;
        lastRounds.put(tenant, turn);
        number++;
        places.put(new Place(turn, number, tenant), who);
    }

    /** Before all others. */
    void putFirst(T who) {
        long first =
                places.isEmpty() ? round : Math.min(round, places.firstKey().round());
        number++;
        places.put(new Place(first, -number, ""), who);
    }

    public boolean isEmpty() {
        return places.isEmpty();
    }

    int size() {
        return places.size();
    }

    /** Takes out who goes next. */
    public T next() {
        Map.Entry<Place, T> first = places.pollFirstEntry();
        passed(first.getKey());
        return first.getValue();
    }

    /** Takes out this one, who goes although others may be before it; whether it was there. */
    public boolean remove(T who) {
        return takeOut(who, this::passed);
    }

    /** Takes out this one, who goes no more: its tenant's next may have the turn; whether it was there. */
    public boolean giveUp(T who) {
        return takeOut(who, this::returned);
    }

    private boolean takeOut(T who, Consumer<Place> then) {
        for (Map.Entry<Place, T> place : places.entrySet()) {
            if (place.getValue() == who) {
                places.remove(place.getKey());
                then.accept(place.getKey());
                return true;
            }
        }
        return false;
    }

    private void returned(Place place) {
        places.keySet().stream()
                .filter(other -> other.tenant().equals(place.tenant()))
                .reduce((earlier, later) -> later)
                .ifPresentOrElse(
                        last -> lastRounds.put(place.tenant(), last.round()), () -> lastRounds.remove(place.tenant()));
    }

    private void passed(Place place) {
        round = Math.max(round, place.round());
        if (places.isEmpty()) {
            lastRounds.clear();
        }
    }

    public List<T> all() {
        return List.copyOf(places.values());
    }

    /** @param number orders those of one round: as they came, and those put first before them */
    private record Place(long round, long number, String tenant) {}
}
