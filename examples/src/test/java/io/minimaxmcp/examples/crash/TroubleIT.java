package io.minimaxmcp.examples.crash;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.minimaxmcp.tools.sandbox.Hold;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with the disk is said before anything is paid, and nothing that was written is lost. */
class TroubleIT {
    private static final String NOT_A_LEDGER = "This is not a database, but somebody's work all the same.".repeat(100);

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

    @Test
    void aDataFolderThatCannotBeWrittenIsNamedBeforeAnythingIsPaid() throws Exception {
        Files.createFile(stage.home().data());

        Outcome outcome = stage.patient().call("generate_image", "{'prompt':'a lighthouse'}");

        assertThat(outcome.code()).isEqualTo("UNAVAILABLE");
        assertThat(outcome.error().path("charged").asText()).isEqualTo("no");
        assertThat(outcome.text()).contains(stage.home().data().toString());
        assertThat(stage.posts(Product.IMAGE)).isZero();
        assertThat(doctor()).contains(stage.home().data().toString(), "MINIMAX_MCP_DATA_DIR");
    }

    @Test
    void anOutputFolderThatCannotBeWrittenIsNamedBeforeAnythingIsPaid() throws Exception {
        Files.createFile(stage.home().output());

        Outcome outcome = stage.patient().call("generate_image", "{'prompt':'a lighthouse'}");

        assertThat(outcome.code()).isEqualTo("PATH");
        assertThat(outcome.error().path("charged").asText()).isEqualTo("no");
        assertThat(outcome.text()).contains(stage.home().output().toString());
        assertThat(stage.posts(Product.IMAGE)).isZero();
        assertThat(doctor()).contains(stage.home().output().toString(), "MINIMAX_MCP_OUTPUT_DIR");
    }

    /** Needs the right to mount a file system of one megabyte; who runs the gate as root has it. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsNamedBeforeAnythingIsPaid() throws Exception {
        Path small = Files.createDirectory(stage.home().output());
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", small.toString()) == 0);
        try {
            Outcome outcome = stage.patient().call("generate_image", "{'prompt':'a lighthouse'}");

            assertThat(outcome.code()).isEqualTo("PATH");
            assertThat(outcome.text()).contains("full", small.toString());
            assertThat(stage.posts(Product.IMAGE)).isZero();
        } finally {
            stage.close();
            run("umount", small.toString());
        }
    }

    /** Needs the right to mount a small file system, as above. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void anAnswerThatComesToAFullDiskIsKeptUntilThereIsRoom() throws Exception {
        Path small = Files.createDirectory(stage.home().data());
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=80m", "tmpfs", small.toString()) == 0);
        try {
            ServerProcess server = stage.patient();
            Hold answer = stage.hold(Product.IMAGE.path(), Hold.At.ANSWER);
            ServerProcess.Request call =
                    server.begin("generate_image", "{'prompt':'a lighthouse','response_format':'base64'}");
            Stage.await(answer);
            Path filler = fill(small);

            answer.release();
            server.says("a step of a job failed and will be repeated").join();
            Files.delete(filler);

            new Outcome(call.result().join()).hasItsFile();
            assertThat(stage.posts(Product.IMAGE)).isOne();
        } finally {
            stage.close();
            run("umount", small.toString());
        }
    }

    private static Path fill(Path disk) throws IOException {
        Path filler = disk.resolve("filler");
        try (OutputStream out = Files.newOutputStream(filler)) {
            byte[] block = new byte[4096];
            while (Files.getFileStore(disk).getUsableSpace() > 0) {
                out.write(block);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space");
        }
        return filler;
    }

    @Test
    void aLedgerThatIsDamagedUnderAJobLosesItNot() throws Exception {
        stage.close();
        stage = Stage.taking(Duration.ofMinutes(1), folder);
        ServerProcess server = stage.patient();
        String job = server.call("generate_video", "{'prompt':'a fox','model':'MiniMax-Hailuo-2.3','wait_seconds':3}")
                .jobId();

        Path ledger = ledger();
        Files.delete(Path.of(ledger + "-wal"));
        Files.delete(Path.of(ledger + "-shm"));
        Files.delete(ledger);
        Files.writeString(ledger, NOT_A_LEDGER);
        stage.finishTasks();

        server.await(job).hasItsFile();
        assertThat(stage.posts(Product.VIDEO)).isOne();
    }

    @Test
    void aDamagedLedgerIsSetAsideWhole() throws IOException {
        ServerProcess server = stage.patient();
        server.call("generate_image", "{'prompt':'a lighthouse'}");
        server.leave();
        Path ledger = ledger();
        Files.writeString(ledger, NOT_A_LEDGER);

        ServerProcess next = stage.patient();
        Outcome outcome = next.call("generate_image", "{'prompt':'a fox'}");

        if (outcome.isError()) { // said once, before anything is paid
            assertThat(outcome.error().path("charged").asText()).isEqualTo("no");
            outcome = next.call("generate_image", "{'prompt':'a fox'}");
        }
        outcome.hasItsFile();
        assertThat(stage.posts(Product.IMAGE)).isEqualTo(2);
        assertThat(inData()).filteredOn(file -> isWhole(file)).hasSize(1);
    }

    private static boolean isWhole(Path file) {
        try {
            return Files.size(file) == NOT_A_LEDGER.length()
                    && Files.readString(file).equals(NOT_A_LEDGER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path ledger() throws IOException {
        return inData().stream()
                .filter(file ->
                        file.toString().endsWith(".db") || file.toString().endsWith(".sqlite"))
                .findFirst()
                .orElseThrow();
    }

    private List<Path> inData() throws IOException {
        try (Stream<Path> files = Files.list(stage.home().data())) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** What {@code doctor} prints where it finds something wrong. */
    private String doctor() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(ServerProcess.command(List.of("doctor")));
        stage.home().environment(builder.environment(), stage.settings(Map.of()));
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isNotZero();
        return said;
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
