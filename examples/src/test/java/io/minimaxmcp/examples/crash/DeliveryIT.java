package io.minimaxmcp.examples.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.minimaxmcp.examples.crash.ServerProcess.Request;
import io.minimaxmcp.tools.sandbox.Hold;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was paid for is delivered: through failing downloads, cancelled calls and clients that went away. */
class DeliveryIT {
    private static final String VIDEO = "generate_video";

    @TempDir
    Path folder;

    @Test
    void threeFailedDownloadsAndAnExpiredLinkCostNoSecondVideo() throws IOException {
        try (Stage stage = Stage.quick(folder)) {
            ServerProcess server = stage.patient();

            Outcome outcome = server.call(
                    VIDEO,
                    "{'model':'MiniMax-Hailuo-2.3','prompt':'a lighthouse [[sandbox:download-fail=3]] [[sandbox:link-expired=1]]'}");

            outcome.hasItsFile();
            assertThat(stage.posts(Product.VIDEO)).isOne();
            long links = stage.minimax().requests().count("GET", "/v1/files/retrieve");
            assertThat(links).isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void aCancelledCallEndsAtOnceAndItsVideoCanBeCollected() throws IOException {
        try (Stage stage = Stage.taking(Duration.ofMinutes(1), folder)) {
            ServerProcess server = stage.patient();
            Hold look = stage.hold("/v1/query/video_generation", Hold.At.ANSWER);
            Request call = server.begin(VIDEO, "{'model':'MiniMax-Hailuo-2.3','prompt':'a lighthouse'}");
            Stage.await(look);
            String job =
                    server.call("list_jobs", "{}").data().at("/jobs/0/job_id").asText();
            Request waiting = server.begin("get_job", "{'job_id':'" + job + "','wait_seconds':60}");
            server.call("status", "{}");

            long started = System.nanoTime();
            server.cancel(call);
            server.cancel(waiting);
            server.call("status", "{}");
            long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);

            assertThat(took).isLessThan(1000);
            look.release();
            stage.finishTasks();
            server.await(job).hasItsFile();
            assertThat(stage.posts(Product.VIDEO)).isOne();
        }
    }

    @Test
    void aVideoWhoseClientWentAwayIsCollectedByTheNextStartWithoutBeingAskedFor() throws IOException {
        try (Stage stage = Stage.taking(Duration.ofMinutes(1), folder)) {
            ServerProcess server = stage.hasty();
            Hold look = stage.hold("/v1/query/video_generation", Hold.At.ANSWER);
            String job = server.call(VIDEO, "{'model':'MiniMax-Hailuo-2.3','prompt':'a lighthouse'}")
                    .jobId();
            Stage.await(look);
            server.leave();
            stage.finishTasks();
            Hold download = stage.hold("/media/", Hold.At.HALFWAY);

            ServerProcess next = stage.patient();
            Stage.await(download);
            download.release();

            next.await(job).hasItsFile();
            assertThat(stage.posts(Product.VIDEO)).isOne();
        }
    }
}
