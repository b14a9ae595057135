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
    private double mayBegin;
    private long countedAt;

    Sessions(BiFunction<Tenant, Wire, Side> connect, HttpLimits limits, InstantSource clock) {
        this.connect = connect;
        this.limits = limits;
        this.clock = clock;
        this.mayBegin = limits.newSessionsAMinute();
        this.countedAt = clock.millis();
    }

    /** Begins a session; empty when too many began just now, or all there may be are busy. */
    Optional<HttpSession> open(Caller owner) {
        synchronized (this) {
            if (!isInTime() || !makeRoom()) {
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
        long now = clock.millis();
        long longest = limits.sessionRest().toMillis();
        List.copyOf(byId.values()).stream()
                .filter(session -> now - session.restingSince(now) > longest)
                .forEach(this::end);
    }

    private boolean isInTime() {
        long now = clock.millis();
        double earned = (now - countedAt) * (limits.newSessionsAMinute() / 60_000.0);
        mayBegin = Math.min(limits.newSessionsAMinute(), mayBegin + earned);
        countedAt = now;
        if (mayBegin < 1) {
            return false;
        }
        mayBegin--;
        return true;
    }

    /** Whoever has most sessions gives one up: nobody can drive out others. */
    private boolean makeRoom() {
        if (byId.size() < limits.sessions()) {
            return true;
        }
        long now = clock.millis();
        Map<Caller, List<HttpSession>> resting = byId.values().stream()
                .filter(session -> session.restingSince(now) < now)
                .collect(Collectors.groupingBy(HttpSession::owner));
        Optional<HttpSession> longestResting = resting.values().stream()
                .max(Comparator.comparingInt(List::size))
                .flatMap(sessions ->
                        sessions.stream().min(Comparator.comparingLong(session -> session.restingSince(now))));
        longestResting.ifPresent(this::end);
        return longestResting.isPresent();
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
