package io.minimaxmcp.server.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One who takes all there is, and another who comes later. */
class CrowdingTest {
    private static final String GREEDY = "sk-api-of-the-greedy-one";
    private static final String OTHER = "sk-api-of-another-one";

    private final List<EventReader> held = new ArrayList<>();
    private HttpPeer peer = new HttpPeer();

    @AfterEach
    void end() {
        peer.tools.release("held");
        held.forEach(EventReader::close);
        peer.close();
    }

    @Test
    void leavesOthersTheirPlaceHoweverManyCallsOneHasUnderWay() {
        peer(HttpLimits.DEFAULT.withRoom(4_096, 8));
        String greedy = peer.session(GREEDY);
        String other = peer.session(OTHER);
        hold(greedy, 4, "");

        assertThat(status(greedy, GREEDY, "")).isEqualTo(429);
        assertThat(status(other, OTHER, "")).isEqualTo(200);

        release();
        assertThat(statusAtLast(greedy, GREEDY, "")).isEqualTo(200);
    }

    @Test
    void holdsTheRoomOfALongMessageUntilItIsAnswered() {
        String padding = "x".repeat(3_700);
        peer(HttpLimits.DEFAULT.withRoom(4_096, 100));
        String greedy = peer.session(GREEDY);
        String other = peer.session(OTHER);
        hold(greedy, 4, padding);

        assertThat(status(greedy, GREEDY, padding)).isEqualTo(503);
        assertThat(status(other, OTHER, padding)).isEqualTo(200);

        release();
        assertThat(statusAtLast(greedy, GREEDY, padding)).isEqualTo(200);
    }

    private void peer(HttpLimits limits) {
        peer.close();
        peer = new HttpPeer(limits, Optional.empty(), List.of());
    }

    private void hold(String session, int times, String padding) {
        for (int id = 1; id <= times; id++) {
            EventReader stream = peer.listen(call(session, GREEDY, id, "hold", padding));
            stream.next();
            held.add(stream);
        }
    }

    private void release() {
        peer.tools.release("held");
        held.forEach(EventReader::next);
    }

    private int status(String session, String key, String padding) {
        return peer.send(call(session, key, 100, "echo", padding)).statusCode();
    }

    /** What is given back when an answer is out may be so a moment after it was read. */
    private int statusAtLast(String session, String key, String padding) {
        return Stream.generate(() -> status(session, key, padding))
                .limit(1_000)
                .filter(status -> status == 200)
                .findFirst()
                .orElse(0);
    }

    private HttpRequest.Builder call(String session, String key, int id, String tool, String padding) {
        String call = HttpPeer.call(id, tool, "held").replaceFirst("\\}\\}$", ",'padding':'" + padding + "'}}");
        return peer.post(session, call).header(Guard.MINIMAX_KEY, key);
    }
}
