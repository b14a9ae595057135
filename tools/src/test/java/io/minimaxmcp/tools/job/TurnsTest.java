package io.minimaxmcp.tools.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.minimaxmcp.tools.job.TestProcess.Wish;
import io.minimaxmcp.tools.tool.Tenant;
import io.minimaxmcp.tools.tool.ToolResult;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A tenant who orders a hundred at once, more than are begun at once, and one who orders one thing then. */
class TurnsTest {
    private static final int MANY = 100;
    private static final Tenant BUSY = new Tenant("busy");
    private static final Tenant MODEST = new Tenant("modest");

    private final TestProcess.World world = new TestProcess.World();
    private final TestProcess process = new TestProcess(world);
    private final Deque<CompletableFuture<Sight>> answers = new ArrayDeque<>();

    @BeforeEach
    void orderMany() {
        for (int video = 0; video <= MANY; video++) {
            world.videos.nextAnswers.add(() -> {
                answers.add(new CompletableFuture<>());
                return answers.getLast();
            });
        }
        process.tenant = BUSY;
        for (int video = 0; video < MANY; video++) {
            order("busy " + video);
        }
        process.tenant = MODEST;
    }

    private CompletionStage<ToolResult> order(String prompt) {
        return process.place(TestProcess.video(prompt), Wish.waiting(0));
    }

    @Test
    void aTenantWaitsForATurnOfTheOthersAndNotForTheEndOfTheirQueue() {
        int begun = world.videos.posts.size();
        order("modest");

        answer();
        answer();

        assertThat(begun).isLessThan(MANY);
        assertThat(world.videos.posts).hasSize(begun + 2);
        assertThat(world.videos.posts.subList(begun, begun + 2))
                .extracting(id -> world.shelf.job(id).tenant())
                .containsExactly(BUSY, MODEST);
    }

    @Test
    void isToldHowManyGoBefore() {
        var first = order("modest");
        var second = order("modest again");
        world.time.pass(Duration.ofSeconds(1));

        assertThat(Answers.text(first)).contains("1 ahead of it");
        assertThat(Answers.text(second)).contains("3 ahead of it");
    }

    private void answer() {
        answers.remove().complete(new Sight.Underway("task", "Queueing", null));
    }
}
