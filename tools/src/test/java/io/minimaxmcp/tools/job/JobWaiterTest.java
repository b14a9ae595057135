package io.minimaxmcp.tools.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.minimaxmcp.tools.job.TestProcess.Wish;
import io.minimaxmcp.tools.job.TestProcess.World;
import io.minimaxmcp.tools.tool.Cancellation;
import io.minimaxmcp.tools.tool.Charged;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class JobWaiterTest {
    private final World world = new World();
    private final TestProcess process = new TestProcess(world);

    @Test
    void tellsAtOnceOnEachChangeAndAtLeastEveryTenSeconds() {
        world.videos.looksUntilDone = 1000;
        process.place(TestProcess.video("a fox"));
        assertThat(messages()).contains("Waiting to be sent", "MiniMax works on it (Queueing)");

        world.time.pass(Duration.ofSeconds(2));
        assertThat(messages()).contains("MiniMax works on it (Processing)");

        for (int i = 0; i < 4; i++) {
            int before = process.told.size();
            world.time.pass(Duration.ofSeconds(10));
            assertThat(process.told).hasSizeGreaterThan(before);
        }
    }

    @Test
    void tellsNumbersThatRiseBelowTheirTotal() {
        process.patience = Duration.ofHours(2);
        world.videos.looksUntilDone = 100;
        process.place(TestProcess.video("a fox"));
        world.time.pass(Duration.ofHours(1));

        List<Double> numbers = process.told.stream().map(Progress::progress).toList();
        assertThat(numbers).isSorted().doesNotHaveDuplicates().allMatch(number -> number < 100);
    }

    @Test
    void saysHowLongItTookSoFarAndUsuallyTakes() {
        world.videos.looksUntilDone = 1000;
        process.place(TestProcess.video("a fox"));
        world.time.pass(Duration.ofSeconds(45));

        assertThat(process.told.get(process.told.size() - 1).message())
                .isEqualTo("MiniMax works on it (Processing), 45 s so far, usually takes about 3 min.");
    }

    @Test
    void keepsNothingForTheLastMessage() {
        var answer = process.place(TestProcess.video("a fox"));
        world.time.pass(Duration.ofSeconds(30));

        assertThat(Answers.job(answer).status()).isEqualTo("succeeded");
        assertThat(messages()).doesNotContain("succeeded", "/out/");
    }

    @Test
    void saysHowManyAreAheadWhileTheLaneIsFull() {
        world.videos.lane = new CompletableFuture<>();
        new TestProcess(world);
        process.place(TestProcess.video("a fox"));
        process.place(TestProcess.video("a hen"));

        assertThat(process.told.get(1).message())
                .startsWith("Waiting to be sent, 1 ahead of it in this server's queue");
    }

    @Test
    void saysWhatGoesWrongWhileItIsRepeated() {
        world.keeper.failures = 5;
        process.place(TestProcess.video("a fox"));
        world.time.pass(Duration.ofSeconds(25));

        assertThat(process.told.get(process.told.size() - 1).message())
                .startsWith("MiniMax is done, fetching the result")
                .endsWith("Trying again after: The link has expired.");
    }

    @Test
    void leavesAtOnceWhenTheCallIsCancelledAndTheJobGoesOn() {
        var answer = process.place(TestProcess.video("a fox"));

        process.cancellation.request();

        var failure = Answers.failure(answer);
        String id = world.shelf.onlyJob().id();
        assertThat(failure.kind()).isEqualTo(ErrorKind.CANCELLED);
        assertThat(failure.jobId()).isEqualTo(id);
        assertThat(failure.charged()).isEqualTo(Charged.YES);
        assertThat(failure.nextStep()).contains("get_job", id);
        world.time.pass(Duration.ofMinutes(1));
        assertThat(world.shelf.onlyJob().stage()).isEqualTo(JobStage.SUCCEEDED);
    }

    @Test
    void doesNotCallPaidWhatIsNotSentYet() {
        world.videos.lane = new CompletableFuture<>();
        var answer = process.place(TestProcess.video("a fox"));

        process.cancellation.request();

        var failure = Answers.failure(answer);
        assertThat(failure.charged()).isEqualTo(Charged.UNKNOWN);
        assertThat(failure.message()).contains("waits to be sent", "will then be paid for");
    }

    @Test
    void endsOnlyTheWaitThatWasCancelled() {
        var patient = process.place(TestProcess.video("a fox"));
        process.cancellation = new Cancellation();
        var hasty = process.look(world.shelf.onlyJob().id(), 50);

        process.cancellation.request();
        world.time.pass(Duration.ofSeconds(30));

        assertThat(Answers.failure(hasty).charged()).isEqualTo(Charged.NO);
        assertThat(Answers.job(patient).status()).isEqualTo("succeeded");
    }

    @Test
    void seesWhatAnotherProcessDoes() {
        var other = new TestProcess(world);
        process.place(TestProcess.video("a fox"));

        var answer = other.look(world.shelf.onlyJob().id(), 50);
        world.time.pass(Duration.ofSeconds(30));

        assertThat(Answers.job(answer).status()).isEqualTo("succeeded");
        assertThat(other.told.stream().map(Progress::message).collect(Collectors.joining()))
                .contains("Processing");
    }

    @Test
    void answersWithTheFirstOfSeveralJobsToEnd() {
        world.videos.lane = new CompletableFuture<>();
        process.place(TestProcess.video("a fox"));
        String slow = world.shelf.onlyJob().id();
        world.videos.lane = CompletableFuture.completedFuture(null);
        var quick = process.place(TestProcess.video("a hen"), Wish.waiting(0));
        world.time.pass(Duration.ofMillis(1));

        var answer = process.look(List.of(slow, Answers.job(quick).jobId()), 50);
        world.time.pass(Duration.ofSeconds(30));

        assertThat(Answers.job(answer).jobId()).isEqualTo(Answers.job(quick).jobId());
        assertThat(Answers.job(answer).status()).isEqualTo("succeeded");
    }

    @Test
    void answersWithTheFirstOfTheListWhenNoneEndsInTime() {
        world.videos.looksUntilDone = 1000;
        var one = process.place(TestProcess.video("a fox"), Wish.waiting(0));
        var two = process.place(TestProcess.video("a hen"), Wish.waiting(0));
        world.time.pass(Duration.ofMillis(1));
        int pending = world.time.pending();

        var answer =
                process.look(List.of(Answers.job(two).jobId(), Answers.job(one).jobId()), 5);
        world.time.pass(Duration.ofSeconds(6));

        assertThat(Answers.job(answer).jobId()).isEqualTo(Answers.job(two).jobId());
        assertThat(world.time.pending()).isLessThanOrEqualTo(pending);
    }

    @Test
    void leavesNothingBehindWhenItsTimeIsUp() {
        world.videos.looksUntilDone = 1000;
        process.place(TestProcess.video("a fox"));
        world.time.pass(Duration.ofSeconds(1));
        int pending = world.time.pending();

        for (int i = 0; i < 20; i++) {
            process.look(world.shelf.onlyJob().id(), 1);
        }
        world.time.pass(Duration.ofSeconds(2));

        assertThat(world.time.pending()).isEqualTo(pending);
    }

    @Test
    void tellsSubscribersOfEveryChangeUntilTheyLeave() {
        var seen = new ArrayList<JobStage>();
        var listening = process.jobs.watch().listen(process.tenant, null, job -> seen.add(job.stage()));
        process.place(TestProcess.video("a fox"));
        listening.close();
        world.time.pass(Duration.ofMinutes(1));

        assertThat(seen).containsExactly(JobStage.SENDING, JobStage.RUNNING);
    }

    private String messages() {
        return process.told.stream().map(Progress::message).collect(Collectors.joining("\n"));
    }
}
