package io.minimaxmcp.examples.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.minimaxmcp.tools.sandbox.Hold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** SIGKILL at every step of a job: the next start brings it to its end, and MiniMax is never asked a second time. */
class KillIT {
    private static final String LINKS = "/media/";
    private static final String LOOKS = "/v1/query/video_generation";
    private static final String H3 = "/v2/video_generation";
    private static final String FILES = "/v1/files/retrieve";

    @TempDir
    Path folder;

    private Stage stage;

    @BeforeEach
    void open() {
        stage = Stage.quick(folder);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @ParameterizedTest
    @EnumSource
    void whatWaitedForItsTurnIsSentByTheNextProcess(Product product) throws IOException {
        ServerProcess server = stage.server(Map.of(product.rate(), "1", "MINIMAX_MCP_WAIT_SECONDS", "0"));
        Hold first = stage.hold(product.path(), Hold.At.ANSWER);
        server.call(product.tool(), product.asking("the one in front"));
        Stage.await(first);
        Outcome waiting = server.call(product.tool(), product.asking("the one that waits"));
        server.kill();

        Outcome outcome = stage.patient().await(waiting.jobId());

        outcome.hasItsFile();
        assertThat(stage.posts(product)).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void whatWasSentWithoutAnAnswerIsNeverSentAgain(Product product) {
        ServerProcess server = stage.hasty();
        Hold answer = stage.hold(product.path(), Hold.At.ANSWER);
        String job = server.call(product.tool(), product.asking("a lighthouse")).jobId();
        Stage.await(answer);
        server.kill();

        Outcome outcome = stage.patient().await(job);

        assertThat(outcome.status()).isEqualTo("unknown");
        assertThat(outcome.data().path("next_step").asText()).isNotBlank();
        assertThat(stage.posts(product)).isOne();
    }

    @Test
    void aVideoWhoseTaskIsKnownIsAskedFor() throws IOException {
        ServerProcess server = stage.hasty();
        Hold look = stage.hold(LOOKS, Hold.At.ANSWER);
        String job = order(server, Product.VIDEO);
        Stage.await(look);
        server.kill();

        Outcome outcome = stage.patient().await(job);

        outcome.hasItsFile();
        assertThat(stage.posts(Product.VIDEO)).isOne();
    }

    @Test
    void aVideoThatIsBeingMadeIsWaitedForByTheNextProcess(@TempDir Path elsewhere) throws IOException {
        try (Stage slow = Stage.taking(Duration.ofMinutes(1), elsewhere)) {
            ServerProcess server = slow.hasty();
            Hold firstLook = slow.hold(LOOKS, Hold.At.ANSWER);
            Hold secondLook = slow.hold(LOOKS, Hold.At.ANSWER);
            String job = order(server, Product.VIDEO);
            Stage.await(firstLook);
            firstLook.release();
            Stage.await(secondLook);
            server.kill();
            slow.finishTasks();

            Outcome outcome = slow.patient().await(job);

            outcome.hasItsFile();
            assertThat(slow.posts(Product.VIDEO)).isOne();
        }
    }

    @Test
    void aVideoThatIsDoneGetsALinkFromTheNextProcess() throws IOException {
        ServerProcess server = stage.hasty();
        Hold link = stage.hold(FILES, Hold.At.ANSWER);
        String job = order(server, Product.VIDEO);
        Stage.await(link);
        server.kill();

        Outcome outcome = stage.patient().await(job);

        outcome.hasItsFile();
        assertThat(stage.posts(Product.VIDEO)).isOne();
    }

    @ParameterizedTest
    @EnumSource(names = {"VIDEO", "IMAGE", "MUSIC"})
    void aDownloadThatDiedHalfWayIsFinishedByTheNextProcess(Product product) throws IOException {
        ServerProcess server = stage.hasty();
        Hold half = stage.hold(LINKS, Hold.At.HALFWAY);
        String job = order(server, product);
        Stage.await(half);
        server.kill();
        assertThat(stage.home().results()).isEmpty();

        Outcome outcome = stage.patient().await(job);

        outcome.hasItsFile();
        assertThat(stage.home().results()).containsExactly(outcome.file());
        assertThat(stage.posts(product)).isOne();
    }

    /** A file in the folder's place stops the server between the last byte and the rename. */
    @ParameterizedTest
    @EnumSource
    void aResultThatHadNotGotItsNameGetsItFromTheNextProcess(Product product) throws IOException {
        ServerProcess server = stage.hasty();
        Hold lastStep = stage.hold(
                product == Product.SPEECH ? product.path() : LINKS,
                product == Product.SPEECH ? Hold.At.ANSWER : Hold.At.HALFWAY);
        String job = order(server, product);
        Stage.await(lastStep);
        Path output = stage.home().output();
        Files.delete(output);
        Files.createFile(output);
        lastStep.release();
        server.says("a step of a job failed and will be repeated").join();
        server.kill();
        Files.delete(output);

        Outcome outcome = stage.patient().await(job);

        outcome.hasItsFile();
        assertThat(stage.home().results()).containsExactly(outcome.file());
        assertThat(stage.posts(product)).isOne();
    }

    @ParameterizedTest
    @EnumSource
    void whatWasDoneStaysDone(Product product) throws IOException {
        ServerProcess server = stage.patient();
        Outcome before = server.call(product.tool(), product.asking("a lighthouse"));
        server.kill();
        int requests = stage.minimax().requests().entries().size();

        Outcome after = stage.patient().await(before.jobId());

        after.hasItsFile();
        assertThat(after.data().path("artifacts")).isEqualTo(before.data().path("artifacts"));
        assertThat(stage.minimax().requests().entries()).hasSize(requests);
    }

    @Test
    void aVideoWhoseAnswerWasLostIsFoundInMiniMaxsListOfTasks() throws IOException {
        ServerProcess server = stage.hasty();
        Hold answer = stage.hold(H3, Hold.At.ANSWER);
        String job = server.call("generate_video", "{'prompt':'a lighthouse','model':'MiniMax-H3'}")
                .jobId();
        Stage.await(answer);
        server.kill();

        Outcome outcome = stage.patient().await(job);

        outcome.hasItsFile();
        assertThat(stage.minimax().requests().count("POST", H3)).isOne();
    }

    private static String order(ServerProcess server, Product product) {
        return server.call(product.tool(), product.asking("a lighthouse")).jobId();
    }
}
