package io.minimaxmcp.tools.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.minimaxmcp.schemas.Usd;
import io.minimaxmcp.tools.job.TestProcess.Wish;
import io.minimaxmcp.tools.job.TestProcess.World;
import io.minimaxmcp.tools.spend.Budget;
import io.minimaxmcp.tools.spend.Estimate;
import io.minimaxmcp.tools.tool.Charged;
import io.minimaxmcp.tools.tool.Confirmer;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.tool.Tenant;
import io.minimaxmcp.tools.tool.ToolException;
import io.minimaxmcp.tools.tool.ToolResult;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JobDeskTest {
    private static final Budget ASKS = new Budget(Budget.Mode.ENFORCE, null, null, Usd.of("0.10"));
    private static final Pattern TOKEN = Pattern.compile("confirm \"([^\"]+)\"");

    private final World world = new World();
    private final TestProcess process = new TestProcess(world);

    @Test
    void answersWithTheResultWhenItComesInTime() {
        var answer = process.place(TestProcess.video("a fox"));
        world.time.pass(Duration.ofSeconds(30));

        JobView view = Answers.job(answer);

        assertThat(view.status()).isEqualTo("succeeded");
        assertThat(view.artifacts()).hasSize(1);
        assertThat(view.cost().amount()).isEqualTo(Usd.of("0.28"));
        assertThat(view.upstream()).isEqualTo(new JobView.Upstream("task-1", "t-2"));
        assertThat(view.pollAfterSeconds()).isNull();
        assertThat(Answers.result(answer).links()).hasSize(1);
        assertThat(Answers.text(answer))
                .startsWith("Made 1 video file with MiniMax-Hailuo-2.3 in ")
                .contains("/out/video-", "1366x768, 6.0 s, 5.6 MB", "Cost: about $0.28 (6 s at 768P).");
    }

    @Test
    void answersWithTheRunningJobWhenTheCallersPatienceEnds() {
        world.videos.looksUntilDone = 1000;
        var answer = process.place(TestProcess.video("a fox"));
        world.time.pass(Duration.ofMillis(49_999));
        assertThat(answer).isNotDone();
        world.time.pass(Duration.ofMillis(1));

        JobView view = Answers.job(answer);

        assertThat(view.status()).isEqualTo("running");
        assertThat(view.elapsedMs()).isEqualTo(50_000);
        assertThat(view.pollAfterSeconds()).isEqualTo(10);
        assertThat(view.nextStep()).contains("get_job", view.jobId(), "do not call generate_video again");
    }

    @Test
    void waitsNoLongerThanTheCallerAsks() {
        world.videos.looksUntilDone = 1000;

        var answer = process.place(TestProcess.video("a fox"), Wish.waiting(5));
        world.time.pass(Duration.ofSeconds(5));

        assertThat(Answers.job(answer).status()).isEqualTo("running");
    }

    @Test
    void givesNoPathsToCallersElsewhere() {
        process.localPaths = false;
        var answer = process.place(TestProcess.video("a fox"));
        world.time.pass(Duration.ofSeconds(30));

        assertThat(Answers.job(answer).artifacts())
                .allSatisfy(artifact -> assertThat(artifact.path()).isNull());
        assertThat(Answers.text(answer)).doesNotContain("/out/").contains("minimax://media/");
    }

    @Test
    void attachesIdenticalCallsToTheFirstJob() {
        var first = process.place(TestProcess.video("a fox"));
        var second = new TestProcess(world).place(TestProcess.video("a fox"));
        world.time.pass(Duration.ofSeconds(30));

        assertThat(world.videos.posts).hasSize(1);
        assertThat(Answers.job(first).deduplicated()).isFalse();
        assertThat(Answers.job(second).deduplicated()).isTrue();
        assertThat(Answers.job(second).jobId()).isEqualTo(Answers.job(first).jobId());
        assertThat(Answers.job(second).status()).isEqualTo("succeeded");
        assertThat(Answers.text(second)).contains("nothing new was sent", "with a new request_id");
    }

    @Test
    void makesAnotherForAnotherRequestId() {
        process.place(TestProcess.video("a fox"), Wish.named("one"));
        process.place(TestProcess.video("a fox"), Wish.named("two"));

        assertThat(world.videos.posts).hasSize(2);
    }

    @Test
    void anEmptyRequestIdIsNone() {
        process.place(TestProcess.video("a fox"), Wish.named(""));
        process.place(TestProcess.video("a hen"), Wish.named(" "));
        process.place(TestProcess.video("a fox"), Wish.named(""));

        assertThat(world.videos.posts).hasSize(2);
    }

    @Test
    void saysThatARequestIdStandsForOtherArguments() {
        process.place(TestProcess.video("a fox"), Wish.named("one"));
        var other = process.place(TestProcess.video("a hen"), Wish.named("one"));
        world.time.pass(Duration.ofSeconds(30));

        assertThat(world.videos.posts).hasSize(1);
        assertThat(Answers.job(other).deduplicated()).isTrue();
        assertThat(Answers.text(other)).contains("with this request_id and OTHER arguments: nothing new was sent");
        assertThat(Answers.job(other).nextStep()).contains("other arguments", "with a new request_id");
    }

    @Test
    void findsWhatTheSameCallHasOrderedByOtherMeans() {
        process.place(TestProcess.video("a fox"), Wish.named("one"));

        var again = process.place(
                TestProcess.video("a fox on the better model"),
                Wish.named("one"),
                () -> Stages.of(TestProcess.video("a fox")));
        world.time.pass(Duration.ofSeconds(30));

        assertThat(world.videos.posts).hasSize(1);
        assertThat(Answers.text(again)).contains("an earlier request like this one: nothing new was sent");
    }

    @Test
    void refusesARequestIdThatAnotherToolHas() {
        process.place(TestProcess.video("a fox"), Wish.named("one"));

        var answer = process.place(TestProcess.image("a fox"), Wish.named("one"));

        Failure failure = Answers.failure(answer);
        assertThat(failure.kind()).isEqualTo(ErrorKind.INVALID_INPUT);
        assertThat(failure.field()).isEqualTo("request_id");
        assertThat(failure.message())
                .contains("generate_video", world.shelf.onlyJob().id());
        assertThat(failure.charged()).isEqualTo(Charged.NO);
        assertThat(world.videos.posts).hasSize(1);
    }

    @Test
    void failsTheCallWhoseJobFailed() {
        world.videos.nextAnswers.add(() ->
                ToolException.failed(Failure.of(ErrorKind.CONTENT, "The prompt was blocked.", "Change the prompt.")));

        var answer = process.place(TestProcess.video("a fox"));

        Failure failure = Answers.failure(answer);
        assertThat(failure.kind()).isEqualTo(ErrorKind.CONTENT);
        assertThat(failure.jobId()).isEqualTo(world.shelf.onlyJob().id());
        assertThat(world.shelf.onlyJob().stage()).isEqualTo(JobStage.FAILED);
    }

    @Test
    void neverRepeatsAPaidCallWhoseFateIsUnknown() {
        world.videos.nextAnswers.add(() -> ToolException.failed(
                Failure.of(ErrorKind.UNKNOWN_OUTCOME, "The connection broke.", "Look at the usage page.")));
        var first = process.place(TestProcess.video("a fox"));
        var again = process.place(TestProcess.video("a fox"));

        assertThat(world.videos.posts).hasSize(1);
        assertThat(Answers.failure(first).charged()).isEqualTo(Charged.UNKNOWN);
        assertThat(Answers.failure(again).kind()).isEqualTo(ErrorKind.UNKNOWN_OUTCOME);
        assertThat(Answers.failure(again).nextStep()).contains("new request_id");
        assertThat(world.shelf.onlyJob().stage()).isEqualTo(JobStage.UNKNOWN);
    }

    @Test
    void sendsNothingThatCannotBeWrittenDown() {
        var answer = brokenWhileWaitingForItsTurn();

        assertThat(world.videos.posts).isEmpty();
        assertThat(Answers.failure(answer).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
        assertThat(Answers.failure(answer).charged()).isEqualTo(Charged.NO);
    }

    @Test
    void writesDownThatNothingWasSentAsSoonAsTheLedgerTakesItAgain() {
        var answer = brokenWhileWaitingForItsTurn();
        assertThat(answer).isCompletedExceptionally();

        process.ledger.broken = false;
        world.time.pass(Duration.ofMinutes(1));

        assertThat(world.shelf.onlyJob().stage()).isEqualTo(JobStage.FAILED);
        assertThat(world.videos.posts).isEmpty();
    }

    private CompletionStage<ToolResult> brokenWhileWaitingForItsTurn() {
        var turn = new CompletableFuture<@Nullable Void>();
        world.videos.lane = turn;
        var answer = process.place(TestProcess.video("a fox"));
        process.ledger.broken = true;
        turn.complete(null);
        return answer;
    }

    @Test
    void showsTheRequestAndItsPriceInADryRunAndSendsNothing() {
        var answer = process.place(TestProcess.video("a fox"), Wish.dry());

        JobView view = Answers.job(answer);
        assertThat(view.status()).isEqualTo("dry_run");
        assertThat(view.request()).isNotNull();
        assertThat(view.request().path()).isEqualTo("/v1/video_generation");
        assertThat(view.request().body().path("prompt").asText()).isEqualTo("a fox");
        assertThat(Answers.text(answer)).contains("POST /v1/video_generation", "about $0.28");
        assertThat(world.videos.posts).isEmpty();
    }

    @Test
    void saysInADryRunWhatWouldBecomeOfTheCall() {
        var strict = new TestProcess(world, new Budget(Budget.Mode.ENFORCE, null, Usd.of("0.20"), null));

        assertThat(Answers.text(strict.place(TestProcess.video("a fox"), Wish.dry())))
                .contains("It would be refused: This call would cost about $0.28");
        assertThat(Answers.text(new TestProcess(world, ASKS).place(TestProcess.video("a fox"), Wish.dry())))
                .contains("The call asks the person first, because it costs more than $0.10.");
    }

    @Test
    void refusesWhatIsOverTheBudgetOfACallBeforeItIsSent() {
        var strict = new TestProcess(world, new Budget(Budget.Mode.ENFORCE, null, Usd.of("0.20"), null));

        var answer = strict.place(TestProcess.video("a fox"));

        assertThat(Answers.failure(answer).kind()).isEqualTo(ErrorKind.BUDGET);
        assertThat(world.videos.posts).isEmpty();
    }

    @Test
    void refusesWhatIsOverTheBudgetOfTheDay() {
        var strict = new TestProcess(world, new Budget(Budget.Mode.ENFORCE, Usd.of("0.50"), null, null));
        strict.place(TestProcess.video("a fox"));

        var answer = strict.place(TestProcess.video("a hen"));

        assertThat(Answers.failure(answer).kind()).isEqualTo(ErrorKind.BUDGET);
        assertThat(Answers.failure(answer).message()).contains("$0.28 of today's $0.50");
        assertThat(world.videos.posts).hasSize(1);
    }

    @Test
    void onlyWarnsWhereTheBudgetOnlyWarns() {
        var lax = new TestProcess(world, new Budget(Budget.Mode.WARN, Usd.of("0.10"), null, null));
        var answer = lax.place(TestProcess.video("a fox"));
        world.time.pass(Duration.ofSeconds(30));

        assertThat(Answers.text(answer)).contains("Warning: this order goes over the daily budget of $0.10.");
    }

    @Test
    void asksThePersonBeforeAnExpensiveCallWhereTheClientCan() {
        var asking = new TestProcess(world, ASKS);
        asking.confirmer = question -> Stages.of(question.contains("$0.28") ? Confirmer.Reply.YES : Confirmer.Reply.NO);

        var answer = asking.place(TestProcess.video("a fox"));
        world.time.pass(Duration.ofSeconds(30));

        assertThat(Answers.job(answer).status()).isEqualTo("succeeded");
    }

    @Test
    void takesNoForAnAnswer() {
        var asking = new TestProcess(world, ASKS);
        asking.confirmer = question -> Stages.of(Confirmer.Reply.NO);

        var answer = asking.place(TestProcess.video("a fox"));

        assertThat(Answers.failure(answer).kind()).isEqualTo(ErrorKind.BUDGET);
        assertThat(world.videos.posts).isEmpty();
    }

    @Test
    void takesATokenOnceForTheSameRequestOnly() {
        var asking = new TestProcess(world, ASKS);
        String token = token(Answers.failure(asking.place(TestProcess.video("a fox"))));

        var stolen = asking.place(TestProcess.video("a hen"), Wish.confirmed(token));
        var confirmed = asking.place(TestProcess.video("a fox"), Wish.confirmed(token));
        world.time.pass(Duration.ofMinutes(10));
        var again = asking.place(TestProcess.video("a fox"), Wish.confirmed(token));

        assertThat(Answers.failure(stolen).kind()).isEqualTo(ErrorKind.BUDGET);
        assertThat(Answers.job(confirmed).status()).isEqualTo("succeeded");
        assertThat(Answers.failure(again).message()).contains("used up");
        assertThat(world.videos.posts).hasSize(1);
    }

    @Test
    void asksNobodyAboutARetryOfWhatIsUnderWay() {
        var asking = new TestProcess(world, ASKS);
        String token = token(Answers.failure(asking.place(TestProcess.video("a fox"))));
        asking.place(TestProcess.video("a fox"), Wish.confirmed(token));

        var retry = asking.place(TestProcess.video("a fox"));
        world.time.pass(Duration.ofSeconds(30));

        assertThat(Answers.job(retry).deduplicated()).isTrue();
    }

    @Test
    void refusesUnknownPricesUnderAnEnforcedBudget() {
        var strict = new TestProcess(world, new Budget(Budget.Mode.ENFORCE, Usd.of("5"), null, null));

        var answer = strict.place(TestProcess.video("a fox", Estimate.unknown("no price is published")));

        assertThat(Answers.failure(answer).message()).contains("not documented (no price is published)");
        assertThat(world.videos.posts).isEmpty();
    }

    @Test
    void showsAFailedJobToWhoeverAsksForIt() {
        world.videos.nextAnswers.add(() ->
                ToolException.failed(Failure.of(ErrorKind.CONTENT, "The prompt was blocked.", "Change the prompt.")));
        process.place(TestProcess.video("a fox"));

        var answer = process.look(world.shelf.onlyJob().id(), 0);

        assertThat(Answers.job(answer).status()).isEqualTo("failed");
        assertThat(Answers.text(answer))
                .contains("failed. The prompt was blocked. Nothing was charged. Change the prompt.");
    }

    @Test
    void knowsNothingOfOtherTenantsJobs() {
        process.place(TestProcess.video("a fox"));
        process.tenant = new Tenant("other");

        var answer = process.look(world.shelf.onlyJob().id(), 0);

        assertThat(Answers.failure(answer).kind()).isEqualTo(ErrorKind.NOT_FOUND);
    }

    @Test
    void listsJobsInPages() {
        process.place(TestProcess.video("a fox"));
        process.place(TestProcess.video("a hen"));
        process.place(TestProcess.video("a cow"));

        var first = list(new JobQuery(null, "video", 2, null));
        var second = list(new JobQuery(null, "video", 2, first.nextCursor()));

        assertThat(first.jobs()).hasSize(2);
        assertThat(second.jobs()).hasSize(1);
        assertThat(second.nextCursor()).isNull();
    }

    private JobPage list(JobQuery query) {
        var visit = process.jobs.desk().welcome(process.context(), 0);
        return (JobPage) Answers.result(process.jobs.desk().list(query, visit)).structured();
    }

    private static String token(Failure failure) {
        Matcher token = TOKEN.matcher(failure.nextStep());
        assertThat(token.find()).as(failure.nextStep()).isTrue();
        return token.group(1);
    }
}
