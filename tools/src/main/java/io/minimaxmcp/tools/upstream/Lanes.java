package io.minimaxmcp.tools.upstream;

import dev.failsafe.spi.Scheduler;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The rate limits of all accounts: MiniMax counts per account, so tenants that share a key share its lanes. */
final class Lanes {
    private final Map<Lane, Integer> perMinute;
    private final Map<Lane, Integer> inFlight;
    private final @Nullable LaneTokens shared;
    private final Scheduler scheduler;
    private final LongSupplier nanoTime;
    private final Map<Key, LaneLimiter> limiters = new ConcurrentHashMap<>();

    /** @param shared who counts for other processes too; null where there are none */
    Lanes(
            Map<Lane, Integer> perMinute,
            Map<Lane, Integer> inFlight,
            @Nullable LaneTokens shared,
            Scheduler scheduler,
            LongSupplier nanoTime) {
        this.perMinute = Map.copyOf(perMinute);
        this.inFlight = Map.copyOf(inFlight);
        this.shared = shared;
        this.scheduler = scheduler;
        this.nanoTime = nanoTime;
    }

    LaneLimiter of(Account account, Lane lane) {
        return limiters.computeIfAbsent(new Key(account.id(), lane), key -> {
            Integer rate = perMinute.get(lane);
            if (rate == null) {
                throw new IllegalStateException("no rate for lane " + lane);
            }
            Purse purse = new Purse(shared, account.id(), lane, rate, nanoTime.getAsLong());
            int most = inFlight.getOrDefault(lane, Integer.MAX_VALUE);
            return new LaneLimiter(lane, rate, most, purse, scheduler, nanoTime);
        });
    }

    List<LaneState> states(Account account) {
        return Arrays.stream(Lane.values())
                .map(lane -> of(account, lane).state())
                .toList();
    }

    /** How many requests wait for their turn, all accounts together. */
    Map<Lane, Integer> waiting() {
        Map<Lane, Integer> waiting = new EnumMap<>(Lane.class);
        limiters.forEach(
                (key, limiter) -> waiting.merge(key.lane(), limiter.state().waiting(), Integer::sum));
        return waiting;
    }

    private record Key(String account, Lane lane) {}
}
