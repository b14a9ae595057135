package io.minimaxmcp.tools.job.ledger;

import static io.minimaxmcp.tools.job.ledger.Done.done;
import static io.minimaxmcp.tools.job.ledger.Done.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minimaxmcp.tools.tool.ErrorKind;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupCommitTest {
    private final List<GroupCommit> opened = new ArrayList<>();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        opened.forEach(writer -> writer.close(sql -> 0));
    }

    @Test
    void anOperationThatFailsUndoesOnlyItself() {
        GroupCommit writer = writer(Runnable::run);
        CompletableFuture<Integer> gate = closedGate(writer);
        CompletionStage<Integer> before = writer.submit(sql -> keep(sql, "before"));
        CompletionStage<Integer> broken = writer.submit(sql -> keep(sql, "broken") + sql.update("NO SQL AT ALL"));
        CompletionStage<Integer> after = writer.submit(sql -> keep(sql, "after"));

        gate.complete(0);

        assertThatThrownBy(() -> done(broken)).isInstanceOf(IllegalStateException.class);
        assertThat(List.of(done(before), done(after))).containsExactly(1, 1);
        assertThat(kept(writer)).containsExactly("after", "before");
    }

    @Test
    void aTransactionThatIsLostAsAWholeIsTriedAgainOneByOne() {
        GroupCommit writer = writer(Runnable::run);
        CompletableFuture<Integer> gate = closedGate(writer);
        CompletionStage<Integer> before = writer.submit(sql -> keep(sql, "before"));
        CompletionStage<Integer> broken = writer.submit(sql -> {
            sql.run("ROLLBACK");
            throw new SQLException("as SQLite does when it cannot go on");
        });
        CompletionStage<Integer> after = writer.submit(sql -> keep(sql, "after"));

        gate.complete(0);

        assertThatThrownBy(() -> done(broken)).hasRootCauseMessage("as SQLite does when it cannot go on");
        assertThat(List.of(done(before), done(after))).containsExactly(1, 1);
        assertThat(kept(writer)).containsExactly("after", "before");
    }

    @Test
    void whatWaitsIsCommittedTogetherAndAnsweredOnlyThen() {
        GroupCommit writer = writer(Runnable::run);
        CompletableFuture<Integer> gate = closedGate(writer);
        CompletableFuture<Integer> first =
                writer.submit(sql -> keep(sql, "first")).toCompletableFuture();
        CompletionStage<Boolean> firstWasAnswered = writer.submit(sql -> first.isDone());

        gate.complete(0);

        assertThat(done(firstWasAnswered)).isFalse();
        assertThat(done(first)).isOne();
    }

    @Test
    void noCallerRunsOnTheWriter() {
        var callbackThreads = new CopyOnWriteArrayList<String>();
        GroupCommit writer = writer(task -> new Thread(task, "callback").start());
        CompletableFuture<Integer> gate = closedGate(writer);
        CompletionStage<Void> answered = writer.submit(sql -> 1)
                .thenAccept(one -> callbackThreads.add(Thread.currentThread().getName()));

        gate.complete(0);
        done(answered);

        assertThat(callbackThreads).containsExactly("callback");
    }

    @Test
    void closingFinishesWhatWaitsAndRefusesTheRest() {
        GroupCommit writer = writer(Runnable::run);
        CompletableFuture<Integer> gate = closedGate(writer);
        CompletionStage<Integer> waiting = writer.submit(sql -> keep(sql, "waiting"));
        gate.complete(0);
        writer.close(sql -> 0);

        CompletionStage<Integer> late = writer.submit(sql -> keep(sql, "late"));

        assertThat(done(waiting)).isOne();
        assertThat(refused(late).failure().kind()).isEqualTo(ErrorKind.UNAVAILABLE);
        assertThat(kept(writer(Runnable::run))).containsExactly("waiting");
    }

    private GroupCommit writer(Executor callbacks) {
        var file = new SqliteFile(LedgerFile.in(folder), Clock.systemUTC(), List.of());
        var writer = new GroupCommit(file, callbacks);
        opened.add(writer);
        return writer;
    }

    /** Holds the writer up until the gate is completed, so that what is submitted meanwhile becomes one batch. */
    private static CompletableFuture<Integer> closedGate(GroupCommit writer) {
        var gate = new CompletableFuture<Integer>();
        var entered = new CompletableFuture<Integer>();
        writer.submit(sql -> {
            entered.complete(0);
            return gate.join();
        });
        entered.join();
        return gate;
    }

    private static int keep(Sql sql, String token) throws SQLException {
        return sql.update("INSERT INTO confirm_token VALUES ('t', 0, ?, 0)", token);
    }

    private static List<String> kept(GroupCommit writer) {
        return done(writer.submit(
                sql -> sql.list("SELECT token FROM confirm_token ORDER BY token", row -> row.getString("token"))));
    }
}
