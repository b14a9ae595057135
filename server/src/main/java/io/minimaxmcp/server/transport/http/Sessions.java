package io.minimaxmcp.server.transport.http;

import io.minimaxmcp.server.rpc.RpcError;
import io.minimaxmcp.server.rpc.Side;
import io.minimaxmcp.server.rpc.Wire;
import io.minimaxmcp.tools.tool.Tenant;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** All sessions there are: no more than the limits say, and none longer than it is of use. */
final class Sessions implements AutoCloseable {
    private static final RpcError ENDED = RpcError.of(
            RpcError.INTERNAL, "The session was ended before the answer; what the call began goes on, see list_jobs");
    private static final int ID_BYTES = 24;

    private final Map<String, HttpSession> byId = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final BiFunction<Tenant, Wire, Side> connect;
    private final HttpLimits limits;
    private final InstantSource clock;
    private final Beginnings beginnings;

    Sessions(BiFunction<Tenant, Wire, Side> connect, HttpLimits limits, InstantSource clock) {
        this.connect = connect;
        this.limits = limits;
        this.clock = clock;
        this.beginnings = new Beginnings(limits.newSessionsAMinute(), clock);
    }

    /** Begins a session; empty when its owner began too many just now, or has as many busy ones as it may have. */
    Optional<HttpSession> open(Caller owner) {
        synchronized (this) {
            if (!beginnings.take(owner.sharer()) || !makeRoom(owner.sharer())) {
                return Optional.empty();
            }
            HttpSession session = new HttpSession(newId(), owner, connect, new Streams(), clock.millis());
            byId.put(session.id(), session);
            return Optional.of(session);
        }
    }

    /** The session with this id, if it is the caller's own. */
    Optional<HttpSession> find(String id, Caller caller) {
        HttpSession session = byId.get(id);
        if (session == null || !session.owner().equals(caller)) {
            return Optional.empty();
        }
        session.touch(clock.millis());
        return Optional.of(session);
    }

    int count() {
        return byId.size();
    }

    /** Requests that are being answered just now. */
    int underWay() {
        return byId.values().stream().mapToInt(HttpSession::underWay).sum();
    }

    void end(HttpSession session) {
        end(session, ENDED);
    }

    private void end(HttpSession session, RpcError why) {
        byId.remove(session.id(), session);
        session.close(why);
    }

    /** Ends what has rested too long. */
    void sweep() {
        beginnings.sweep();
        long now = clock.millis();
        long longest = limits.sessionRest().toMillis();
        List.copyOf(byId.values()).stream()
                .filter(session -> now - session.restingSince(now) > longest)
                .forEach(this::end);
    }

    /** Nobody has more than is left for others. Who wants more gives up one of its own, or who has most does. */
    private boolean makeRoom(Tenant wanting) {
        Map<Tenant, List<HttpSession>> all = byId.values().stream()
                .collect(Collectors.groupingBy(session -> session.owner().sharer()));
        List<HttpSession> own = all.getOrDefault(wanting, List.of());
        if (own.size() < limits.sessions() - byId.size()) {
            return true;
        }
        List<HttpSession> most =
                all.values().stream().max(Comparator.comparingInt(List::size)).orElse(own);
        Optional<HttpSession> longestResting = longestResting(most.size() > own.size() ? most : own);
        longestResting.ifPresent(this::end);
        return longestResting.isPresent();
    }

    private Optional<HttpSession> longestResting(List<HttpSession> sessions) {
        long now = clock.millis();
        return sessions.stream()
                .filter(session -> session.restingSince(now) < now)
                .min(Comparator.comparingLong(session -> session.restingSince(now)));
    }

    private String newId() {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    }

    @Override
    public void close() {
        List.copyOf(byId.values()).forEach(session -> end(session, RpcError.ENDING));
    }
}
