package io.minimaxmcp.tools.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Things an account owns, by id, until they are too old to be remembered. */
final class Shelf<T> {
    private final Map<String, Kept<T>> kept = new LinkedHashMap<>();
    private final InstantSource clock;
    private final Duration retention;

    Shelf(SandboxOptions options) {
        this.clock = options.clock();
        this.retention = options.retention();
    }

    private record Kept<T>(Instant since, String owner, T thing) {}

    void put(String owner, Object id, T thing) {
        forgetTheOld();
        kept.put(id.toString(), new Kept<>(clock.instant(), owner, thing));
    }

    /** Puts a changed thing in the place of the old one, as old as that was. */
    void replace(Object id, T thing) {
        kept.computeIfPresent(id.toString(), (key, old) -> new Kept<>(old.since(), old.owner(), thing));
    }

    Optional<T> find(String owner, Object id) {
        forgetTheOld();
        return Optional.ofNullable(kept.get(id.toString()))
                .filter(found -> found.owner().equals(owner))
                .map(Kept::thing);
    }

    /** All that an account owns, newest first. */
    List<T> of(String owner) {
        forgetTheOld();
        List<T> things = new ArrayList<>();
        kept.values().stream().filter(found -> found.owner().equals(owner)).forEach(found -> things.add(found.thing()));
        Collections.reverse(things);
        return things;
    }

    void remove(Object id) {
        kept.remove(id.toString());
    }

    private void forgetTheOld() {
        Instant edge = clock.instant().minus(retention);
        for (Iterator<Kept<T>> oldest = kept.values().iterator(); oldest.hasNext(); ) {
            if (!oldest.next().since().isBefore(edge)) {
                return;
            }
            oldest.remove();
        }
    }
}
