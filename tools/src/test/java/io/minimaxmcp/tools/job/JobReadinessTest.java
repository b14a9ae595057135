package io.minimaxmcp.tools.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.minimaxmcp.tools.job.TestProcess.Wish;
import io.minimaxmcp.tools.job.TestProcess.World;
import io.minimaxmcp.tools.tool.Charged;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A full disk or a wrong folder is found out before it costs. */
class JobReadinessTest {
    private final World world = new World();

    @Test
    void paysForNothingThatCouldNotBeSaved() {
        world.keeper.hindrance = Failure.of(ErrorKind.PATH, "The disk is full.", "Free some space.");
        var process = new TestProcess(world);

        var answer = process.place(TestProcess.video("a fox"), Wish.named("first"));
        world.time.pass(Duration.ofMinutes(1));

        assertThat(answer).isCompletedExceptionally();
        assertThat(world.videos.posts).isEmpty();
        Job job = world.shelf.onlyJob();
        assertThat(job.stage()).isEqualTo(JobStage.FAILED);
        assertThat(job.failure()).isNotNull();
        assertThat(job.failure().message()).isEqualTo("The disk is full.");
        assertThat(job.failure().charged()).isEqualTo(Charged.NO);
    }

    @Test
    void makesTheSameRequestOnceTheHindranceIsGone() {
        world.keeper.hindrance = Failure.of(ErrorKind.PATH, "The disk is full.", "Free some space.");
        var process = new TestProcess(world);
        process.place(TestProcess.video("a fox"), Wish.named("first"));
        world.time.pass(Duration.ofMinutes(1));
        world.keeper.hindrance = null;

        process.place(TestProcess.video("a fox"), Wish.named("first"));
        world.time.pass(Duration.ofMinutes(5));

        assertThat(world.videos.posts).hasSize(1);
    }
}
