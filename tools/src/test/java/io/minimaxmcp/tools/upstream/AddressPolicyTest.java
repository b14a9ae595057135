package io.minimaxmcp.tools.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minimaxmcp.tools.tool.ToolException;
import io.minimaxmcp.tools.upstream.DownloadRequest.Origin;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {
    private static final Hosts SANDBOX = Hosts.only(URI.create("http://127.0.0.1:4010"));

    private static final Set<String> LISTED = Set.of("minimax.io", "store.example");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "ftp://93.184.216.34/a",
                "gopher://93.184.216.34/a",
                "http://93.184.216.34/a",
                "jar:file:///a.jar!/b",
                "//93.184.216.34/a",
                "/etc/passwd",
                "https:///nohost",
                "https://user:password@93.184.216.34/a",
                "https://127.0.0.1/a",
                "https://127.1/a",
                "https://2130706433/a",
                "https://localhost/a",
                "https://[::1]/a",
                "https://[::ffff:127.0.0.1]/a",
                "https://[::127.0.0.1]/a",
                "https://[64:ff9b::7f00:1]/a",
                "https://[64:ff9b:1::a00:1]/a",
                "https://[2002:7f00:1::]/a",
                "https://[2001:0:53aa:64c::1]/a",
                "https://[2001:db8::1]/a",
                "https://[fe80::1]/a",
                "https://[fc00::1]/a",
                "https://[fd12:3456::1]/a",
                "https://[ff02::1]/a",
                "https://[::]/a",
                "https://0.0.0.0/a",
                "https://10.0.0.1/a",
                "https://100.64.0.1/a",
                "https://169.254.169.254/latest/meta-data/",
                "https://172.16.0.1/a",
                "https://172.31.255.255/a",
                "https://192.0.0.192/a",
                "https://192.168.1.1/a",
                "https://198.18.0.1/a",
                "https://224.0.0.1/a",
                "https://255.255.255.255/a",
                "http://127.0.0.1:4010/a"
            })
    void fetchesNothingForACallerThatIsNotHttpsAtAPublicAddress(String url) {
        AddressPolicy policy = new AddressPolicy(Resolver.SYSTEM, SANDBOX, LISTED);

        assertThatThrownBy(() -> policy.check(URI.create(url), Origin.CALLER))
                .isInstanceOf(ToolException.class)
                .hasMessageContaining("not fetched");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://93.184.216.34/a",
                "https://172.32.0.1/a",
                "https://100.128.0.1:8443/a?b=c",
                "https://[2606:4700::1111]/a",
                "https://[64:ff9b::5db8:d822]/a"
            })
    void fetchesFromPublicAddresses(String url) throws IOException {
        AddressPolicy policy = new AddressPolicy(Resolver.SYSTEM, SANDBOX, LISTED);

        List<InetAddress> addresses = policy.check(URI.create(url), Origin.CALLER);

        assertThat(addresses).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://named.example/other",
                "https://NAMED.example:8443/a",
                "https://minimax.io/a",
                "https://file.cdn.minimax.io/a",
                "https://eu.store.example/a",
                "http://127.0.0.1:4010/a"
            })
    void letsAResultLeadOnToItsOwnHostAndToThoseOfTheCatalogue(String url) {
        AddressPolicy policy = new AddressPolicy(Resolver.SYSTEM, SANDBOX, LISTED);

        assertThatNoException().isThrownBy(() -> policy.checkRedirect(from(Origin.RESULT), URI.create(url)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/a",
                "https://a.named.example/a",
                "https://example/a",
                "https://evilminimax.io/a",
                "https://minimax.io.evil.example/a",
                "https://93.184.216.34/a",
                "file:///etc/passwd"
            })
    void letsNoResultLeadOnToAnybodyElse(String url) {
        AddressPolicy policy = new AddressPolicy(Resolver.SYSTEM, SANDBOX, LISTED);

        assertThatThrownBy(() -> policy.checkRedirect(from(Origin.RESULT), URI.create(url)))
                .isInstanceOf(ToolException.class)
                .hasMessageContaining("the catalogue does not list");
        assertThatNoException().isThrownBy(() -> policy.checkRedirect(from(Origin.CALLER), URI.create(url)));
    }

    private static DownloadRequest from(Origin origin) {
        URI named = URI.create("https://named.example/result.mp4?Signature=a%2Fb");
        return new DownloadRequest(named, Path.of("unused"), origin, 1_000, Duration.ofMinutes(1));
    }

    @Test
    void fetchesNothingFromANameThatAlsoMeansThisMachine() {
        Resolver rebinding = host -> List.of(
                InetAddress.getByAddress(new byte[] {93, (byte) 184, (byte) 216, 34}),
                InetAddress.getLoopbackAddress());
        AddressPolicy policy = new AddressPolicy(rebinding, SANDBOX, LISTED);

        assertThatThrownBy(() -> policy.check(URI.create("https://innocent.example/a.png"), Origin.CALLER))
                .isInstanceOf(ToolException.class)
                .hasMessageContaining("not on the public internet");
    }

    @Test
    void fetchesResultsFromTheSandboxOnThisMachineOnly() throws IOException {
        AddressPolicy policy = new AddressPolicy(Resolver.SYSTEM, SANDBOX, LISTED);
        AddressPolicy real = new AddressPolicy(Resolver.SYSTEM, Hosts.DEFAULTS, LISTED);

        List<InetAddress> addresses = policy.check(URI.create("http://127.0.0.1:4010/file/1.png"), Origin.RESULT);

        assertThat(addresses).containsExactly(InetAddress.getLoopbackAddress());
        assertThatThrownBy(() -> policy.check(URI.create("http://127.0.0.1:4011/a"), Origin.RESULT))
                .isInstanceOf(ToolException.class);
        assertThatThrownBy(() -> policy.check(URI.create("https://127.0.0.1:4010/a"), Origin.RESULT))
                .isInstanceOf(ToolException.class);
        assertThatThrownBy(() -> real.check(URI.create("http://127.0.0.1:4010/a"), Origin.RESULT))
                .isInstanceOf(ToolException.class);
    }
}
