package io.minimaxmcp.tools.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.minimaxmcp.tools.job.TestProcess.World;
import io.minimaxmcp.tools.tool.Charged;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.tool.ToolException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Looks and downloads that fail are looks and downloads to repeat, never jobs to send again. */
class CollectingTest {
    private final World world = new World();
    private final TestProcess process = new TestProcess(world);

    @Test
    void fetchesAResultAgainWithAFreshLinkEachTime() {
        world.keeper.failures = 3;

        process.place(TestProcess.video("a fox"));
        world.time.pass(Duration.ofMinutes(5));

        assertThat(world.shelf.onlyJob().stage()).isEqualTo(JobStage.SUCCEEDED);
        assertThat(world.keeper.fetched).hasSize(4).doesNotHaveDuplicates();
        assertThat(world.videos.posts).hasSize(1);
    }

    @Test
    void givesUpFetchingAfterADayAndSaysThatItWasPaid() {
        world.keeper.failures = Integer.MAX_VALUE;

        process.place(TestProcess.video("a fox"));
        world.time.pass(Duration.ofHours(23));
        assertThat(world.shelf.onlyJob().stage()).isEqualTo(JobStage.COLLECTING);
        world.time.pass(Duration.ofHours(2));

        Failure failure = failure();
        assertThat(failure.charged()).isEqualTo(Charged.YES);
        assertThat(failure.message()).contains("The link has expired.");
        assertThat(world.videos.posts).hasSize(1);
    }

    /** A machine that sleeps does not try. */
    @Test
    void doesNotGiveUpAfterTwoAttemptsBecauseTheMachineHasSleptBetweenThem() {
        world.keeper.failures = 2;
        process.place(TestProcess.video("a fox"));
        while (world.keeper.fetched.isEmpty()) {
            world.time.pass(Duration.ofMillis(200));
        }

        world.time.sleep(Duration.ofHours(60));
        world.time.pass(Duration.ofHours(1));

        assertThat(world.shelf.onlyJob().stage()).isEqualTo(JobStage.SUCCEEDED);
        assertThat(world.keeper.fetched).hasSize(3);
    }

    @Test
    void oneFileThatIsGoneDoesNotWithholdTheOthers() {
        var outputs = List.of(Output.file("one", "mp4"), Output.file("two", "mp4"), Output.file("three", "mp4"));
        world.videos.nextAnswers.add(() -> Stages.of(new Sight.Done(outputs, null, "t")));
        world.keeper.gone.add("two");
        process.place(TestProcess.video("a fox"));

        world.time.pass(Duration.ofHours(2));

        Job job = world.shelf.onlyJob();
        assertThat(job.stage()).isEqualTo(JobStage.SUCCEEDED);
        assertThat(job.artifacts()).hasSize(2);
        assertThat(Answers.text(process.look(job.id(), 0)))
                .contains("Only 2 of 3 files could be had; the last attempt for what is missing: It is not there.");
    }

    @Test
    void aPreviewThatIsGoneDoesNotWithholdTheVoice() {
        world.videos.nextAnswers.add(() -> Stages.of(new Sight.Done(List.of(Output.file("one", "mp3")), "ttv-7", "t")));
        world.keeper.gone.add("one");
        process.place(TestProcess.video("a captain"));

        world.time.pass(Duration.ofHours(2));

        assertThat(world.shelf.onlyJob().stage()).isEqualTo(JobStage.SUCCEEDED);
        assertThat(world.shelf.onlyJob().voice()).isEqualTo("ttv-7");
    }

    @Test
    void neverGivesUpWhatIsOnOurOwnDisk() {
        world.keeper.failures = Integer.MAX_VALUE;
        var book = new Sight.Done(List.of(Output.spooled("book-1.mp3", "mp3")), null, "t");
        world.videos.nextAnswers.add(() -> Stages.of(book));
        process.place(TestProcess.video("a book"));

        world.time.pass(Duration.ofDays(3));

        assertThat(world.shelf.onlyJob().stage()).isEqualTo(JobStage.COLLECTING);
    }

    @Test
    void oneLookThatFailsAfterAWeekIsNoVerdict() {
        world.videos.looksUntilDone = 10;
        process.place(TestProcess.video("a fox"));
        process.kill();
        world.time.pass(Duration.ofDays(8));
        world.videos.looks = 10;
        world.videos.nextLookFailures.add(refusal(ErrorKind.UNAVAILABLE));

        new TestProcess(world).jobs.start();
        world.time.pass(Duration.ofHours(1));

        assertThat(world.shelf.onlyJob().stage()).isEqualTo(JobStage.SUCCEEDED);
    }

    @Test
    void aClockThatIsSetEndsNothing() {
        world.videos.looksUntilDone = 4;
        process.place(TestProcess.video("a fox"));
        world.time.pass(Duration.ofMillis(100));

        world.time.sleep(Duration.ofDays(365));
        world.time.pass(Duration.ofHours(1));

        assertThat(world.shelf.onlyJob().stage()).isEqualTo(JobStage.SUCCEEDED);
    }

    @Test
    void goesOnFetchingWhereAProcessThatDiedLeftOff() {
        world.keeper.failures = Integer.MAX_VALUE;
        process.place(TestProcess.video("a fox"));
        world.time.pass(Duration.ofMinutes(1));
        process.kill();
        world.keeper.failures = 0;

        new TestProcess(world).jobs.start();
        world.time.pass(Duration.ofMinutes(2));

        assertThat(world.shelf.onlyJob().stage()).isEqualTo(JobStage.SUCCEEDED);
        assertThat(world.videos.posts).hasSize(1);
    }

    @Test
    void neverFailsAJobBecauseALookFailed() {
        for (int i = 0; i < 10; i++) {
            world.videos.nextLookFailures.add(refusal(ErrorKind.UNAVAILABLE));
        }
        world.videos.nextLookFailures.add(refusal(ErrorKind.NOT_FOUND));

        process.place(TestProcess.video("a fox"));
        world.time.pass(Duration.ofHours(1));

        assertThat(world.shelf.onlyJob().stage()).isEqualTo(JobStage.SUCCEEDED);
    }

    @Test
    void triesForAnotherDayWhereTheMachineWasOff() {
        world.keeper.failures = Integer.MAX_VALUE;
        process.place(TestProcess.video("a fox"));
        world.time.pass(Duration.ofMinutes(1));
        process.kill();
        world.time.pass(Duration.ofDays(3));

        new TestProcess(world).jobs.start();
        world.time.pass(Duration.ofHours(1));
        assertThat(world.shelf.onlyJob().stage()).isEqualTo(JobStage.COLLECTING);
        world.keeper.failures = 0;
        world.time.pass(Duration.ofMinutes(10));

        assertThat(world.shelf.onlyJob().stage()).isEqualTo(JobStage.SUCCEEDED);
    }

    @Test
    void givesUpATaskThatMiniMaxHasNotKnownForADay() {
        world.videos.nextLookFailures.addAll(Collections.nCopies(10_000, refusal(ErrorKind.NOT_FOUND)));

        process.place(TestProcess.video("a fox"));
        world.time.pass(Duration.ofHours(23));
        assertThat(world.shelf.onlyJob().stage()).isEqualTo(JobStage.RUNNING);
        world.time.pass(Duration.ofHours(2));

        assertThat(failure().kind()).isEqualTo(ErrorKind.NOT_FOUND);
        assertThat(failure().charged()).isEqualTo(Charged.UNKNOWN);
    }

    /** Its process has gone, and with it the sandbox: whoever repeats the call is not to wait for a task that nobody knows. */
    @Test
    void aTaskOfASandboxThatHasGoneIsOverSoon() {
        world.videos.looksUntilDone = Integer.MAX_VALUE;
        var first = TestProcess.inSandbox(world);
        first.place(TestProcess.video("a fox"));
        first.kill();
        world.videos.nextLookFailures.addAll(Collections.nCopies(100, refusal(ErrorKind.INVALID_INPUT)));
        world.time.pass(Duration.ofMinutes(1));

        TestProcess.inSandbox(world).jobs.start();
        world.time.pass(Duration.ofSeconds(30));

        assertThat(failure().kind()).isEqualTo(ErrorKind.NOT_FOUND);
    }

    @Test
    void looksAtNoTaskForEver() {
        world.videos.looksUntilDone = Integer.MAX_VALUE;

        process.place(TestProcess.video("a fox"));
        world.time.pass(Duration.ofDays(6));
        assertThat(world.shelf.onlyJob().stage()).isEqualTo(JobStage.RUNNING);
        world.time.pass(Duration.ofDays(2));

        assertThat(failure().charged()).isEqualTo(Charged.UNKNOWN);
    }

    @Test
    void looksOftenAtFirstAndThenEveryTenSeconds() {
        world.videos.looksUntilDone = 1000;
        process.place(TestProcess.video("a fox"));

        world.time.pass(Duration.ofSeconds(15));
        assertThat(world.videos.looks).isBetween(3, 5);
        world.videos.looks = 0;
        world.time.pass(Duration.ofSeconds(100));

        assertThat(world.videos.looks).isBetween(8, 12);
    }

    @Test
    void waitsAsLongAsMiniMaxAsksBeforeTheNextLook() {
        world.videos.nextLookFailures.add(new ToolException(
                Failure.of(ErrorKind.RATE_LIMITED, "Too many looks.", "Wait.").retryAfter(Duration.ofSeconds(60))));
        process.place(TestProcess.video("a fox"));

        world.time.pass(Duration.ofSeconds(55));
        assertThat(world.videos.looks).isEqualTo(1);
        world.time.pass(Duration.ofSeconds(10));

        assertThat(world.videos.looks).isGreaterThan(1);
    }

    private Failure failure() {
        Failure failure = world.shelf.onlyJob().failure();
        if (failure == null) {
            throw new AssertionError("the job has not failed: " + world.shelf.onlyJob());
        }
        return failure;
    }

    private static ToolException refusal(ErrorKind kind) {
        return new ToolException(Failure.of(kind, "No answer.", "Wait."));
    }
}
