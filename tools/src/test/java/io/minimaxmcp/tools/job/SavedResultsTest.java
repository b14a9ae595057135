package io.minimaxmcp.tools.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.minimaxmcp.schemas.Json;
import io.minimaxmcp.tools.media.Collector;
import io.minimaxmcp.tools.media.FileWork;
import io.minimaxmcp.tools.media.InputStore;
import io.minimaxmcp.tools.media.Links;
import io.minimaxmcp.tools.media.MediaFolders;
import io.minimaxmcp.tools.media.MediaStore;
import io.minimaxmcp.tools.media.ResultMode;
import io.minimaxmcp.tools.media.Spool;
import io.minimaxmcp.tools.spend.Estimate;
import io.minimaxmcp.tools.tool.Tenant;
import io.minimaxmcp.tools.tool.ToolException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedResultsTest {
    @TempDir
    Path disk;

    @Test
    void isNotReadyForANameThatLeadsOutside() {
        var thrown = catchThrowable(
                () -> results().ready(job("../../cat")).toCompletableFuture().join());

        ToolException refused = ToolException.in(thrown);
        assertThat(refused).isNotNull();
        assertThat(refused.failure().field()).isEqualTo("output_name");
    }

    @Test
    void isReadyWhereResultsCanBeSaved() {
        assertThat(results().ready(job("album/cat")).toCompletableFuture()).isCompleted();
        assertThat(results().ready(job(null)).toCompletableFuture()).isCompleted();
    }

    private SavedResults results() {
        var folders = new MediaFolders(disk.resolve("output"), disk.resolve("data"));
        var work = new FileWork(Runnable::run);
        var spool = new Spool(folders, work);
        var links = new Links(
                request -> CompletableFuture.failedFuture(new AssertionError("nothing is fetched")),
                new InputStore(folders, Clock.systemUTC()),
                spool,
                work);
        return new SavedResults(new Collector(new MediaStore(folders, work, 1), spool, links, work, ResultMode.FILE));
    }

    private static Job job(@Nullable String outputName) {
        var order = new Order(
                "generate_image",
                "image",
                "image",
                "image-01",
                Json.MAPPER.createObjectNode(),
                Estimate.unknown("not asked"),
                outputName,
                "a cat",
                null);
        return Job.asked("job", Tenant.LOCAL, null, "ab12", order, Instant.EPOCH, true);
    }
}
