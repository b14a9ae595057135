package io.minimaxmcp.tools.capability.video;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.Json;
import io.minimaxmcp.schemas.Usd;
import io.minimaxmcp.tools.job.Job;
import io.minimaxmcp.tools.job.JobStage;
import io.minimaxmcp.tools.job.Order;
import io.minimaxmcp.tools.job.Sight;
import io.minimaxmcp.tools.spend.Estimate;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.Tenant;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Two videos of the same shape, of which one task is listed: it is given to neither. */
class LostTaskTest {
    private static final Instant SENT = Instant.parse("2026-11-23T08:00:00Z");

    private final Job ours = sent("ours", 5, SENT);

    private static Job sent(String id, int seconds, Instant when) {
        ObjectNode request =
                Json.MAPPER.createObjectNode().put("resolution", "768P").put("duration", seconds);
        Order order = new Order(
                "generate_video",
                "video",
                H3Generation.NAME,
                "MiniMax-H3",
                request,
                new Estimate(Usd.of("0.40"), "5 s"),
                null,
                id,
                null);
        return Job.asked(id, Tenant.LOCAL, null, id, order, when, false).sending(when);
    }

    private static Job unknown(Job sent, Duration later) {
        Failure lost = Failure.of(ErrorKind.UNKNOWN_OUTCOME, "The answer was lost.", "Look at MiniMax's console.");
        return sent.ended(JobStage.UNKNOWN, lost, sent.updatedAt().plus(later));
    }

    @Test
    void itMayBeAnothersThatWasSentAtTheSameTime() {
        assertThat(LostTask.mayBeMeant(sent("theirs", 5, SENT.plusSeconds(20)), ours))
                .isTrue();
        assertThat(LostTask.mayBeMeant(sent("longer", 10, SENT), ours)).isFalse();
        assertThat(LostTask.mayBeMeant(sent("later", 5, SENT.plusSeconds(600)), ours))
                .isFalse();
    }

    /** Minutes after it was sent: whoever is asked for second must not take for its own what may be the first one's. */
    @Test
    void itMayBeAnothersThatWasGivenUpSince() {
        assertThat(LostTask.mayBeMeant(unknown(sent("theirs", 5, SENT), Duration.ofMinutes(5)), ours))
                .isTrue();
        assertThat(LostTask.mayBeMeant(
                        unknown(sent("earlier", 5, SENT.minusSeconds(3600)), Duration.ofMinutes(5)), ours))
                .isFalse();
    }

    @Test
    void itIsNotAnothersThatHasATaskOfItsOwn() {
        Job running = sent("theirs", 5, SENT).running(new Sight.Underway("424", "Queueing", null), SENT);

        assertThat(LostTask.mayBeMeant(running, ours)).isFalse();
    }
}
