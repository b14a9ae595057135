package io.minimaxmcp.tools.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.minimaxmcp.tools.job.TestProcess.World;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Kills the process at every step of a job and lets another one go on. */
class JobsSurviveTest {
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(5);

    private final World world = new World();

    /** Every moment at which what is on disk, or what MiniMax knows, is about to change or has just changed. */
    enum Moment {
        BEFORE_SENDING_IS_WRITTEN(JobStage.SENDING, true, JobStage.SUCCEEDED, 1),
        BEFORE_THE_POST_LEAVES(JobStage.SENDING, false, JobStage.UNKNOWN, 0),
        BEFORE_THE_ANSWER_IS_WRITTEN(JobStage.RUNNING, true, JobStage.UNKNOWN, 1),
        AFTER_THE_ANSWER(JobStage.RUNNING, false, JobStage.SUCCEEDED, 1),
        BEFORE_DONE_IS_WRITTEN(JobStage.COLLECTING, true, JobStage.SUCCEEDED, 1),
        BEFORE_THE_DOWNLOAD(JobStage.COLLECTING, false, JobStage.SUCCEEDED, 1),
        BEFORE_THE_RESULT_IS_WRITTEN(JobStage.SUCCEEDED, true, JobStage.SUCCEEDED, 1),
        AFTER_THE_END(JobStage.SUCCEEDED, false, JobStage.SUCCEEDED, 1);

        private final JobStage stage;
        private final boolean before;
        private final JobStage end;
        private final int posts;

        Moment(JobStage stage, boolean before, JobStage end, int posts) {
            this.stage = stage;
            this.before = before;
            this.end = end;
            this.posts = posts;
        }

        void arm(MemoryLedger ledger) {
            Predicate<Job> isDue = job -> job.stage() == stage;
            if (before) {
                ledger.diesBeforeStoring = isDue;
            } else {
                ledger.diesAfterStoring = isDue;
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void finishesWhatAKilledProcessBeganWithoutAnotherPost(Moment moment) {
        var first = new TestProcess(world);
        moment.arm(first.ledger);
        first.place(TestProcess.video("a fox"));
        world.time.pass(LONG_ENOUGH);
        assertThat(first.ledger.isDead()).isTrue();
        first.kill();

        new TestProcess(world).jobs.start();
        world.time.pass(LONG_ENOUGH);

        Job job = world.shelf.onlyJob();
        assertThat(job.stage()).isEqualTo(moment.end);
        assertThat(world.videos.posts).hasSize(moment.posts);
        assertThat(job.artifacts()).hasSize(moment.end == JobStage.SUCCEEDED ? 1 : 0);
    }

    @Test
    void sendsAJobWhoseProcessDiedWaitingForItsTurn() {
        var first = new TestProcess(world);
        var lane = world.videos.lane;
        world.videos.lane = new CompletableFuture<>();
        first.place(TestProcess.video("a fox"));
        first.kill();
        world.videos.lane = lane;

        new TestProcess(world).jobs.start();
        world.time.pass(LONG_ENOUGH);

        assertThat(world.shelf.onlyJob().stage()).isEqualTo(JobStage.SUCCEEDED);
        assertThat(world.videos.posts).hasSize(1);
    }

    @Test
    void findsAJobAgainWhoseAnswerWasLostWhereMiniMaxListsItsTasks() {
        var first = new TestProcess(world);
        Moment.BEFORE_THE_ANSWER_IS_WRITTEN.arm(first.ledger);
        first.place(TestProcess.video("a fox"));
        first.kill();
        world.videos.found = new Sight.Underway("task-1", "Processing", null);

        new TestProcess(world).jobs.start();
        world.time.pass(LONG_ENOUGH);

        assertThat(world.shelf.onlyJob().stage()).isEqualTo(JobStage.SUCCEEDED);
        assertThat(world.videos.posts).hasSize(1);
    }

    @Test
    void neverTakesTheJobsOfAProcessThatLives() {
        world.videos.looksUntilDone = 1000;
        var first = new TestProcess(world);
        var second = new TestProcess(world);
        first.place(TestProcess.video("a fox"));
        second.jobs.start();

        world.time.pass(Duration.ofMinutes(10));

        assertThat(second.jobs.underWay()).isZero();
        assertThat(first.jobs.underWay()).isEqualTo(1);
    }

    @Test
    void leavesWhatHasNotLeftToTheNextProcessWhenItCloses() {
        world.videos.lane = new CompletableFuture<>();
        var first = new TestProcess(world);
        first.place(TestProcess.video("a fox"));

        assertThat(first.jobs.drain().toCompletableFuture()).isCompleted();
        world.videos.lane.toCompletableFuture().complete(null);

        assertThat(world.videos.posts).isEmpty();
        assertThat(world.shelf.onlyJob().stage()).isEqualTo(JobStage.QUEUED);
    }

    @Test
    void waitsForTheAnswerToWhatHasLeftBeforeItCloses() {
        var answer = new CompletableFuture<Sight>();
        world.videos.nextAnswers.add(() -> answer);
        var first = new TestProcess(world);
        first.place(TestProcess.video("a fox"));

        var drained = first.jobs.drain().toCompletableFuture();
        assertThat(drained).isNotDone();
        answer.complete(new Sight.Underway("task-1", "Queueing", null));

        assertThat(drained).isCompleted();
        assertThat(world.shelf.onlyJob().stage()).isEqualTo(JobStage.RUNNING);
    }
}
