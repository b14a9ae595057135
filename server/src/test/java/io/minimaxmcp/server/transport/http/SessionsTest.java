package io.minimaxmcp.server.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import io.minimaxmcp.server.rpc.Incoming;
import io.minimaxmcp.server.rpc.Side;
import io.minimaxmcp.tools.tool.Cancellation;
import io.minimaxmcp.tools.tool.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many sessions there are and for how long, by a clock that the test sets. */
class SessionsTest {
    private static final Caller ONE = new Caller(new Tenant("one"));
    private static final Caller OTHER = new Caller(new Tenant("other"));

    private Instant now = Instant.EPOCH;

    @Test
    void endsWhatHasRestedTooLong() {
        Sessions sessions = sessions(10, 100);
        HttpSession resting = begin(sessions, ONE);
        pass(Duration.ofMinutes(40));
        HttpSession used = begin(sessions, ONE);
        pass(Duration.ofMinutes(21));

        sessions.sweep();

        assertThat(sessions.find(resting.id(), ONE)).isEmpty();
        assertThat(sessions.find(used.id(), ONE)).isPresent();
    }

    @Test
    void doesNotEndASessionWhoseCallIsUnderWay() {
        Sessions sessions = sessions(10, 100);
        HttpSession busy = begin(sessions, ONE);
        busy.ask(request(1), gone -> new Silent());
        pass(Duration.ofDays(1));

        sessions.sweep();

        assertThat(sessions.find(busy.id(), ONE)).isPresent();
    }

    @Test
    void letsNobodyDriveOutTheSessionsOfOthers() {
        Sessions sessions = sessions(5, 1_000);
        HttpSession quiet = begin(sessions, OTHER);
        pass(Duration.ofMinutes(1));

        for (int i = 0; i < 50; i++) {
            begin(sessions, ONE);
            pass(Duration.ofMillis(10));
        }

        assertThat(sessions.count()).isEqualTo(3);
        assertThat(sessions.find(quiet.id(), OTHER)).isPresent();
    }

    @Test
    void leavesRoomForOthersHoweverBusyOneIs() {
        Sessions sessions = sessions(10, 1_000);
        for (int i = 0; i < 5; i++) {
            begin(sessions, ONE).ask(request(1), gone -> new Silent());
        }

        assertThat(sessions.open(ONE)).isEmpty();
        assertThat(sessions.open(OTHER)).isPresent();
    }

    @Test
    void hasWhoHasMostMakeRoomForANewcomer() {
        Sessions sessions = sessions(3, 1_000);
        HttpSession first = begin(sessions, ONE);
        pass(Duration.ofMinutes(1));
        begin(sessions, ONE);
        begin(sessions, OTHER);
        pass(Duration.ofMinutes(1));

        HttpSession third = begin(sessions, new Caller(new Tenant("third")));

        assertThat(sessions.find(first.id(), ONE)).isEmpty();
        assertThat(sessions.find(third.id(), third.owner())).isPresent();
    }

    @Test
    void letsNobodyKeepOthersFromBeginning() {
        Sessions sessions = sessions(1_000, 3);

        long begun = IntStream.range(0, 10)
                .filter(i -> sessions.open(ONE).isPresent())
                .count();

        assertThat(begun).isEqualTo(3);
        assertThat(sessions.open(OTHER)).isPresent();
    }

    @Test
    void letsNewSessionsBeginAgainAsTimePasses() {
        Sessions sessions = sessions(100, 2);
        begin(sessions, ONE);
        begin(sessions, ONE);
        boolean third = sessions.open(ONE).isPresent();
        pass(Duration.ofSeconds(30));

        boolean later = sessions.open(ONE).isPresent();

        assertThat(third).isFalse();
        assertThat(later).isTrue();
    }

    private Sessions sessions(int most, int aMinute) {
        HttpLimits limits = HttpLimits.DEFAULT.withSessions(most, Duration.ofHours(1), aMinute);
        return new Sessions((tenant, wire) -> new Waiting(), limits, () -> now);
    }

    private static HttpSession begin(Sessions sessions, Caller caller) {
        return sessions.open(caller).orElseThrow();
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private static Incoming.Request request(int id) {
        return new Incoming.Request(LongNode.valueOf(id), "wait", JsonNodeFactory.instance.objectNode());
    }

    /** Takes everything and sends nothing. */
    private static final class Silent implements Outlet {
        @Override
        public boolean tell(JsonNode message, boolean onlyIfRoom) {
            return true;
        }

        @Override
        public boolean answer(JsonNode message) {
            return true;
        }

        @Override
        public void end() {}
    }

    /** Answers nothing, ever. */
    private static final class Waiting implements Side {
        @Override
        public CompletionStage<Void> take(Incoming message, Cancellation cancellation) {
            return new CompletableFuture<>();
        }

        @Override
        public void inputEnded() {}

        @Override
        public void close() {}
    }
}
