package io.minimaxmcp.tools.job;

import io.minimaxmcp.schemas.Usd;
import io.minimaxmcp.tools.spend.Budget;
import io.minimaxmcp.tools.tool.CallContext;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.tool.Tenant;
import io.minimaxmcp.tools.tool.ToolException;
import io.minimaxmcp.tools.tool.ToolResult;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where calls place paid orders and ask after jobs. Never throws; a tenant sees its own jobs only. */
public final class JobDesk {
    private static final Logger LOG = LoggerFactory.getLogger(JobDesk.class);

    private final JobLedger ledger;
    private final Map<String, JobSource> sources;
    private final Budget budget;
    private final JobSettings settings;
    private final Clock clock;
    private final JobIds ids;
    private final JobTracker tracker;
    private final Rounds rounds;
    private final JobViews views;
    private final JobWaiter waiter;
    private final JobAnswers answers;
    private final Confirmations confirmations;
    private final JobCancellation cancellation;

    JobDesk(JobParts parts, Map<String, JobSource> sources, JobWatch watch, JobTracker tracker, Rounds rounds) {
        this.ledger = parts.ledger();
        this.sources = sources;
        this.budget = parts.budget();
        this.settings = parts.settings();
        this.clock = parts.clock();
        this.ids = new JobIds(clock, parts.random());
        this.tracker = tracker;
        this.rounds = rounds;
        var progress = new JobProgress(tracker, clock);
        this.views = new JobViews(settings, progress, parts.publicLink(), clock);
        this.waiter = new JobWaiter(ledger, watch, tracker, progress, parts.timer(), clock);
        this.answers = new JobAnswers(views, new JobText(progress), parts.previewer());
        this.confirmations = new Confirmations(budget, ledger, parts.random(), clock);
        this.cancellation = new JobCancellation(sources, ledger, tracker, watch, clock);
    }

    /** Begins a call: from now on its time runs. */
    public Visit welcome(CallContext context, @Nullable Integer waitSeconds) {
        return new Visit(context, WaitPlan.of(clock.instant(), context.patience(), waitSeconds));
    }

    /**
     * What is done for a call before there is a job, such as fetching media: given up when its caller is gone or its time is over, and not
     * done in silence.
     */
    <T> CompletionStage<T> prepare(Visit visit, CompletionStage<T> working) {
        return waiter.prepare(visit, working);
    }

    /**
     * Makes what was ordered, once: the order is refused, confirmed and written down before anything is sent. Completes with the result,
     * or with the unfinished job when the visit's time is up; the work goes on all the same.
     */
    public CompletionStage<ToolResult> place(Order order, PaidInput input, Visit visit) {
        return place(order, input, visit, Stages::nothing);
    }

    /** @param otherwise what the same call orders as well, according to what is known of the account; null where there is nothing */
    CompletionStage<ToolResult> place(
            Order order, PaidInput input, Visit visit, Supplier<CompletionStage<@Nullable Order>> otherwise) {
        if (Boolean.TRUE.equals(input.dryRun())) {
            return dryRun(order);
        }
        Optional<Failure> refusal = budget.refusal(order.estimate());
        if (refusal.isPresent()) {
            return ToolException.failed(refusal.get());
        }
        return warnings(order, visit.context().tenant())
                .thenCompose(warnings -> placed(order.noting(warnings), input, visit, otherwise));
    }

    private CompletionStage<ToolResult> placed(
            Order order, PaidInput input, Visit visit, Supplier<CompletionStage<@Nullable Order>> otherwise) {
        Job asked = Job.asked(
                ids.next(),
                visit.context().tenant(),
                named(input.requestId()),
                Fingerprint.of(order),
                order,
                clock.instant(),
                settings.sandbox());
        rounds.start();
        String token = confirmations.required(asked, input.confirm());
        return admit(asked, token)
                .thenCompose(admission -> admission instanceof Admission.ConfirmationSpent
                        ? confirmations
                                .ask(asked, input.confirm(), visit)
                                .thenCompose(yes -> admit(asked, null))
                                .thenCompose(confirmed -> serve(confirmed, asked, visit, otherwise))
                        : serve(admission, asked, visit, otherwise));
    }

    /** Whoever fills in every argument means nothing by an empty one. */
    private static @Nullable String named(@Nullable String requestId) {
        return requestId == null || requestId.isBlank() ? null : requestId;
    }

    private CompletionStage<ToolResult> dryRun(Order order) {
        JobSource source = sources.get(order.source());
        if (source == null) {
            return CompletableFuture.failedFuture(new IllegalStateException("no source " + order.source()));
        }
        return CompletableFuture.completedFuture(answers.toDryRun(order, source.endpoint(order), hurdles(order)));
    }

    private List<String> hurdles(Order order) {
        Optional<Failure> refusal = budget.refusal(order.estimate());
        if (refusal.isPresent()) {
            return List.of("It would be refused: " + refusal.get().message());
        }
        return budget.asksFor(order.estimate())
                ? List.of("The call asks the person first, because it costs more than " + budget.confirmAbove() + ".")
                : List.of();
    }

    private CompletionStage<Admission> admit(Job asked, @Nullable String token) {
        return ledger.admit(asked, new AdmissionRules(settings.duplicateWindow(), budget.enforcedDay(), token));
    }

    private CompletionStage<ToolResult> serve(
            Admission admission, Job asked, Visit visit, Supplier<CompletionStage<@Nullable Order>> otherwise) {
        if (admission instanceof Admission.Admitted admitted) {
            tracker.take(admitted.job(), visit.context().trace());
            return waiter.await(admitted.job(), visit).thenCompose(job -> answers.toOrder(job, Match.NEW, visit));
        }
        if (admission instanceof Admission.Duplicate duplicate) {
            return again(duplicate.job(), asked, visit, otherwise);
        }
        if (admission instanceof Admission.OverBudget over) {
            return ToolException.failed(
                    over.byOthersToo()
                            ? Budget.sharedDayRefusal(over.spent(), over.asked(), over.limit())
                            : Budget.dayRefusal(over.spent(), over.asked(), over.limit()));
        }
        return CompletableFuture.failedFuture(
                new IllegalStateException("a confirmation was asked for that nobody required"));
    }

    /** Answers with the job that the call found; one of another tool can be no answer to it. */
    private CompletionStage<ToolResult> again(
            Job found, Job asked, Visit visit, Supplier<CompletionStage<@Nullable Order>> otherwise) {
        if (!found.order().tool().equals(asked.order().tool())) {
            return ToolException.failed(Fates.takenByAnotherTool(found, asked));
        }
        getGoing(found);
        CompletionStage<Match> match = found.fingerprint().equals(asked.fingerprint())
                ? Stages.of(Match.SAME)
                : otherwise
                        .get()
                        .exceptionally(impossible -> null)
                        .thenApply(other -> isOrdered(other, found) ? Match.SAME : Match.OTHER_ARGUMENTS);
        return waiter.await(found, visit)
                .thenCombine(match, (job, how) -> answers.toOrder(job, how, visit))
                .thenCompose(Function.identity());
    }

    private static boolean isOrdered(@Nullable Order order, Job job) {
        return order != null && Fingerprint.of(order).equals(job.fingerprint());
    }

    /** Before the order is written down, so that whoever asks for its job later is warned as the call was. */
    private CompletionStage<List<String>> warnings(Order order, Tenant tenant) {
        if (!budget.warns()) {
            return CompletableFuture.completedFuture(List.of());
        }
        return ledger.committed(tenant, clock.instant())
                .thenApply(spent -> budget.warnings(order.estimate(), spent.plus(price(order))))
                .exceptionally(unknown -> {
                    LOG.atWarn().setCause(unknown).log("what was spent today could not be told");
                    return List.of();
                });
    }

    private static Usd price(Order order) {
        return Objects.requireNonNullElse(order.estimate().amount(), Usd.ZERO);
    }

    /**
     * Answers with the job that ends first, after waiting for it as long as the visit lasts; with the first of the list if none ends. An id
     * that nobody knows is told beside the others; it is the answer only where no other is known.
     */
    public CompletionStage<ToolResult> look(List<String> jobIds, Visit visit) {
        CompletionStage<List<Job>> found = CompletableFuture.completedFuture(List.of());
        for (String jobId : jobIds) {
            found = found.thenCombine(known(jobId, visit), JobDesk::with);
        }
        return found.thenCompose(jobs -> {
            if (jobs.isEmpty()) {
                return ToolException.failed(Fates.noSuchJob(jobIds.get(0)));
            }
            List<String> notes = jobIds.stream()
                    .filter(id -> jobs.stream().noneMatch(job -> job.id().equals(id)))
                    .map(id -> Fates.noSuchJob(id).message())
                    .toList();
            return waiter.awaitFirst(jobs, visit).thenCompose(job -> answers.toLook(job, notes, visit));
        });
    }

    private static List<Job> with(List<Job> jobs, Optional<Job> one) {
        return Stream.concat(jobs.stream(), one.stream()).toList();
    }

    /**
     * Answers as the call that ordered the job would be answered now: with what came of it, or with the job under way. Whoever asks for
     * a job that nobody works on gets it going.
     *
     * @param match how the job is related to that call
     */
    public CompletionStage<ToolResult> answer(Job job, Match match, Visit visit) {
        getGoing(job);
        return answers.toOrder(job, match, visit);
    }

    /** Answers with a {@link JobPage}. */
    public CompletionStage<ToolResult> list(JobQuery query, Visit visit) {
        var oneMore = new JobQuery(query.status(), query.kind(), query.limit() + 1, query.before());
        return ledger.list(visit.context().tenant(), oneMore).thenApply(jobs -> {
            boolean more = jobs.size() > query.limit();
            return answers.toList(more ? jobs.subList(0, query.limit()) : jobs, more, visit);
        });
    }

    /** Takes a job back if that is still possible, and says plainly when it is not. */
    public CompletionStage<ToolResult> cancel(String jobId, Visit visit) {
        return find(jobId, visit)
                .thenCompose(cancellation::cancel)
                .thenCompose(outcome -> answers.toLook(outcome.job(), Match.NEW, outcome.notes(), visit));
    }

    /** A job as its tenant may see it; empty where the tenant has no such job. */
    public CompletionStage<Optional<JobView>> view(Tenant tenant, String jobId, boolean localPaths) {
        return ledger.find(tenant, jobId).thenApply(found -> found.map(job -> views.of(job, localPaths, Match.NEW)));
    }

    private CompletionStage<Job> find(String jobId, Visit visit) {
        return known(jobId, visit)
                .thenCompose(found -> found.isPresent()
                        ? CompletableFuture.completedFuture(found.get())
                        : ToolException.failed(Fates.noSuchJob(jobId)));
    }

    private CompletionStage<Optional<Job>> known(String jobId, Visit visit) {
        Tenant tenant = visit.context().tenant();
        return ledger.find(tenant, jobId).thenApply(found -> {
            found.ifPresent(this::getGoing);
            return found.or(() -> driven(tenant, jobId));
        });
    }

    /** What is driven here is there, whatever became of the ledger. */
    private Optional<Job> driven(Tenant tenant, String jobId) {
        return Optional.ofNullable(tracker.newest(jobId))
                .filter(job -> job.tenant().equals(tenant));
    }

    /** Whoever asks for a job that nobody works on gets it going. */
    private void getGoing(Job job) {
        if (!job.stage().isFinal() && tracker.newest(job.id()) == null) {
            rounds.claimNow(job);
        }
    }
}
