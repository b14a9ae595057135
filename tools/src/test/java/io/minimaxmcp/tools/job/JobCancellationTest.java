package io.minimaxmcp.tools.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.minimaxmcp.tools.job.TestProcess.World;
import io.minimaxmcp.tools.tool.ErrorKind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JobCancellationTest {
    private final World world = new World();
    private final TestProcess process = new TestProcess(world);

    @Test
    void cancelsAtNoCostWhatWaitsInOurOwnQueue() {
        var turn = new CompletableFuture<@Nullable Void>();
        world.videos.lane = turn;
        var call = process.place(TestProcess.video("a fox"));

        var answer = process.cancel(world.shelf.onlyJob().id());
        turn.complete(null);

        assertThat(Answers.job(answer).status()).isEqualTo("cancelled");
        assertThat(Answers.text(answer)).contains("Nothing was charged");
        assertThat(Answers.failure(call).kind()).isEqualTo(ErrorKind.CANCELLED);
        assertThat(world.videos.posts).isEmpty();
        assertThat(process.jobs.underWay()).isZero();
    }

    /** More than are begun at once: nobody waits for the turns of those who were taken back. */
    @Test
    void takesWhatItCancelsOutOfItsQueues() {
        world.videos.lane = new CompletableFuture<>();
        for (int video = 0; video < 100; video++) {
            process.place(TestProcess.video("a fox " + video), TestProcess.Wish.waiting(0));
        }
        List<String> waiting = world.shelf.jobs().stream().map(Job::id).toList();

        waiting.forEach(process::cancel);
        world.videos.lane = CompletableFuture.completedFuture(null);
        var call = process.place(TestProcess.video("a hen"));
        world.time.pass(Duration.ofSeconds(30));

        assertThat(Answers.job(call).status()).isEqualTo("succeeded");
        assertThat(world.videos.posts).hasSize(1);
        assertThat(process.jobs.underWay()).isZero();
    }

    @Test
    void cancelsWhatWaitsInTheQueueOfAnotherProcess() {
        world.videos.lane = new CompletableFuture<>();
        var call = process.place(TestProcess.video("a fox"));

        var answer = new TestProcess(world).cancel(world.shelf.onlyJob().id());
        world.time.pass(Duration.ofSeconds(10));

        assertThat(Answers.job(answer).status()).isEqualTo("cancelled");
        assertThat(Answers.failure(call).kind()).isEqualTo(ErrorKind.CANCELLED);
        assertThat(world.videos.posts).isEmpty();
        assertThat(process.jobs.underWay()).isZero();
    }

    @Test
    void cancelsAtMiniMaxWhereItCan() {
        world.videos.looksUntilDone = 1000;
        world.videos.withdrawal = Withdrawal.CANCELLED;
        process.place(TestProcess.video("a fox"));

        var answer = process.cancel(world.shelf.onlyJob().id());
        int looks = world.videos.looks;
        world.time.pass(Duration.ofMinutes(5));

        assertThat(Answers.job(answer).status()).isEqualTo("cancelled");
        assertThat(world.videos.looks).isEqualTo(looks);
    }

    @Test
    void saysPlainlyThatAJobGoesOn() {
        process.place(TestProcess.video("a fox"));

        var answer = process.cancel(world.shelf.onlyJob().id());

        assertThat(Answers.job(answer).status()).isEqualTo("running");
        assertThat(Answers.text(answer))
                .contains("no way to cancel a job of this kind: it is paid for and will be kept");
    }

    @Test
    void neverTouchesAFinishedJob() {
        process.place(TestProcess.video("a fox"));
        world.time.pass(Duration.ofMinutes(1));

        var answer = process.cancel(world.shelf.onlyJob().id());

        assertThat(Answers.job(answer).status()).isEqualTo("succeeded");
        assertThat(Answers.text(answer)).contains("nothing was cancelled");
        assertThat(world.videos.withdrawals).isZero();
    }

    @Test
    void doesNotCancelWhatIsBeingSent() {
        world.videos.nextAnswers.add(CompletableFuture::new);
        process.place(TestProcess.video("a fox"));

        var answer = process.cancel(world.shelf.onlyJob().id());

        assertThat(Answers.job(answer).status()).isEqualTo("running");
        assertThat(Answers.text(answer)).contains("cannot be taken back now");
    }
}
