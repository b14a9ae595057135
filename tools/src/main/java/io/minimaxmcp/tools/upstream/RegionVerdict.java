package io.minimaxmcp.tools.upstream;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What is known about whether a key and a host belong together.
 *
 * @param host where calls of this key go now
 * @param region the region of that host; null for a host of neither
 * @param sentence the verdict for a person: names key fingerprint, host and setting, never the key
 */
public record RegionVerdict(
        Standing standing, URI host, @Nullable Region region, String sentence) {

    /** How sure it is. */
    public enum Standing {
        /** No call has been answered yet. */
        UNTESTED,
        /** The host has taken the key. */
        CONFIRMED,
        /** The first host did not know the key; the other region's does, and is used since. */
        SWITCHED,
        /** No host that may be asked knows the key. */
        REJECTED
    }
}
