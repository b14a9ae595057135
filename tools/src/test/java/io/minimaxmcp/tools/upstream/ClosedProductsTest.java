package io.minimaxmcp.tools.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.minimaxmcp.tools.tool.Tenant;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClosedProductsTest {
    private static final Secret KEY = new Secret("sk-api-closed");
    private static final Account ACCOUNT = new Account(KEY);

    @TempDir
    private Path folder;

    private final Accounts accounts = new Accounts(KEY);
    private final UpstreamCodes codes = UpstreamCodes.documented();

    @Test
    void rememberThatMusicIsClosedAcrossRestartsForAWeek() {
        at(Instant.now()).heard(ACCOUNT, Endpoints.LYRICS, codes.code(2153));

        assertThat(at(Instant.now()).isClosed(Tenant.LOCAL, ClosedProducts.MUSIC))
                .isTrue();
        assertThat(at(Instant.now().plus(Duration.ofDays(8))).isClosed(Tenant.LOCAL, ClosedProducts.MUSIC))
                .isFalse();
    }

    @Test
    void openAgainWhatAnswersAfterAll() {
        ClosedProducts products = at(Instant.now());
        products.heard(ACCOUNT, Endpoints.MUSIC, codes.status(410));

        products.heard(ACCOUNT, Endpoints.MUSIC, null);

        assertThat(products.isClosed(Tenant.LOCAL, ClosedProducts.MUSIC)).isFalse();
        assertThat(at(Instant.now()).isClosed(Tenant.LOCAL, ClosedProducts.MUSIC))
                .isFalse();
    }

    @Test
    void keepASecondGenerationThatAPlanLacksInMindForThisProcessOnly() {
        ClosedProducts products = at(Instant.now());

        products.heard(ACCOUNT, Endpoints.VIDEO_V2, codes.code(2061));

        assertThat(products.isClosed(Tenant.LOCAL, ClosedProducts.VIDEO_V2)).isTrue();
        assertThat(at(Instant.now()).isClosed(Tenant.LOCAL, ClosedProducts.VIDEO_V2))
                .isFalse();
    }

    @Test
    void tellWhoeverListensForTheAccountOnceAChange() throws Exception {
        ClosedProducts products = at(Instant.now());
        Tenant guest = Accounts.tenantOf(new Secret("sk-api-guest"));
        accounts.remember(guest, new Secret("sk-api-guest"));
        List<String> told = new ArrayList<>();
        products.listen(guest, product -> told.add("of the guest: " + product));
        AutoCloseable listening = products.listen(Tenant.LOCAL, told::add);

        products.heard(ACCOUNT, Endpoints.MUSIC, codes.code(2153));
        products.heard(ACCOUNT, Endpoints.MUSIC, codes.code(2153));
        products.heard(ACCOUNT, Endpoints.VIDEO_V2, codes.code(2061));
        products.heard(ACCOUNT, Endpoints.MUSIC, null);
        listening.close();
        products.heard(ACCOUNT, Endpoints.MUSIC, codes.code(2153));

        assertThat(told).containsExactly("music", "video_v2", "music");
    }

    @Test
    void closeNothingForOtherReasonsAccountsOrEndpoints() {
        ClosedProducts products = at(Instant.now());
        Tenant guest = Accounts.tenantOf(new Secret("sk-api-guest"));
        accounts.remember(guest, new Secret("sk-api-guest"));

        products.heard(ACCOUNT, Endpoints.MUSIC, codes.code(1008));
        products.heard(ACCOUNT, Endpoints.IMAGE, codes.code(2061));
        assertThat(products.isClosed(Tenant.LOCAL, ClosedProducts.MUSIC)).isFalse();

        products.heard(ACCOUNT, Endpoints.MUSIC, codes.code(2153));
        assertThat(products.isClosed(guest, ClosedProducts.MUSIC)).isFalse();
    }

    private ClosedProducts at(Instant now) {
        return new ClosedProducts(accounts, folder, () -> now);
    }
}
