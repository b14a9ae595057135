package io.minimaxmcp.tools.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineTest {
    private final Line<String> line = new Line<>();

    @Test
    void tenantsTakeTurnsHoweverManyOfOneOfThemWait() {
        for (int call = 1; call <= 4; call++) {
            line.add("busy", "busy " + call);
        }
        line.add("modest", "modest 1");
        line.add("modest", "modest 2");

        assertThat(line.all())
                .containsExactly("busy 1", "modest 1", "busy 2", "modest 2", "busy 3", "busy 4")
                .isEqualTo(left());
    }

    @Test
    void whoComesLateWaitsForOneTurnOfTheOthersOnly() {
        for (int call = 1; call <= 4; call++) {
            line.add("busy", "busy " + call);
        }
        line.next();
        line.next();

        line.add("late", "late 1");

        assertThat(left()).containsExactly("busy 3", "late 1", "busy 4");
    }

    @Test
    void whoWasSentBackGoesBeforeAll() {
        line.add("busy", "busy 1");
        line.putFirst("sent back");
        line.add("modest", "modest 1");

        assertThat(left()).containsExactly("sent back", "busy 1", "modest 1");
    }

    @Test
    void whoGoesBeforeItsTurnHasHadIt() {
        line.add("busy", "busy 1");
        line.add("busy", "busy 2");
        line.add("modest", "modest 1");

        assertThat(line.remove("busy 2")).isTrue();
        assertThat(line.remove("busy 2")).isFalse();
        line.add("modest", "modest 2");
        line.add("busy", "busy 3");

        assertThat(left()).containsExactly("busy 1", "modest 1", "modest 2", "busy 3");
    }

    @Test
    void whoGivesUpLeavesItsTurnToItsTenantsNext() {
        List<String> given = List.of("busy 2", "busy 3", "busy 4", "busy 5");
        line.add("busy", "busy 1");
        given.forEach(call -> line.add("busy", call));
        line.add("modest", "modest 1");

        assertThat(given).allMatch(line::giveUp).noneMatch(line::giveUp);
        line.add("busy", "busy 6");
        line.add("modest", "modest 2");
        line.add("modest", "modest 3");

        assertThat(left()).containsExactly("busy 1", "modest 1", "busy 6", "modest 2", "modest 3");
    }

    private List<String> left() {
        List<String> left = new ArrayList<>();
        while (!line.isEmpty()) {
            left.add(line.next());
        }
        return left;
    }
}
