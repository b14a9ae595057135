package io.minimaxmcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.tool.Tenant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentVoicesTest {
    private final List<Tenant> asked = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-27T12:00:00Z");
    private final RecentVoices voices = new RecentVoices(
            tenant -> {
                asked.add(tenant);
                return Stages.of(List.of("voice-" + asked.size()));
            },
            () -> now);

    @Test
    void areAskedForOncePerTenantAndMoment() {
        Tenant other = new Tenant("other");

        List<String> told = List.of(of(Tenant.LOCAL), of(Tenant.LOCAL), of(other));
        now = now.plus(RecentVoices.KEPT);
        String later = of(Tenant.LOCAL);

        assertThat(told).containsExactly("voice-1", "voice-1", "voice-2");
        assertThat(later).isEqualTo("voice-3");
        assertThat(asked).containsExactly(Tenant.LOCAL, other, Tenant.LOCAL);
    }

    private String of(Tenant tenant) {
        return voices.of(tenant).toCompletableFuture().join().get(0);
    }
}
