package io.minimaxmcp.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minimaxmcp.schemas.Usd;
import io.minimaxmcp.tools.capability.Capabilities;
import io.minimaxmcp.tools.capability.Entry;
import io.minimaxmcp.tools.media.ResultMode;
import io.minimaxmcp.tools.spend.Budget;
import io.minimaxmcp.tools.upstream.Lane;
import io.minimaxmcp.tools.upstream.Region;
import java.io.File;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigReaderTest {
    private static ServerConfig read(Map<String, String> environment) {
        return new ConfigReader(Map.of(), environment, false).read();
    }

    @Test
    void everythingHasADefault() {
        ServerConfig config = read(Map.of("HOME", "/home/ada"));

        assertThat(config.apiKey()).isEmpty();
        assertThat(config.region()).isEqualTo(Region.AUTO);
        assertThat(config.outputDir()).isEqualTo(Path.of("/home/ada/minimax-mcp/output"));
        assertThat(config.dataDir()).isEqualTo(Path.of("/home/ada/.local/share/minimax-mcp"));
        assertThat(config.inputDirs()).containsExactly(config.outputDir());
        assertThat(config.poll()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aFlagWinsOverTheEnvironment() {
        ServerConfig config = new ConfigReader(
                        Map.of("--output-dir", "/tmp/flag"), Map.of("MINIMAX_MCP_OUTPUT_DIR", "/tmp/env"), false)
                .read();

        assertThat(config.outputDir()).isEqualTo(Path.of("/tmp/flag"));
    }

    @Test
    void olderNamesOfASettingStillWork() {
        ServerConfig config = read(Map.of("MINIMAX_MCP_BASE_PATH", "/tmp/base", "MINIMAX_API_RESOURCE_MODE", "url"));

        assertThat(config.outputDir()).isEqualTo(Path.of("/tmp/base"));
        assertThat(config.resultMode()).contains(ResultMode.URL);
    }

    /** Whoever wrote it believes that spending is limited. */
    @ParameterizedTest
    @CsvSource({
        "MINIMAX_MCP_BUDGET, Did you mean MINIMAX_MCP_BUDGET_USD?",
        "MINIMAX_MCP_PER_CAL_USD, Did you mean MINIMAX_MCP_PER_CALL_USD?",
        "MINIMAX_MCP_DAILY_LIMIT, The README lists all settings."
    })
    void aMisspeltLimitOnSpendingStopsTheStart(String name, String advice) {
        assertThatThrownBy(() -> read(Map.of(name, "5")))
                .isInstanceOf(BadSettingException.class)
                .hasMessage(name + " is no setting, so it would limit nothing. " + advice);
    }

    @Test
    void whatIsNoSettingOtherwiseDoesNoHarm() {
        assertThat(read(Map.of("MINIMAX_MCP_RESULTMODE", "url", "MINIMAX_MCP_BUDGET", " "))
                        .resultMode())
                .isEmpty();
    }

    @Test
    void aBlankValueCountsAsNotSet() {
        assertThat(read(Map.of("MINIMAX_API_KEY", "  ", "MINIMAX_REGION", "")).apiKey())
                .isEmpty();
    }

    @Test
    void theTildeIsTheHomeFolder() {
        ServerConfig config = read(Map.of("HOME", "/home/ada", "MINIMAX_MCP_DATA_DIR", "~/jobs"));

        assertThat(config.dataDir()).isEqualTo(Path.of("/home/ada/jobs"));
    }

    @Test
    void aHostMayBeWrittenWithOrWithoutVersion() {
        assertThat(read(Map.of("MINIMAX_API_HOST", "api.minimax.io/v1"))
                        .apiHost()
                        .orElseThrow())
                .hasToString("https://api.minimax.io");
    }

    @Test
    void limitsAreEnforcedOnceTheyAreSet() {
        Budget budget = read(Map.of("MINIMAX_MCP_BUDGET_USD", "5", "MINIMAX_MCP_PER_CALL_USD", "$0.50"))
                .budget();

        assertThat(budget.mode()).isEqualTo(Budget.Mode.ENFORCE);
        assertThat(budget.day()).isEqualTo(Usd.of("5"));
        assertThat(budget.perCall()).isEqualTo(Usd.of("0.50"));
    }

    @Test
    void lanesAndFoldersAreReadFromTheirOwnNames() {
        String folders = String.join(File.pathSeparator, "/a", "/b");
        ServerConfig config = read(Map.of("MINIMAX_MCP_RATE_VIDEO", "3", "MINIMAX_MCP_INPUT_DIRS", folders));

        assertThat(config.rates()).containsOnly(Map.entry(Lane.VIDEO, 3), Map.entry(Lane.H3, 3));
        assertThat(config.inputDirs()).containsExactly(Path.of("/a"), Path.of("/b"));
    }

    @ParameterizedTest
    @CsvSource({"9464,127.0.0.1", "0.0.0.0:9464,0.0.0.0", "[::]:9464,::"})
    void metricsAreForThisMachineUnlessSaidOtherwise(String value, String host) {
        assertThat(read(Map.of("MINIMAX_MCP_METRICS_PORT", value)).http().metrics())
                .hasValue(InetSocketAddress.createUnresolved(host, 9464));
    }

    @Test
    void theToolsetsAreThoseOfTheTools() {
        assertThat(ConfigReader.TOOLSET_NAMES)
                .isEqualTo(Capabilities.ALL.stream().map(Entry::toolset).collect(Collectors.toSet()));
        assertThat(ConfigReader.USUAL_TOOLSETS)
                .doesNotContainAnyElementsOf(Capabilities.OPT_IN)
                .hasSize(ConfigReader.TOOLSET_NAMES.size() - Capabilities.OPT_IN.size());
    }

    @ParameterizedTest
    @CsvSource({
        "MINIMAX_REGION,europe",
        "MINIMAX_API_DIALECT,klingon",
        "MINIMAX_API_HOST,ftp://x",
        "MINIMAX_API_HOST,http://api.minimax.io",
        "MINIMAX_MCP_RESULT_MODE,both",
        "MINIMAX_MCP_TOOLSETS,'image,vidoe'",
        "MINIMAX_MCP_READ_ONLY,maybe",
        "MINIMAX_MCP_BUDGET_USD,-1",
        "MINIMAX_MCP_BUDGET_USD,lots",
        "MINIMAX_MCP_BUDGET_MODE,hard",
        "MINIMAX_MCP_WAIT_SECONDS,-1",
        "MINIMAX_MCP_RATE_IMAGE,0",
        "MINIMAX_MCP_POLL_SECONDS,0",
        "MINIMAX_MCP_LEDGER,mysql://x",
        "MINIMAX_MCP_METRICS_PORT,70000",
        "MINIMAX_MCP_METRICS_PORT,:9464",
        "MINIMAX_MCP_METRICS_PORT,0.0.0.0:x",
        "MINIMAX_MCP_OAUTH_ISSUER,http://login.example",
        "MINIMAX_MCP_OAUTH_JWKS_URL,http://login.example/keys",
        "MINIMAX_MCP_KEEP_DAYS,0"
    })
    void aBadValueStopsTheStartWithNameValueAndWhatIsAllowed(String name, String value) {
        assertThatThrownBy(() -> read(Map.of(name, value)))
                .isInstanceOf(BadSettingException.class)
                .hasMessageContaining(name)
                .hasMessageContaining("'" + value + "'")
                .hasMessageContaining("Allowed: ");
    }

    @ParameterizedTest
    @CsvSource({"MINIMAX_MCP_AUTH_TOKEN,short", "MINIMAX_API_KEY,<your MiniMax key>", "MINIMAX_API_KEY,schlüssel"})
    void aBadSecretIsNamedButNotShown(String name, String value) {
        assertThatThrownBy(() -> read(Map.of(name, value)))
                .isInstanceOf(BadSettingException.class)
                .hasMessageContaining(name + " is '(hidden)'")
                .hasMessageNotContaining(value);
    }
}
