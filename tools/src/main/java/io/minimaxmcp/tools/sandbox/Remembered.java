package io.minimaxmcp.tools.sandbox;

import java.lang.ref.SoftReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something made when it is first needed, and kept as long as there is room: an answer describes it, a download follows. */
final class Remembered<T> {
    private final Supplier<T> maker;
    private SoftReference<T> kept = new SoftReference<>(null);

    Remembered(Supplier<T> maker) {
        this.maker = maker;
    }

    synchronized T get() {
        @Nullable T made = kept.get();
        if (made == null) {
            made = maker.get();
            kept = new SoftReference<>(made);
        }
        return made;
    }
}
