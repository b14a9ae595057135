package io.minimaxmcp.server.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.minimaxmcp.tools.tool.Tenant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharesTest {
    private static final Tenant ANNA = new Tenant("anna");
    private static final Tenant BERT = new Tenant("bert");

    @Test
    void leavesHalfToOthersHoweverMuchOneTakes() {
        Shares shares = new Shares(1_000);

        long anna = IntStream.range(0, 10_000)
                .parallel()
                .filter(i -> shares.take(ANNA, 1))
                .count();
        long bert = IntStream.range(0, 10_000).filter(i -> shares.take(BERT, 1)).count();

        assertThat(anna).isEqualTo(500);
        assertThat(bert).isEqualTo(250);
    }

    @Test
    void hasAgainWhatWasGivenBack() {
        Shares shares = new Shares(20);
        shares.take(ANNA, 10);
        shares.giveBack(ANNA, 4);

        assertThat(shares.take(ANNA, 5)).isFalse();
        assertThat(shares.take(ANNA, 4)).isTrue();
    }

    @Test
    void takesAPortionBackOnceAndOnlyWhenItIsOver() {
        Shares shares = new Shares(20);
        Shares.Portion kept = shares.portion(ANNA);
        kept.take(10);
        kept.keep();
        kept.endUnlessKept();
        boolean before = shares.take(ANNA, 1);

        kept.end();
        kept.end();

        assertThat(before).isFalse();
        assertThat(kept.take(1)).isFalse();
        assertThat(shares.take(ANNA, 10)).isTrue();
        assertThat(shares.take(ANNA, 1)).isFalse();
    }
}
