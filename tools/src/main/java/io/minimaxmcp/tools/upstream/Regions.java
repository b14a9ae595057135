package io.minimaxmcp.tools.upstream;

import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.upstream.RegionVerdict.Standing;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the region of a key with {@code auto}: the first refusal of a key that has not worked yet asks the other region once, with one
 * free call however many calls wait for the answer. A host or region that was set is never second-guessed, so that no key is shown to
 * a host that its owner did not choose.
 */
final class Regions {
    private static final Logger LOG = LoggerFactory.getLogger(Regions.class);

    private final Hosts hosts;
    private final Map<Account, KeyState> keys = new ConcurrentHashMap<>();

    Regions(Hosts hosts) {
        this.hosts = hosts;
    }

    /** Where calls of this account go now. */
    URI hostOf(Account account) {
        KeyState state = state(account);
        synchronized (state) {
            return state.host;
        }
    }

    /** This host has taken a call of this account. */
    void worked(Account account, URI host) {
        KeyState state = state(account);
        synchronized (state) {
            if (host.equals(state.host) && state.standing != Standing.SWITCHED) {
                state.standing = Standing.CONFIRMED;
            }
        }
    }

    /**
     * This host did not accept the key: completes with the host to send the call to instead, or with null when there is none.
     *
     * @param probe asks a host with a free call whether it knows the key; fails when that could not be found out
     */
    CompletionStage<@Nullable URI> refused(Account account, URI host, Function<URI, CompletionStage<Boolean>> probe) {
        KeyState state = state(account);
        synchronized (state) {
            if (!host.equals(state.host)) {
                return CompletableFuture.completedStage(state.host);
            }
            URI other = hosts.other(host);
            if (other == null || state.standing != Standing.UNTESTED) {
                state.standing = Standing.REJECTED;
                return CompletableFuture.completedStage(null);
            }
            if (state.probe == null || state.probe.isDone()) {
                state.asked = other.getHost();
                state.probe = probe.apply(other)
                        .handle((known, thrown) -> judge(account, state, other, known, thrown))
                        .toCompletableFuture();
            }
            return state.probe;
        }
    }

    private static @Nullable URI judge(
            Account account, KeyState state, URI other, @Nullable Boolean known, @Nullable Throwable thrown) {
        synchronized (state) {
            if (known == null) {
                LOG.atWarn().setCause(thrown).log("the other region could not be asked: {}", other.getHost());
                return null;
            }
            if (!known) {
                state.standing = Standing.REJECTED;
                return null;
            }
            LOG.atWarn()
                    .log(
                            "{} knows the key {}, {} does not: switched",
                            other.getHost(),
                            account.key().fingerprint(),
                            state.host.getHost());
            state.host = other;
            state.standing = Standing.SWITCHED;
            return other;
        }
    }

    RegionVerdict verdict(Account account) {
        KeyState state = state(account);
        synchronized (state) {
            return new RegionVerdict(state.standing, state.host, hosts.regionOf(state.host), sentence(account, state));
        }
    }

    /** What a caller is told when no host that may be asked accepts the key, in one sentence. */
    Failure failure(Account account, Failure refusal) {
        RegionVerdict verdict = verdict(account);
        boolean undecided = verdict.standing() == Standing.UNTESTED;
        String advice = undecided
                ? "Call again, or set MINIMAX_REGION to the region of the key (global or mainland)."
                : "Check that MINIMAX_API_KEY is complete and not revoked, and that MINIMAX_REGION (auto, global, mainland)"
                        + " or MINIMAX_API_HOST is of the region that issued it.";
        Failure failure = Failure.of(undecided ? ErrorKind.REGION : ErrorKind.AUTH, verdict.sentence(), advice)
                .fromUpstream(refusal.upstreamCode(), refusal.traceId());
        return undecided ? failure.canBeRetried() : failure;
    }

    private String sentence(Account account, KeyState state) {
        String key = "the key " + account.key().fingerprint();
        String host = state.host.getHost();
        String other = state.asked;
        String because = " (" + hosts.because() + ").";
        return switch (state.standing) {
            case UNTESTED ->
                other == null
                        ? "No call has been answered yet: " + host + " is used with " + key + because
                        : host + " does not accept " + key + ", and " + other + " could not be asked" + because;
            case CONFIRMED -> host + " accepts " + key + because;
            case SWITCHED -> host + " accepts " + key + ", " + hosts.first().getHost() + " did not" + because;
            case REJECTED ->
                other == null
                        ? host + " does not accept " + key + ": it is wrong, revoked or of another region" + because
                        : "Neither " + host + " nor " + other + " accepts " + key + because;
        };
    }

    private KeyState state(Account account) {
        return keys.computeIfAbsent(account, key -> new KeyState(hosts.first()));
    }

    /** Guarded by itself. */
    private static final class KeyState {
        private URI host;
        private Standing standing = Standing.UNTESTED;
        private @Nullable CompletableFuture<@Nullable URI> probe;
        /** The name of the other region's host, once it was asked. */
        private @Nullable String asked;

        KeyState(URI host) {
            this.host = host;
        }
    }
}
