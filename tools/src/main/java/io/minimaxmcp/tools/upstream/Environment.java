package io.minimaxmcp.tools.upstream;

import io.vertx.core.net.TrustOptions;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What the client takes from the machine it runs on.
 *
 * @param trust whom to trust instead of Java's own authorities; null for those
 */
record Environment(Resolver resolver, @Nullable TrustOptions trust, LongSupplier nanoTime, InstantSource clock) {
    static final Environment REAL = new Environment(Resolver.SYSTEM, null, System::nanoTime, InstantSource.system());
}
