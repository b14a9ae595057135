package io.minimaxmcp.tools.upstream;

import static io.minimaxmcp.tools.upstream.ScriptedServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.minimaxmcp.tools.tool.Charged;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.Tenant;
import io.vertx.core.net.TrustOptions;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Addresses are pinned, names are what TLS checks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsTest {
    private static final String IMAGE = "/v1/image_generation";
    private static final String NAME = "api.minimax.test";

    private final TestTls tls;
    private final ScriptedServer server;

    TlsTest(@TempDir Path folder) throws Exception {
        tls = TestTls.forName(NAME, folder);
        server = new ScriptedServer(tls.server()).on(IMAGE, json("{\"id\":\"a\",\"base_resp\":{\"status_code\":0}}"));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void connectsToTheResolvedAddressAndChecksTheNameOfTheHost() {
        Upstream upstream = at(NAME, tls.trust());

        Answer answer = upstream.answer(Upstream.image("x"));
        upstream.close();

        assertThat(answer.body().path("id").asText()).isEqualTo("a");
        assertThat(server.requests(IMAGE).get(0).header("host")).isEqualTo(NAME + ":" + server.port());
    }

    @Test
    void sendsNoKeyToAHostWhoseCertificateIsForAnotherName() {
        int before = server.count(IMAGE);
        Upstream upstream = at("other.minimax.test", tls.trust());
        Upstream.Counting listener = new Upstream.Counting();

        Failure failure = Upstream.failure(upstream.client.call(Tenant.LOCAL, Upstream.image("x"), listener));
        upstream.close();

        assertThat(failure.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
        assertThat(failure.message()).contains("TLS");
        assertThat(failure.charged()).isEqualTo(Charged.NO);
        assertThat(failure.retryable()).isFalse();
        assertThat(listener.left).hasValue(0);
        assertThat(server.count(IMAGE)).isEqualTo(before);
    }

    @Test
    void sendsNoKeyToAHostWhoseCertificateNobodyVouchesFor() {
        int before = server.count(IMAGE);
        Upstream upstream = at(NAME, null);

        Failure failure = upstream.failure(Upstream.image("x"));
        upstream.close();

        assertThat(failure.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
        assertThat(server.count(IMAGE)).isEqualTo(before);
    }

    private Upstream at(String name, @Nullable TrustOptions trust) {
        Hosts hosts = Hosts.only(URI.create("https://" + name + ":" + server.port()));
        return new Upstream(UpstreamConfig.quick(hosts, Upstream.WIDE), Upstream.everythingIs("127.0.0.1"), trust);
    }
}
