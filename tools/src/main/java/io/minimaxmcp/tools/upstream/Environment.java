package io.minimaxmcp.tools.upstream;

import io.vertx.core.net.TrustOptions;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What the client takes from the machine it runs on.
 *
 * @param trust whom to trust instead of Java's own authorities; null for those
 * @param told of each attempt; cheap, never blocks, on any thread
 */
record Environment(
        Resolver resolver,
        @Nullable TrustOptions trust,
        LongSupplier nanoTime,
        InstantSource clock,
        Consumer<AttemptReport> told) {
    static final Environment REAL = new Environment(Resolver.SYSTEM, null, System::nanoTime, InstantSource.system());

    /** One where nobody counts. */
    Environment(Resolver resolver, @Nullable TrustOptions trust, LongSupplier nanoTime, InstantSource clock) {
        this(resolver, trust, nanoTime, clock, report -> {});
    }

    Environment telling(Consumer<AttemptReport> listener) {
        return new Environment(resolver, trust, nanoTime, clock, listener);
    }
}
