package io.minimaxmcp.tools.job;

import io.minimaxmcp.tools.tool.Charged;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.ToolException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a job one step on: send, reconcile, look or collect, as its stage says. Each step ends with its outcome in the ledger, so that
 * any process can take the next one; a step whose stage fails has changed nothing and is to be repeated, except that a
 * {@link StaleJobException} says that the job is somebody else's now.
 */
final class JobRunner {
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    /** Steps of this process before time alone ends a job: clocks jump, and machines sleep. */
    private static final int TRIED_OFTEN = 20;

    /** A task that MiniMax does not know for so long is not known to it any more. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(24);

    private static final Duration FORGOTTEN_BY_A_SANDBOX_AFTER = Duration.ofSeconds(5);

    private final Map<String, JobSource> sources;
    private final ResultKeeper keeper;
    private final Books books;
    private final PlaceLines places;
    private final JobSettings settings;
    private final Clock clock;
    private final BooleanSupplier closing;

    JobRunner(
            Map<String, JobSource> sources,
            ResultKeeper keeper,
            Books books,
            PlaceLines places,
            JobSettings settings,
            Clock clock,
            BooleanSupplier closing) {
        this.sources = Map.copyOf(sources);
        this.keeper = keeper;
        this.books = books;
        this.places = places;
        this.settings = settings;
        this.clock = clock;
        this.closing = closing;
    }

    /** Never throws. Completes with the newest version, which is the same as before when a look saw nothing new. */
    CompletionStage<Job> step(Course course) {
        Job job = course.job();
        JobSource source = sources.get(job.order().source());
        if (source == null) {
            return CompletableFuture.failedFuture(new IllegalStateException(
                    "nobody here knows jobs of " + job.order().source()));
        }
        try {
            CompletionStage<Job> taken = switch (job.stage()) {
                case QUEUED -> places.enter(course, source).thenCompose(placed -> send(course, source));
                case SENDING -> heard(course, source);
                case RUNNING -> look(course, source);
                case COLLECTING -> collect(course, source);
                case SUCCEEDED, FAILED, CANCELLED, UNKNOWN -> CompletableFuture.completedFuture(job);
            };
            return job.stage().isBeforeTheEndOfItsTask()
                    ? taken.whenComplete((now, failed) -> places.went(course.job(), source))
                    : taken;
        } catch (RuntimeException | Error bug) {
            return CompletableFuture.failedFuture(bug);
        }
    }

    private CompletionStage<Job> send(Course course, JobSource source) {
        Departure departure = new Departure(course, keeper, books, clock, closing);
        CompletionStage<Sight> sent =
                source.send(course.job(), departure).whenComplete((sight, problem) -> departure.read());
        return then(sent, (sight, problem) -> {
            if (problem == null) {
                return seen(course, sight);
            }
            if (departure.isLetGo()) {
                return CompletableFuture.failedFuture(
                        new StaleJobException(course.job().id()));
            }
            return departure.hasStayed()
                    ? places.stayed(course.job(), source).thenCompose(free -> CompletableFuture.failedFuture(problem))
                    : notAnswered(course, source, problem);
        });
    }

    private CompletionStage<Job> notAnswered(Course course, JobSource source, Throwable problem) {
        ToolException refused = ToolException.in(problem);
        if (refused == null) {
            LOG.atError()
                    .addKeyValue("jobId", course.job().id())
                    .setCause(problem)
                    .log("sending a job failed in a way nobody foresaw");
        }
        boolean mayHaveBeenTaken =
                course.job().stage() == JobStage.SENDING && (refused == null || isInDoubt(refused.failure()));
        if (!mayHaveBeenTaken) {
            Failure why = refused == null ? Fates.notSent() : refused.failure();
            return books.insist(course, course.job().ended(JobStage.FAILED, why, now()));
        }
        course.doubted(refused == null ? Fates.answerLost() : refused.failure());
        return reconcile(course, source);
    }

    private static boolean isInDoubt(Failure refusal) {
        return refusal.kind() == ErrorKind.UNKNOWN_OUTCOME || refusal.charged() == Charged.UNKNOWN;
    }

    /** Nobody sends it again: its answer is here and to be kept, or is lost. */
    private CompletionStage<Job> heard(Course course, JobSource source) {
        Sight.Unkept answer = course.unkept();
        return answer == null
                ? reconcile(course, source)
                : answer.again().get().thenCompose(sight -> seen(course, sight));
    }

    /** The answer is lost. The job is found where MiniMax lists its tasks; else nobody can know, and that is its end. */
    private CompletionStage<Job> reconcile(Course course, JobSource source) {
        return source.reconcile(course.job()).thenCompose(sight -> {
            if (sight != null) {
                return seen(course, sight);
            }
            Failure heard = course.doubt();
            Failure why = heard == null ? Fates.answerLost() : heard;
            boolean isAnswer = why.kind() != ErrorKind.UNKNOWN_OUTCOME;
            JobStage end = isAnswer ? JobStage.FAILED : JobStage.UNKNOWN;
            return books.insist(course, course.job().ended(end, why.charged(Charged.UNKNOWN), now()));
        });
    }

    private CompletionStage<Job> look(Course course, JobSource source) {
        return then(source.look(course.job()), (sight, problem) -> {
            Job job = course.job();
            boolean isMissing = problem != null && isMissing(problem);
            Instant missingSince = course.missing(isMissing, now());
            boolean isOld = isOver(settings.queryWindow(), job.createdAt());
            boolean isForgotten = isMissing && (isOld || isOver(forgottenAfter(), missingSince));
            boolean isEndless = isOld && sight instanceof Sight.Underway && course.hasGoneWell(TRIED_OFTEN);
            if (isForgotten || isEndless) {
                return books.insist(course, job.ended(JobStage.FAILED, Fates.forgotten(), now()));
            }
            return problem == null ? seen(course, sight) : CompletableFuture.failedFuture(problem);
        });
    }

    /** A sandbox that has gone with its process knows nothing any more. */
    private Duration forgottenAfter() {
        return settings.sandbox() ? FORGOTTEN_BY_A_SANDBOX_AFTER : FORGOTTEN_AFTER;
    }

    /** Soon after its start, a task that is not found may only not be listed yet; and a wrong answer may pass. */
    private static boolean isMissing(Throwable problem) {
        ToolException refused = ToolException.in(problem);
        return refused != null
                && (refused.failure().kind() == ErrorKind.NOT_FOUND
                        || refused.failure().kind() == ErrorKind.INVALID_INPUT);
    }

    private CompletionStage<Job> collect(Course course, JobSource source) {
        Job job = course.job();
        return then(keeper.collect(job, output -> source.link(job, output)), (saved, problem) -> {
            if (problem == null) {
                return books.insist(course, job.collected(saved, now())).thenApply(this::settled);
            }
            ToolException told = ToolException.in(problem);
            if (told != null && isLostForGood(told.failure())) {
                return collectSome(course, source, problem, JobRunner::isGone, told.failure());
            }
            if (isVain(course)) {
                return collectSome(course, source, problem, any -> true, Fates.notCollected(problem));
            }
            return course.hasGoneWrong(TRIED_OFTEN) && isGone(problem)
                    ? collectSome(course, source, problem, JobRunner::isGone, null)
                    : CompletableFuture.failedFuture(problem);
        });
    }

    /**
     * One file that cannot be had withholds neither the others nor a voice.
     *
     * @param end what becomes of the job where there is nothing else; null where it is to be tried again then
     */
    private CompletionStage<Job> collectSome(
            Course course, JobSource source, Throwable problem, Predicate<Throwable> without, @Nullable Failure end) {
        Job job = course.job();
        return keeper.collectSome(job, output -> source.link(job, output), without)
                .thenCompose(saved -> {
                    if (!saved.isEmpty() || job.voice() != null) {
                        String why = Fates.partlyCollected(
                                saved.size(), job.outputs().size(), problem);
                        return books.insist(course, job.collectedInPart(saved, why, now()));
                    }
                    return end == null
                            ? CompletableFuture.failedFuture(problem)
                            : books.insist(course, job.ended(JobStage.FAILED, end, now()));
                });
    }

    private boolean isVain(Course course) {
        return isOver(settings.collectFor(), course.collectingSince(now()))
                && course.hasGoneWrong(TRIED_OFTEN)
                && !isOnOurDisk(course.job());
    }

    /** The other side has it no more, or never had; nothing here or on the way is the cause. */
    private static boolean isGone(Throwable problem) {
        ToolException told = ToolException.in(problem);
        return told != null
                && (told.failure().kind() == ErrorKind.UPSTREAM
                        || told.failure().kind() == ErrorKind.NOT_FOUND);
    }

    /** What is kept by nobody else is fetched for as long as it takes. */
    private static boolean isOnOurDisk(Job job) {
        return job.outputs().stream().anyMatch(output -> output.spool() != null);
    }

    private Job settled(Job job) {
        keeper.settled(job);
        return job;
    }

    /** Paid for, and fetching it again cannot help: the bytes came inside the answer and are no longer on the disk. */
    private static boolean isLostForGood(Failure failure) {
        return failure.charged() == Charged.YES && !failure.retryable();
    }

    private CompletionStage<Job> seen(Course course, Sight sight) {
        Job job = course.job();
        if (sight instanceof Sight.Underway underway) {
            boolean isNews = job.stage() != JobStage.RUNNING
                    || !underway.taskId().equals(job.taskId())
                    || !underway.state().equals(job.upstreamState());
            return isNews ? books.insist(course, job.running(underway, now())) : CompletableFuture.completedFuture(job);
        }
        if (sight instanceof Sight.Unkept unkept) {
            course.unkept(unkept);
            return CompletableFuture.failedFuture(unkept.problem());
        }
        if (sight instanceof Sight.Done done) {
            return books.insist(course, job.done(done, now()));
        }
        Failure why = ((Sight.Lost) sight).failure();
        JobStage end = why.kind() == ErrorKind.CANCELLED ? JobStage.CANCELLED : JobStage.FAILED;
        return books.insist(course, job.ended(end, why.fromUpstream(why.upstreamCode(), sight.traceId()), now()));
    }

    private boolean isOver(Duration time, Instant since) {
        return since.plus(time).isBefore(now());
    }

    private Instant now() {
        return clock.instant();
    }

    private static <T> CompletionStage<Job> then(CompletionStage<T> stage, Outcome<T> outcome) {
        return stage.handle(outcome::of).thenCompose(Function.identity());
    }

    /** What follows from how a stage ended. */
    private interface Outcome<T> {
        CompletionStage<Job> of(T value, @Nullable Throwable problem);
    }
}
