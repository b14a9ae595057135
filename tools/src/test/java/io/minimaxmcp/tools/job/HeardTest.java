package io.minimaxmcp.tools.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.minimaxmcp.tools.job.TestProcess.World;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.tool.ToolException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** What MiniMax has answered is never given up, whatever happens on our side. */
class HeardTest {
    private static final Sight DONE = new Sight.Done(List.of(Output.at("https://files.example/1", "mp3")), null, "t");

    private final World world = new World();

    @Test
    void keepsAnAnswerUntilThereIsRoomForIt() {
        boolean[] full = {true};
        world.videos.nextAnswers.add(() -> unlessFull(full));
        var process = new TestProcess(world);
        var answer = process.place(TestProcess.video("a fox")).toCompletableFuture();

        world.time.pass(Duration.ofSeconds(20));
        assertThat(world.shelf.onlyJob().stage()).isEqualTo(JobStage.SENDING);
        assertThat(process.told)
                .last()
                .satisfies(told -> assertThat(told.message()).contains("No space left"));
        full[0] = false;
        world.time.pass(Duration.ofSeconds(20));

        assertThat(answer).isCompleted();
        assertThat(world.shelf.onlyJob().stage()).isEqualTo(JobStage.SUCCEEDED);
        assertThat(world.videos.posts).hasSize(1);
    }

    /** There is room again, but the next attempt is minutes away: the process does not end without one. */
    @Test
    void triesALastTimeToKeepAnAnswerBeforeItCloses() {
        boolean[] full = {true};
        world.videos.nextAnswers.add(() -> unlessFull(full));
        var process = new TestProcess(world);
        process.place(TestProcess.video("a fox"));
        world.time.pass(Duration.ofMinutes(3));
        full[0] = false;

        assertThat(process.jobs.drain().toCompletableFuture()).isCompleted();

        assertThat(world.shelf.onlyJob().stage()).isEqualTo(JobStage.COLLECTING);
    }

    private static CompletionStage<Sight> unlessFull(boolean[] full) {
        Failure failure = Failure.of(ErrorKind.UNAVAILABLE, "No space left on device.", "Free some.");
        return Stages.of(full[0] ? new Sight.Unkept(() -> unlessFull(full), new ToolException(failure)) : DONE);
    }

    @Test
    void writesAnAnswerDownThoughOthersHaveGivenItUpMeanwhile() {
        var answer = new CompletableFuture<Sight>();
        world.videos.nextAnswers.add(() -> answer);
        var sender = new TestProcess(world);
        sender.place(TestProcess.video("a fox"));
        sender.timer.close(); // as when the machine sleeps: its lease is not prolonged
        world.time.pass(Duration.ofMinutes(1));
        var other = new TestProcess(world);
        other.jobs.start();
        world.time.pass(Duration.ofMinutes(1));
        assertThat(world.shelf.onlyJob().stage()).isEqualTo(JobStage.UNKNOWN);

        answer.complete(DONE);

        assertThat(world.shelf.onlyJob().stage()).isEqualTo(JobStage.SUCCEEDED);
        assertThat(world.videos.posts).hasSize(1);
    }

    @Test
    void believesNobodyWhoOnlyLooksForALostAnswer() {
        var sender = new TestProcess(world);
        world.videos.nextAnswers.add(CompletableFuture::new);
        sender.place(TestProcess.video("a fox"));
        sender.kill();
        world.time.pass(Duration.ofMinutes(1));
        var first = new TestProcess(world);
        first.ledger.diesAfterStoring = job -> job.stage() == JobStage.UNKNOWN;
        first.jobs.start();
        world.time.pass(Duration.ofMinutes(1));

        var second = new TestProcess(world);
        second.jobs.start();
        world.time.pass(Duration.ofMinutes(5));

        assertThat(world.shelf.onlyJob().stage()).isEqualTo(JobStage.UNKNOWN);
        assertThat(world.shelf.onlyJob().version()).isEqualTo(3);
    }
}
