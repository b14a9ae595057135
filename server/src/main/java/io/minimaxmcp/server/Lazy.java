package io.minimaxmcp.server;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A part that is made when it is first needed, once. */
final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> make;
    private volatile @Nullable T made;

    Lazy(Supplier<T> make) {
        this.make = make;
    }

    @Override
    public T get() {
        T there = made;
        return there != null ? there : makeOnce();
    }

    private synchronized T makeOnce() {
        T there = made;
        if (there == null) {
            there = make.get();
            made = there;
        }
        return there;
    }

    /** The part, if anybody needed it. */
    Optional<T> ifMade() {
        return Optional.ofNullable(made);
    }
}
