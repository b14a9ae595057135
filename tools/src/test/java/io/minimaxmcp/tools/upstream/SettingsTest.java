package io.minimaxmcp.tools.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minimaxmcp.tools.tool.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people set, and what must never be seen of it. */
class SettingsTest {
    @ParameterizedTest
    @CsvSource({
        "api.minimax.io, https://api.minimax.io",
        "https://api.minimax.io/, https://api.minimax.io",
        "https://api.minimax.io/v1, https://api.minimax.io",
        "https://api.minimax.io/v1/, https://api.minimax.io",
        "' api.minimax.cn/v2 ', https://api.minimax.cn",
        "https://gateway.example:8443/v1, https://gateway.example:8443",
        "http://127.0.0.1:4010, http://127.0.0.1:4010",
        "http://localhost:4010/v1, http://localhost:4010",
        "http://[::1]:4010, http://[::1]:4010"
    })
    void readsHostsAsPeopleWriteThem(String text, String host) {
        assertThat(Hosts.parse(text)).hasToString(host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://",
                "http://api.minimax.io",
                "ftp://api.minimax.io",
                "https://api.minimax.io/some/path",
                "https://user@api.minimax.io",
                "https://api.minimax.io?x=1",
                "not a host",
                "file:///etc/passwd"
            })
    void refusesWhatIsNoHostOrWouldShowTheKey(String text) {
        assertThatThrownBy(() -> Hosts.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'");
    }

    @Test
    void tellsKeysApartWithoutGivingThemAway() {
        Secret key = new Secret("  sk-api-0123456789abcdefghijKLMN \n");

        assertThat(key.fingerprint()).matches("sk-api-…KLMN \\(sha256 [0-9a-f]{8}\\)");
        assertThat(key).hasToString("Secret[" + key.fingerprint() + "]");
        assertThat(new Account(key).toString()).doesNotContain("0123456789");
        assertThat(new Secret("short").fingerprint()).doesNotContain("short");
        assertThat(key.kind()).isEqualTo("sk-api-");
        assertThat(new Secret("eyJhbGciOiJSUzI1NiJ9").kind()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "two words", "line\nbreak: x", "schlüssel"})
    void refusesAKeyThatNoHeaderCanCarryWithoutRepeatingIt(String text) {
        assertThatThrownBy(() -> new Secret(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("an API key is one line");
    }

    @Test
    void letsOnlyTenantsWithoutAKeyOfTheirOwnUseTheServersKey() {
        Secret servers = new Secret("sk-api-servers");
        Secret guests = new Secret("sk-api-guests");
        Tenant guest = Accounts.tenantOf(guests);
        Tenant member = new Tenant("team-member");
        Accounts accounts = new Accounts(servers);
        accounts.remember(guest, guests);

        Account whileKnown = accounts.find(guest);
        accounts.forget(guest);

        assertThat(whileKnown).isEqualTo(new Account(guests));
        assertThat(accounts.find(guest)).isNull();
        assertThat(accounts.find(member)).isEqualTo(new Account(servers));
        assertThat(Accounts.tenantOf(new Secret("sk-api-guests"))).isEqualTo(guest);
    }

    @Test
    void refusesRatesThatAreMissingOrImpossible() {
        Map<Lane, Integer> rates = new EnumMap<>(Upstream.WIDE);

        rates.put(Lane.IMAGE, 0);
        assertThatThrownBy(() -> new UpstreamConfig(Hosts.DEFAULTS, rates, Patience.USUAL))
                .hasMessageContaining("IMAGE");
        rates.remove(Lane.IMAGE);
        assertThatThrownBy(() -> new UpstreamConfig(Hosts.DEFAULTS, rates, Patience.USUAL))
                .hasMessageContaining("IMAGE");
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "5; 5",
                "' 120 '; 120",
                "Mon, 23 Nov 2026 12:00:30 GMT; 30",
                "Mon, 23 Nov 2026 11:00:00 GMT; 0",
                "soon; -1",
                "-3; -1",
                "99999999999999; -1",
                "''; -1"
            },
            delimiter = ';')
    void readsRetryAfterInBothItsForms(String header, long seconds) {
        InstantSource noon = InstantSource.fixed(Instant.parse("2026-11-23T12:00:00Z"));

        Duration wait = RetryAfter.parse(header, noon);

        assertThat(wait).isEqualTo(seconds < 0 ? null : Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "invalid params| invalid params",
                "<p>Bad <b>Gateway</b></p>| Bad Gateway",
                "key sk-api-abcdef123456 refused| key [key] refused",
                "Authorization: Bearer eyJabc.def.ghi| Authorization: [key]",
                "see https://oss.example/a.mp3?Signature=s3cr3t&Expires=1 now| see https://oss.example/a.mp3 now",
                "' two\u0007  lines '| two lines"
            },
            delimiter = '|')
    void handsTheVendorsWordsOnOnlyCleaned(String said, String clean) {
        assertThat(VendorText.clean(said)).isEqualTo(clean);
    }

    @Test
    void cutsLongWordsOfTheVendor() {
        assertThat(VendorText.clean("x".repeat(1_000_000))).hasSize(200).endsWith("…");
        assertThat(VendorText.clean("<br>")).isNull();
        assertThat(VendorText.clean(null)).isNull();
    }
}
