package io.minimaxmcp.tools.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.minimaxmcp.tools.job.TestProcess.Wish;
import io.minimaxmcp.tools.job.TestProcess.World;
import io.minimaxmcp.tools.tool.CallContext;
import io.minimaxmcp.tools.tool.Charged;
import io.minimaxmcp.tools.tool.ErrorKind;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class PaidToolTest {
    private final World world = new World();
    private final TestProcess process = new TestProcess(world);
    private final CompletableFuture<Order> order = new CompletableFuture<>();
    private final PaidTool<Wish> tool = new PaidTool<>(new Ordering(), process.jobs.desk());

    @Test
    void countsWorkingOutTheOrderIntoTheWait() {
        world.videos.looksUntilDone = 1000;
        var answer = tool.call(Wish.NOTHING, process.context());
        world.time.pass(Duration.ofSeconds(40));
        order.complete(TestProcess.video("a fox"));

        world.time.pass(Duration.ofSeconds(10));

        assertThat(Answers.job(answer).status()).isEqualTo("running");
        assertThat(process.told.get(0).message()).isEqualTo("Checking the request.");
    }

    @Test
    void sendsNothingForACallerWhoLeftBeforeTheOrderWasWorkedOut() {
        var answer = tool.call(Wish.NOTHING, process.context());

        process.cancellation.request();
        var failure = Answers.failure(answer);
        order.complete(TestProcess.video("a fox"));

        assertThat(failure.kind()).isEqualTo(ErrorKind.CANCELLED);
        assertThat(failure.charged()).isEqualTo(Charged.NO);
        assertThat(world.videos.posts).isEmpty();
    }

    private final class Ordering implements PaidCapability<Wish> {
        @Override
        public String tool() {
            return "generate_video";
        }

        @Override
        public Class<Wish> input() {
            return Wish.class;
        }

        @Override
        public CompletionStage<Order> order(Wish input, CallContext context) {
            return order;
        }
    }
}
