package io.minimaxmcp.tools.upstream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who waits, in the order in which they go: tenants take turns, however many of one of them wait. */
public final class Line<T> {
    private final List<Place<T>> places = new ArrayList<>();
    private final Map<String, Long> lastRounds = new HashMap<>();
    private long round;

    /** At the end of its tenant's own line. */
    public void add(String tenant, T who) {
        long turn = Math.max(round, lastRounds.getOrDefault(tenant, round)) + 1;
        lastRounds.put(tenant, turn);
        int behind = places.size();
        while (behind > 0 && places.get(behind - 1).round() > turn) {
            behind--;
        }
        places.add(behind, new Place<>(turn, who));
    }

    /** Before all others. */
    void putFirst(T who) {
        places.add(0, new Place<>(round, who));
    }

    public boolean isEmpty() {
        return places.isEmpty();
    }

    public int size() {
        return places.size();
    }

    /** Takes out who goes next. */
    public T next() {
        Place<T> first = places.remove(0);
        round = first.round();
        if (places.isEmpty()) {
            lastRounds.clear();
        }
        return first.who();
    }

    /** Takes out this one, who goes although others may be before it; whether it was there. */
    public boolean remove(T who) {
        for (int at = 0; at < places.size(); at++) {
            if (places.get(at).who() == who) {
                round = Math.max(round, places.remove(at).round());
                if (places.isEmpty()) {
                    lastRounds.clear();
                }
                return true;
            }
        }
        return false;
    }

    public List<T> all() {
        return places.stream().map(Place::who).toList();
    }

    private record Place<T>(long round, T who) {}
}
