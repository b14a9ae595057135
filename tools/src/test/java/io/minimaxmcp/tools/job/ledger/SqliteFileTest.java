package io.minimaxmcp.tools.job.ledger;

import static io.minimaxmcp.tools.job.ledger.Done.admitted;
import static io.minimaxmcp.tools.job.ledger.Done.done;
import static io.minimaxmcp.tools.job.ledger.Done.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minimaxmcp.tools.job.Admission;
import io.minimaxmcp.tools.job.Job;
import io.minimaxmcp.tools.job.JobLedger;
import io.minimaxmcp.tools.job.JobStage;
import io.minimaxmcp.tools.tool.Charged;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.Tenant;
import io.minimaxmcp.tools.tool.ToolException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the ledger does with a file that is missing, damaged, foreign or cannot be written. */
class SqliteFileTest {
    private final MovableClock clock = new MovableClock();
    private final SampleJobs jobs = new SampleJobs(clock);

    @TempDir
    private Path folder;

    @Test
    void nothingIsMadeBeforeTheFirstOperation() {
        LedgerFile file = LedgerFile.in(folder.resolve("a/b"));
        try (JobLedger ledger = open(file)) {
            boolean before = Files.exists(folder.resolve("a"));

            admitted(ledger, jobs.job());

            assertThat(before).isFalse();
            assertThat(file.path()).isRegularFile();
        }
    }

    @Test
    void closingALedgerThatWasNeverUsedMakesNothing() {
        open(LedgerFile.in(folder.resolve("unused"))).close();

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyTheOwnerReadsPrompts() throws IOException {
        LedgerFile file = LedgerFile.in(folder);
        try (JobLedger ledger = open(file)) {
            admitted(ledger, jobs.job());

            assertThat(Files.getPosixFilePermissions(file.path())).hasSize(2);
            assertThat(Files.getPosixFilePermissions(folder.resolve("ledger.db-wal")))
                    .hasSize(2);
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsSetAsideUntouchedAndANewOneBegun() throws IOException {
        LedgerFile file = LedgerFile.in(folder);
        Files.writeString(file.path(), "not a database ".repeat(1000));

        try (JobLedger ledger = open(file)) {
            admitted(ledger, jobs.job());
        }

        assertThat(file.setAside()).singleElement().satisfies(aside -> {
            assertThat(aside.getFileName()).hasToString("ledger.db.corrupt-20261123T100000.000Z");
            assertThat(aside).hasContent("not a database ".repeat(1000));
        });
    }

    @Test
    void aLedgerWithABrokenPageIsSetAsideWithItsSideFiles() throws IOException {
        LedgerFile file = LedgerFile.in(folder);
        try (JobLedger ledger = open(file)) {
            IntStream.range(0, 50).forEach(i -> admitted(ledger, jobs.job()));
        }
        overwrite(file.path(), 4096, 4096 * 3);
        Files.writeString(folder.resolve("ledger.db-wal"), "what a crash left");

        try (JobLedger ledger = open(file)) {
            Job job = admitted(ledger, jobs.job());

            assertThat(done(ledger.find(Tenant.LOCAL, job.id()))).contains(job);
        }
        assertThat(folder).isDirectoryNotContaining("glob:**.salvage*");
        assertThat(file.setAside()).hasSize(1);
        assertThat(Path.of(file.setAside().get(0) + "-wal")).hasContent("what a crash left");
    }

    @Test
    void whatCanBeReadOfADamagedLedgerIsBroughtOver() throws IOException {
        LedgerFile file = LedgerFile.in(folder);
        List<String> before;
        try (JobLedger ledger = open(file)) {
            before = IntStream.range(0, 50)
                    .mapToObj(i -> admitted(ledger, jobs.named("request " + i)).id())
                    .toList();
        }
        int pages = (int) (Files.size(file.path()) / 4096);
        overwrite(file.path(), 4096 * (pages / 2), 4096);

        try (JobLedger ledger = open(file)) {
            List<String> found = done(ledger.claim(1000, LedgerHome.LEASE, tenant -> true)).stream()
                    .map(Job::id)
                    .toList();

            assertThat(found).hasSizeGreaterThan(30).isSubsetOf(before);
            Admission again = done(ledger.admit(jobs.named("request 0"), SampleJobs.NO_RULES));
            assertThat(again).isInstanceOf(Admission.Duplicate.class);
        }
    }

    @Test
    void ofManyThatFindTheDamageAtOnceOneSetsItAside() throws IOException {
        LedgerFile file = LedgerFile.in(folder);
        Files.writeString(file.path(), "not a database ".repeat(1000));
        List<JobLedger> ledgers =
                IntStream.range(0, 6).mapToObj(i -> open(file)).toList();

        List<Job> taken =
                ledgers.stream().map(ledger -> ledger.admit(jobs.job(), SampleJobs.NO_RULES)).toList().stream()
                        .map(Done::done)
                        .map(admission -> ((Admission.Admitted) admission).job())
                        .toList();

        assertThat(file.setAside()).hasSize(1);
        assertThat(taken)
                .allSatisfy(job -> assertThat(done(ledgers.get(0).find(Tenant.LOCAL, job.id())))
                        .contains(job));
        ledgers.forEach(JobLedger::close);
    }

    @Test
    void aNewerSchemaIsRefusedAndLeftAlone() throws Exception {
        LedgerFile file = LedgerFile.in(folder);
        sqlite(file, "PRAGMA user_version = 99");

        try (JobLedger ledger = open(file)) {
            Failure failure =
                    refused(ledger.admit(jobs.job(), SampleJobs.NO_RULES)).failure();

            assertThat(failure.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
            assertThat(failure.message()).contains(file.path().toString(), "schema 99", "up to ");
            assertThat(failure.nextStep()).contains("Update minimax-mcp");
            assertThat(failure.charged()).isEqualTo(Charged.NO);
        }
        assertThat(file.setAside()).isEmpty();
    }

    @Test
    void theDatabaseOfAnotherProgramIsRefused() throws Exception {
        LedgerFile file = LedgerFile.in(folder);
        sqlite(file, "CREATE TABLE photos (id)");

        try (JobLedger ledger = open(file)) {
            Failure failure =
                    refused(ledger.admit(jobs.job(), SampleJobs.NO_RULES)).failure();

            assertThat(failure.message()).contains("another program");
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamedWithItsFixAndTriedAgainLater() throws IOException {
        Path inTheWay = Files.createFile(folder.resolve("data"));
        LedgerFile file = LedgerFile.in(inTheWay);
        try (JobLedger ledger = open(file)) {
            Failure failure =
                    refused(ledger.admit(jobs.job(), SampleJobs.NO_RULES)).failure();
            Failure reading = refused(ledger.find(Tenant.LOCAL, "x")).failure();
            Files.delete(inTheWay);
            Job job = admitted(ledger, jobs.job());

            assertThat(failure.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
            assertThat(failure.message()).contains(file.path().toString(), "cannot be written");
            assertThat(failure.nextStep()).contains("MINIMAX_MCP_DATA_DIR");
            assertThat(failure.charged()).isEqualTo(Charged.NO);
            assertThat(reading).isEqualTo(failure);
            assertThat(job.version()).isOne();
        }
    }

    @Test
    void aFullDiskRefusesNewJobsAndKeepsTheOldOnes() {
        LedgerFile file = LedgerFile.in(folder);
        var full = new SqliteFile(file, clock, List.of("PRAGMA max_page_count = 60"));
        try (JobLedger ledger =
                new SqliteLedger(full, Holder.thisProcess(), false, LedgerHome.LEASE, clock, Runnable::run)) {
            Job first = admitted(ledger, jobs.job());
            int taken = 1 + admittedUntilFull(ledger);

            Failure failure =
                    refused(ledger.admit(jobs.job(), SampleJobs.NO_RULES)).failure();
            Job stored = done(ledger.store(jobs.at(first, JobStage.SENDING)));

            assertThat(failure.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
            assertThat(failure.message()).contains(file.path().toString(), "disk is full");
            assertThat(failure.charged()).isEqualTo(Charged.NO);
            assertThat(stored.stage()).isEqualTo(JobStage.SENDING);
            assertThat(done(ledger.spending(Tenant.LOCAL, clock.instant())).jobs())
                    .isEqualTo(taken);
        }
    }

    private int admittedUntilFull(JobLedger ledger) {
        for (int taken = 0; taken < 10_000; taken++) {
            try {
                admitted(ledger, jobs.job());
            } catch (ToolException full) {
                return taken;
            }
        }
        throw new AssertionError("it was never full");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFileThatIsTakenAwayIsBegunAnewInsteadOfWrittenIntoTheVoid() throws IOException {
        LedgerFile file = LedgerFile.in(folder.resolve("data"));
        try (JobLedger ledger = open(file)) {
            Job lost = admitted(ledger, jobs.job());
            Files.move(file.folder(), folder.resolve("moved"));

            Job job = admitted(ledger, jobs.job());

            assertThat(done(ledger.find(Tenant.LOCAL, job.id()))).contains(job);
            assertThat(done(ledger.find(Tenant.LOCAL, lost.id()))).isEmpty();
        }
        try (JobLedger moved = open(LedgerFile.in(folder.resolve("moved")))) {
            assertThat(done(moved.list(Tenant.LOCAL, StoreBehaviour.ALL))).hasSize(1);
        }
    }

    @Test
    void onlyAddressesOfOrdinaryFilesAreTaken() {
        assertThat(LedgerFile.at("jdbc:sqlite:/tmp/jobs.db").path()).isEqualTo(Path.of("/tmp/jobs.db"));
        for (String bad : List.of("jdbc:mysql:x", "jdbc:sqlite:", "jdbc:sqlite::memory:", "jdbc:sqlite:/a?mode=ro")) {
            assertThatThrownBy(() -> LedgerFile.at(bad)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private JobLedger open(LedgerFile file) {
        return new SqliteLedger(file, false, LedgerHome.LEASE, clock, Runnable::run);
    }

    private static void sqlite(LedgerFile file, String statement) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file.path());
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private static void overwrite(Path file, int from, int length) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(length), from);
        }
    }
}
