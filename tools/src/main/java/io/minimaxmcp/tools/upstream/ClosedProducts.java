package io.minimaxmcp.tools.upstream;

import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.Tenant;
import io.minimaxmcp.tools.tool.ToolException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What MiniMax has said that an account does not have. The music API is closed to new customers, which is believed for a week and across
 * restarts, and nothing is asked of it until then; the second video generation, which some plans and hosts lack, is asked for again by
 * the next process and by who names it. A product that answers after all is open again.
 */
public final class ClosedProducts {
    /** The music and lyrics APIs, which are closed and open together. */
    public static final String MUSIC = "music";
    /** The second generation of the video API. */
    public static final String VIDEO_V2 = "video_v2";

    private static final int CLOSED = 2153;
    private static final Logger LOG = LoggerFactory.getLogger(ClosedProducts.class);
    private static final Duration BELIEVED_FOR = Duration.ofDays(7);
    private static final Set<String> SAYS_CLOSED = Set.of("2153", "HTTP 410");
    private static final Set<String> SAYS_NOT_IN_PLAN = Set.of("2061", "HTTP 404", "HTTP 410");

    private final Accounts accounts;
    private final @Nullable Path folder;
    private final InstantSource clock;
    private final Map<String, Instant> since = new ConcurrentHashMap<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    /** @param folder where it is remembered; null for this process's lifetime only */
    public ClosedProducts(Accounts accounts, @Nullable Path folder, InstantSource clock) {
        this.accounts = accounts;
        this.folder = folder;
        this.clock = clock;
    }

    /** @param product {@link #MUSIC} or {@link #VIDEO_V2} */
    public boolean isClosed(Tenant tenant, String product) {
        Account account = accounts.find(tenant);
        return account != null && isClosed(key(account, product));
    }

    /** Fails where a product is closed: MiniMax need not be asked to hear it again. */
    public void check(Tenant tenant, String product) {
        if (!isClosed(tenant, product)) {
            return;
        }
        LocalDate until = LocalDate.ofInstant(
                since.getOrDefault(key(accounts.of(tenant), product), clock.instant())
                        .plus(BELIEVED_FOR),
                ZoneOffset.UTC);
        throw new ToolException(Failure.of(
                        ErrorKind.PERMISSION,
                        "MiniMax has said that its " + product
                                + " API is closed for this account, and is not asked again before " + until
                                + ": nothing was sent.",
                        "Nothing in the arguments helps.")
                .fromUpstream(CLOSED, null));
    }

    private boolean isClosed(String key) {
        return since.computeIfAbsent(key, this::remembered).plus(BELIEVED_FOR).isAfter(clock.instant());
    }

    /** Hears how a call ended; what it says about a product is found out here. */
    void heard(Account account, Endpoint endpoint, @Nullable CodeRow refusal) {
        if (endpoint.lane() == Lane.MUSIC) {
            heard(account, MUSIC, refusal, SAYS_CLOSED);
        } else if (endpoint.equals(Endpoints.VIDEO_V2)) {
            heard(account, VIDEO_V2, refusal, SAYS_NOT_IN_PLAN);
        }
    }

    private void heard(Account account, String product, @Nullable CodeRow refusal, Set<String> closing) {
        String key = key(account, product);
        boolean wasClosed = isClosed(key);
        if (refusal != null && closing.contains(refusal.name())) {
            since.put(key, clock.instant());
            keep(key);
        } else if (refusal == null && wasClosed) {
            since.put(key, Instant.EPOCH);
            drop(key);
        }
        if (isClosed(key) != wasClosed) {
            listeners.forEach(listener -> listener.tell(accounts, account, product));
        }
    }

    /**
     * Tells which product of the tenant's account is closed or open from now on, whenever that changes here, until the listening is closed.
     *
     * @param changed must be quick, must not block
     */
    public AutoCloseable listen(Tenant tenant, Consumer<String> changed) {
        Listener listener = new Listener(tenant, changed);
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private Instant remembered(String key) {
        Path file = file(key);
        if (file == null || !Files.exists(file)) {
            return Instant.EPOCH;
        }
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException unreadable) {
            LOG.atWarn().setCause(unreadable).log("what an account does not have cannot be read");
            return Instant.EPOCH;
        }
    }

    private void keep(String key) {
        Path file = file(key);
        if (file != null) {
            try {
                Files.createDirectories(file.getParent());
                Files.writeString(file, "");
            } catch (IOException unwritable) {
                LOG.atWarn().setCause(unwritable).log("what an account does not have cannot be remembered");
            }
        }
    }

    private void drop(String key) {
        Path file = file(key);
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException undeletable) {
                LOG.atWarn().setCause(undeletable).log("what an account has again cannot be remembered");
            }
        }
    }

    private @Nullable Path file(String key) {
        return folder == null || !key.startsWith(MUSIC) ? null : folder.resolve(key);
    }

    private static String key(Account account, String product) {
        return product + "-" + account.id();
    }

    private record Listener(Tenant tenant, Consumer<String> changed) {
        void tell(Accounts accounts, Account account, String product) {
            Account own = accounts.find(tenant);
            if (own != null && own.id().equals(account.id())) {
                changed.accept(product);
            }
        }
    }
}
