package io.minimaxmcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.minimaxmcp.tools.tool.Tenant;
import io.minimaxmcp.tools.upstream.Accounts;
import io.minimaxmcp.tools.upstream.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BroughtKeysTest {
    private final Accounts accounts = new Accounts(null);
    private final Set<Tenant> busy = new HashSet<>();
    private Instant now = Instant.EPOCH;
    private final BroughtKeys keys = new BroughtKeys(accounts, busy::contains, () -> now);

    @Test
    void forgetsTheKeyOfWhoDoesNotComeAnyMore() {
        Tenant gone = keys.bring(new Secret("sk-api-of-somebody-who-leaves"));
        now = now.plus(BroughtKeys.IDLE);
        Tenant here = keys.bring(new Secret("sk-api-of-somebody-who-stays"));
        now = now.plus(Duration.ofSeconds(1));

        keys.sweep();

        assertThat(accounts.find(gone)).isNull();
        assertThat(accounts.find(here)).isNotNull();
    }

    @Test
    void keepsTheKeyWhileJobsNeedIt() {
        Tenant tenant = keys.bring(new Secret("sk-api-of-somebody-with-a-video"));
        busy.add(tenant);
        now = now.plus(BroughtKeys.IDLE.multipliedBy(5));
        keys.sweep();
        boolean keptWhileBusy = accounts.find(tenant) != null;
        busy.clear();

        keys.sweep();

        assertThat(keptWhileBusy).isTrue();
        assertThat(accounts.find(tenant)).isNull();
    }

    @Test
    void keepsNoMoreThanItsLimitHoweverManyCome() {
        Tenant first = keys.bring(new Secret("sk-api-first"));
        busy.add(first);

        for (int i = 0; i < BroughtKeys.MOST + 100; i++) {
            keys.bring(new Secret("sk-api-" + i));
        }

        assertThat(keys.count()).isEqualTo(BroughtKeys.MOST);
        assertThat(accounts.find(first)).isNotNull();
    }
}
