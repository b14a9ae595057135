package io.minimaxmcp.server.mcp.stateless;

import static io.minimaxmcp.server.Stateless.call;
import static io.minimaxmcp.server.Stateless.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.server.FakeResource;
import io.minimaxmcp.server.FakeTools;
import io.minimaxmcp.server.StdioPeer;
import io.minimaxmcp.server.mcp.Resources;
import io.minimaxmcp.server.transport.stdio.StdioLimits;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What whoever listens is told. */
class SubscriptionsTest {
    private static final String THING = "'resourceSubscriptions':['test://things/1','test://things/2']";

    private final FakeResource resource = new FakeResource();
    private final StdioPeer peer =
            new StdioPeer(new FakeTools().toolbox(), new Resources(List.of(resource)), StdioLimits.DEFAULT);

    @AfterEach
    void end() {
        peer.close();
    }

    private JsonNode listen(int id, String filter) {
        peer.send(request(id, "subscriptions/listen", "'notifications':{" + filter + "}"));
        return peer.next();
    }

    private static int subscription(JsonNode message) {
        return message.at("/params/_meta/io.modelcontextprotocol~1subscriptionId")
                .asInt();
    }

    @Test
    void acknowledgesFirstAndOnlyWhatItWillTellOf() {
        JsonNode said = listen(7, "'promptsListChanged':true,'resourcesListChanged':true," + THING);

        assertThat(said.path("method").asText()).isEqualTo("notifications/subscriptions/acknowledged");
        assertThat(subscription(said)).isEqualTo(7);
        assertThat(said.at("/params/notifications").toString())
                .isEqualTo("{\"resourcesListChanged\":true,\"resourceSubscriptions\":[\"test://things/1\"]}");
    }

    @Test
    void tellsEachSubscriptionWhatItAskedForAndNothingElse() {
        listen(1, THING);
        listen(2, "'resourcesListChanged':true");

        resource.change();
        JsonNode changed = peer.next();
        resource.changeList();
        JsonNode listChanged = peer.next();

        assertThat(changed.path("method").asText()).isEqualTo("notifications/resources/updated");
        assertThat(changed.at("/params/uri").asText()).isEqualTo("test://things/1");
        assertThat(subscription(changed)).isEqualTo(1);
        assertThat(listChanged.path("method").asText()).isEqualTo("notifications/resources/list_changed");
        assertThat(subscription(listChanged)).isEqualTo(2);
    }

    @Test
    void stopsWatchingWhenItIsCancelledAndAnswersNothing() {
        listen(1, THING + ",'resourcesListChanged':true");
        assertThat(resource.watchers()).isEqualTo(2);

        peer.send("{'jsonrpc':'2.0','method':'notifications/cancelled','params':{'requestId':1}}");
        peer.send(call(2, "echo", "still here"));

        assertThat(peer.next().path("id").asInt()).isEqualTo(2);
        assertThat(resource.watchers()).isZero();
    }

    @Test
    void endsWithAnAnswerWhenTheServerEndsIt() {
        listen(1, THING);

        peer.endInput();

        JsonNode last = peer.next();
        assertThat(last.path("id").asInt()).isEqualTo(1);
        assertThat(last.at("/result/resultType").asText()).isEqualTo("complete");
        assertThat(last.at("/result/_meta/io.modelcontextprotocol~1subscriptionId")
                        .asInt())
                .isEqualTo(1);
        assertThat(resource.watchers()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "'notifications':7", "'notifications':{'resourceSubscriptions':'test://things/1'}"})
    void refusesAWishThatItCannotRead(String params) {
        peer.send(request(1, "subscriptions/listen", params));

        assertThat(peer.next().at("/error/code").asInt()).isEqualTo(-32602);
    }
}
