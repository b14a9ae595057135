package io.minimaxmcp.tools.media;

import io.minimaxmcp.tools.tool.Tenant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Whether a tenant's results can be saved: found out by making files, so what was found good is believed for a second. Trouble is never
 * believed: who has made room is served at once.
 */
final class FolderCheck {
    private static final long BELIEVED = TimeUnit.SECONDS.toNanos(1);

    private final Map<Tenant, Long> good = new ConcurrentHashMap<>();
    private final MediaFolders folders;
    private final long minFreeBytes;
    private final LongSupplier nanoTime;

    FolderCheck(MediaFolders folders, long minFreeBytes, LongSupplier nanoTime) {
        this.folders = folders;
        this.minFreeBytes = minFreeBytes;
        this.nanoTime = nanoTime;
    }

    /** Blocks; fails where a result could not be saved. */
    void run(Tenant tenant) {
        long now = nanoTime.getAsLong();
        Long found = good.get(tenant);
        if (found == null || now - found >= BELIEVED) {
            folders.check(tenant, minFreeBytes);
            good.values().removeIf(earlier -> now - earlier >= BELIEVED);
            good.put(tenant, now);
        }
    }
}
