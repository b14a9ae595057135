package io.minimaxmcp.tools.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.minimaxmcp.tools.job.TestProcess.Wish;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.Tenant;
import io.minimaxmcp.tools.upstream.Accounts;
import io.minimaxmcp.tools.upstream.Caps;
import io.minimaxmcp.tools.upstream.Lane;
import io.minimaxmcp.tools.upstream.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An account that may have two videos under way at once. */
class CapTest {
    private static final Duration LONG = Duration.ofMinutes(2);

    private final TestProcess.World world = new TestProcess.World();
    private final TestProcess process = new TestProcess(world, capped(Lane.VIDEO));

    private static Caps capped(Lane lane) {
        return new Caps(new Accounts(new Secret("sk-api-capped")), Map.of(lane, 2));
    }

    private void order(TestProcess at, String prompt) {
        at.place(TestProcess.video(prompt), Wish.waiting(0));
    }

    @Test
    void theNextRequestLeavesWhenATaskHasEndedAndNotBefore() {
        world.videos.looksUntilDone = Integer.MAX_VALUE;
        for (int video = 0; video < 3; video++) {
            order(process, "video " + video);
        }
        world.time.pass(LONG);
        assertThat(world.videos.posts).hasSize(2);

        world.videos.looksUntilDone = 0;
        world.time.pass(LONG);

        assertThat(world.videos.posts).hasSize(3);
        assertThat(world.shelf.stages()).containsOnly(JobStage.SUCCEEDED);
    }

    @Test
    void whatAnotherProcessHasUnderWayCounts() {
        TestProcess other = new TestProcess(world, capped(Lane.VIDEO));
        world.videos.looksUntilDone = Integer.MAX_VALUE;
        order(other, "theirs 1");
        order(other, "theirs 2");

        order(process, "ours");
        world.time.pass(LONG);
        assertThat(world.videos.posts).hasSize(2);

        world.videos.looksUntilDone = 0;
        world.time.pass(LONG);
        assertThat(world.videos.posts).hasSize(3);
    }

    @Test
    void whatIsCancelledWhileItWaitsLeavesTheLine() {
        world.videos.looksUntilDone = Integer.MAX_VALUE;
        for (int video = 0; video < 100; video++) {
            order(process, "video " + video);
        }
        List<String> waiting = world.shelf.jobs().stream()
                .filter(job -> job.stage() == JobStage.QUEUED)
                .map(Job::id)
                .toList();

        waiting.forEach(process::cancel);
        var call = process.place(TestProcess.video("one more"), Wish.waiting(10));
        world.time.pass(LONG);
        assertThat(waiting).hasSize(98);
        assertThat(Answers.text(call)).contains("Waiting to be sent").doesNotContain("ahead of it");

        world.videos.looksUntilDone = 0;
        world.time.pass(LONG);
        assertThat(world.videos.posts).hasSize(3);
    }

    @Test
    void tenantsTakeTurns() {
        world.videos.looksUntilDone = Integer.MAX_VALUE;
        process.tenant = new Tenant("busy");
        for (int video = 0; video < 5; video++) {
            order(process, "busy " + video);
        }
        process.tenant = new Tenant("modest");
        order(process, "modest");

        world.videos.looksUntilDone = 0;
        world.time.pass(LONG);

        assertThat(world.videos.posts.subList(2, 4))
                .anyMatch(id -> world.shelf.job(id).tenant().equals(process.tenant));
    }

    @Test
    void aJobThatCannotLeaveNowLetsOthersGo() {
        world.keeper.hindrance = Failure.of(ErrorKind.UNAVAILABLE, "The disk is full.", "Free some space.")
                .canBeRetried();
        order(process, "first");

        assertThat(world.shelf.stages()).containsExactly(JobStage.QUEUED);
        assertThat(world.shelf.placed()).isEmpty();
    }

    @Test
    void otherLanesAskForNoPlace() {
        TestProcess free = new TestProcess(world, capped(Lane.MUSIC));
        for (int video = 0; video < 3; video++) {
            order(free, "video " + video);
        }

        assertThat(world.videos.posts).hasSize(3);
        assertThat(world.shelf.placed()).isEmpty();
    }
}
