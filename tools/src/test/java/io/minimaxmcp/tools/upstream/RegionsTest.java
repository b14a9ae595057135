package io.minimaxmcp.tools.upstream;

import static io.minimaxmcp.tools.upstream.ScriptedServer.answer;
import static io.minimaxmcp.tools.upstream.ScriptedServer.code;
import static io.minimaxmcp.tools.upstream.ScriptedServer.json;
import static io.minimaxmcp.tools.upstream.ScriptedServer.reset;
import static org.assertj.core.api.Assertions.assertThat;

import io.minimaxmcp.tools.tool.Charged;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.Tenant;
import io.minimaxmcp.tools.upstream.RegionVerdict.Standing;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A key and two stand-ins for the regions. */
class RegionsTest {
    private static final String IMAGE = "/v1/image_generation";
    private static final String PROBE = "/v1/get_voice";
    private static final String DONE = "{\"id\":\"a\",\"base_resp\":{\"status_code\":0}}";

    private final ScriptedServer global = new ScriptedServer();
    private final ScriptedServer mainland = new ScriptedServer();
    private final Upstream.Counting listener = new Upstream.Counting();
    private Upstream upstream = in(Region.AUTO);

    @AfterEach
    void stop() {
        upstream.close();
        global.close();
        mainland.close();
    }

    @Test
    void findsTheRegionOfAKeyWithOneProbeHoweverManyCallsWait() {
        global.on(IMAGE, code(2049, "invalid api key"));
        mainland.on(IMAGE, json(DONE)).on(PROBE, json(DONE));

        List<CompletionStage<Answer>> calls = IntStream.range(0, 10)
                .mapToObj(any -> upstream.client.call(Tenant.LOCAL, Upstream.image("x"), listener))
                .toList();
        calls.forEach(Upstream::get);

        assertThat(mainland.count(PROBE)).isEqualTo(1);
        assertThat(mainland.count(IMAGE)).isEqualTo(10);
        assertThat(global.count(PROBE)).isZero();
        assertThat(listener.left.get() - listener.notTaken.get()).isEqualTo(10);
    }

    @Test
    void staysWhereTheKeyWorks() {
        global.on(IMAGE, answer(401, "application/json", "{\"error\":{\"message\":\"login (1004)\"}}"));
        mainland.on(IMAGE, json(DONE)).on(PROBE, code(1008, "a key that is known may still be poor"));
        upstream.answer(Upstream.image("first"));

        upstream.answer(Upstream.image("second"));

        RegionVerdict verdict = verdict();
        assertThat(global.count(IMAGE)).isEqualTo(1);
        assertThat(verdict.standing()).isEqualTo(Standing.SWITCHED);
        assertThat(verdict.region()).isEqualTo(Region.MAINLAND);
        assertThat(verdict.host()).isEqualTo(mainland.uri());
    }

    @Test
    void saysInOneSentenceWhichKeyHostsAndSettingDoNotMatch() {
        global.on(IMAGE, code(1004, "login fail"));
        mainland.on(PROBE, code(2049, "invalid api key"));

        Failure failure = upstream.failure(Upstream.image("x"));
        Failure again = upstream.failure(Upstream.image("x"));

        assertThat(failure.kind()).isEqualTo(ErrorKind.AUTH);
        assertThat(failure.charged()).isEqualTo(Charged.NO);
        assertThat(failure.upstreamCode()).isEqualTo(1004);
        assertThat(failure.message())
                .isEqualTo("Neither 127.0.0.1 nor 127.0.0.1 accepts the key " + Upstream.KEY.fingerprint()
                        + " (MINIMAX_REGION=auto).");
        assertThat(failure.nextStep()).contains("MINIMAX_API_KEY");
        assertThat(again.kind()).isEqualTo(ErrorKind.AUTH);
        assertThat(mainland.count(PROBE)).isEqualTo(1);
    }

    @Test
    void doesNotDecideWhenTheOtherRegionCannotBeAsked() {
        global.on(IMAGE, code(2049, "invalid api key"));
        mainland.on(IMAGE, json(DONE)).on(PROBE, reset(), reset(), reset(), reset(), json(DONE));

        Failure failure = upstream.failure(Upstream.image("x"));
        Answer later = upstream.answer(Upstream.image("x"));

        assertThat(failure.kind()).isEqualTo(ErrorKind.REGION);
        assertThat(failure.retryable()).isTrue();
        assertThat(failure.message()).contains("could not be asked").contains("MINIMAX_REGION=auto");
        assertThat(later.body().path("id").asText()).isEqualTo("a");
    }

    @Test
    void doesNotProbeForAKeyThatHasWorked() {
        global.on(IMAGE, json(DONE), code(1004, "revoked"));
        upstream.answer(Upstream.image("x"));

        Failure failure = upstream.failure(Upstream.image("x"));

        assertThat(failure.kind()).isEqualTo(ErrorKind.AUTH);
        assertThat(mainland.count(PROBE)).isZero();
        assertThat(verdict().standing()).isEqualTo(Standing.REJECTED);
    }

    @Test
    void neverShowsAKeyToAHostThatItsOwnerDidNotChoose() {
        mainland.on(IMAGE, code(2049, "invalid api key"));
        global.on(PROBE, json(DONE));
        upstream.close();
        upstream = in(Region.MAINLAND);
        Upstream explicit = new Upstream(Hosts.only(mainland.uri()));

        Failure pinned = upstream.failure(Upstream.image("x"));
        Failure set = explicit.failure(Upstream.image("x"));
        explicit.close();

        assertThat(pinned.kind()).isEqualTo(ErrorKind.AUTH);
        assertThat(pinned.message()).contains("MINIMAX_REGION=mainland").contains("of another region");
        assertThat(set.message()).contains("MINIMAX_API_HOST");
        assertThat(global.count(PROBE)).isZero();
    }

    @Test
    void verifiesAKeyWithoutSpendingAnything() {
        global.on(PROBE, code(2049, "invalid api key"));
        mainland.on(PROBE, json(DONE));

        RegionVerdict verdict = Upstream.get(upstream.client.verify(Tenant.LOCAL));

        assertThat(verdict.standing()).isEqualTo(Standing.SWITCHED);
        assertThat(verdict.sentence()).contains("accepts the key").doesNotContain(Upstream.KEY.value());
    }

    @Test
    void saysHowToSetAMissingKeyWithoutTouchingTheNetwork() {
        Tenant nobody = Accounts.tenantOf(new Secret("sk-cp-not-given"));
        MiniMaxClient bare = new MiniMaxClient(
                () -> {
                    throw new AssertionError("nothing is to be started");
                },
                new Accounts(null),
                Runnable::run);

        Failure local = Upstream.failure(bare.call(Tenant.LOCAL, Upstream.image("x")));
        Failure own = Upstream.failure(bare.call(nobody, Upstream.image("x")));

        assertThat(local.kind()).isEqualTo(ErrorKind.AUTH);
        assertThat(local.charged()).isEqualTo(Charged.NO);
        assertThat(local.nextStep()).contains("MINIMAX_API_KEY").contains("--sandbox");
        assertThat(own.nextStep()).contains("X-MiniMax-Api-Key");
    }

    @Test
    void judgesEachKeyByItself() {
        global.on(IMAGE, code(2049, "invalid api key"), json(DONE));
        mainland.on(IMAGE, json(DONE)).on(PROBE, json(DONE));
        Secret other = new Secret("sk-cp-9876543210zyxwvutsrqponm");
        Tenant guest = Accounts.tenantOf(other);
        upstream.accounts.remember(guest, other);
        upstream.answer(Upstream.image("x"));

        Upstream.get(upstream.client.call(guest, Upstream.image("x")));

        assertThat(global.requests(IMAGE).get(1).header("authorization")).endsWith("zyxwvutsrqponm");
        assertThat(Upstream.get(upstream.client.status(guest)).region().standing())
                .isEqualTo(Standing.CONFIRMED);
    }

    private RegionVerdict verdict() {
        return Upstream.get(upstream.client.status(Tenant.LOCAL)).region();
    }

    private Upstream in(Region region) {
        return new Upstream(new Hosts(region, null, global.uri(), mainland.uri()));
    }
}
