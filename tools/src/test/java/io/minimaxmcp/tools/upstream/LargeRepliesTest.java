package io.minimaxmcp.tools.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LargeRepliesTest {
    private final LargeReplies large = new LargeReplies(2);
    private final List<String> in = new ArrayList<>();

    private LargeReplies.Ticket enter(String name) {
        return large.enter(() -> in.add(name));
    }

    @Test
    void letsTheNextOneInWhenOneHasLeft() {
        LargeReplies.Ticket first = enter("first");
        enter("second");
        enter("third");
        enter("fourth");
        assertThat(in).containsExactly("first", "second");

        first.leave();
        first.leave();

        assertThat(in).containsExactly("first", "second", "third");
    }

    @Test
    void whoseConnectionBreaksWhileItWaitsTakesNobodysRoom() {
        LargeReplies.Ticket first = enter("first");
        enter("second");
        LargeReplies.Ticket third = enter("third");
        enter("fourth");

        third.leave();
        first.leave();

        assertThat(in).containsExactly("first", "second", "fourth");
    }
}
