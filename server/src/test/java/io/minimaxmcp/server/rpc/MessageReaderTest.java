package io.minimaxmcp.server.rpc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.minimaxmcp.server.rpc.Incoming.Batch;
import io.minimaxmcp.server.rpc.Incoming.Notification;
import io.minimaxmcp.server.rpc.Incoming.Request;
import io.minimaxmcp.server.rpc.Incoming.Response;
import io.minimaxmcp.server.rpc.Incoming.Unusable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageReaderTest {

    @Test
    void tellsRequestsNotificationsAndResponsesApart() {
        assertThat(read("{'jsonrpc':'2.0','id':7,'method':'ping'}")).isInstanceOfSatisfying(Request.class, it -> {
            assertThat(it.id()).isEqualTo(LongNode.valueOf(7));
            assertThat(it.params()).isEmpty();
        });
        assertThat(read("{'jsonrpc':'2.0','method':'notifications/x','params':{'a':1}}"))
                .isInstanceOfSatisfying(
                        Notification.class,
                        it -> assertThat(it.params().path("a").intValue()).isEqualTo(1));
        assertThat(read("{'jsonrpc':'2.0','id':'s-1','result':{}}"))
                .isInstanceOfSatisfying(
                        Response.class, it -> assertThat(it.id()).isEqualTo(TextNode.valueOf("s-1")));
        assertThat(read("{'jsonrpc':'2.0','id':'s-1','error':{'code':-1,'message':'no'}}"))
                .isInstanceOfSatisfying(
                        Response.class, it -> assertThat(it.error()).isEqualTo(RpcError.of(-1, "no")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'jsonrpc':'2.0',                                  | -32700 |",
                "nonsense                                           | -32700 |",
                "{'jsonrpc':'2.0','id':1,'method':'a'} {}           | -32700 |",
                "[]                                                 | -32600 |",
                "7                                                  | -32600 |",
                "{}                                                 | -32600 |",
                "{'jsonrpc':'2.0','id':null,'method':'ping'}        | -32600 |",
                "{'jsonrpc':'2.0','id':1.5,'method':'ping'}         | -32600 |",
                "{'jsonrpc':'2.0','id':{},'method':'ping'}          | -32600 |",
                "{'jsonrpc':'2.0','id':99999999999999999999,'method':'ping'} | -32600 |",
                "{'jsonrpc':'1.0','id':1,'method':'ping'}           | -32600 | 1",
                "{'id':1,'method':'ping'}                           | -32600 | 1",
                "{'jsonrpc':'2.0','id':1}                           | -32600 | 1",
                "{'jsonrpc':'2.0','id':1,'method':5}                | -32600 | 1",
                "{'jsonrpc':'2.0','id':1,'method':'a','params':[1]} | -32602 | 1",
                "{'jsonrpc':'2.0','id':1,'error':'words'}           | -32600 |",
            })
    void refusesWhatIsNoMessageUnderTheIdOfTheRequestItMayHaveBeen(String line, int code, @Nullable Integer id) {
        Incoming read = read(line);

        assertThat(read).isInstanceOfSatisfying(Unusable.class, it -> {
            assertThat(it.error().code()).isEqualTo(code);
            assertThat(it.id()).isEqualTo(id == null ? null : LongNode.valueOf(id));
        });
    }

    @Test
    void readsEachMessageOfABatchByItself() {
        Incoming read = read("[{'jsonrpc':'2.0','id':1,'method':'a'},{'jsonrpc':'2.0','method':'b'},7,[]]");

        assertThat(read).isInstanceOfSatisfying(Batch.class, batch -> {
            assertThat(batch.messages())
                    .extracting(message -> message.getClass().getSimpleName())
                    .containsExactly("Request", "Notification", "Unusable", "Unusable");
            assertThat(batch.answered()).isEqualTo(3);
        });
    }

    @Test
    void refusesABatchOfMoreThanAnybodyNeeds() {
        Incoming read = read("[" + "7,".repeat(100) + "7]");

        assertThat(read).isInstanceOf(Unusable.class);
    }

    @Test
    void refusesNestingThatWouldExhaustTheStack() {
        Incoming read = read("{'jsonrpc':'2.0','id':1,'method':'a','params':" + "{'a':".repeat(100_000));

        assertThat(read)
                .isInstanceOfSatisfying(
                        Unusable.class, it -> assertThat(it.error().code()).isEqualTo(RpcError.PARSE));
    }

    @Test
    void quotesNothingOfWhatItCannotRead() {
        Incoming read = read("{'api_key': sk-secret}");

        assertThat(read)
                .isInstanceOfSatisfying(
                        Unusable.class, it -> assertThat(it.error().message()).doesNotContain("secret"));
    }

    private static Incoming read(String line) {
        return MessageReader.read(line.replace('\'', '"').getBytes(UTF_8));
    }
}
