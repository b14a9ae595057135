package io.minimaxmcp.tools.job;

import io.minimaxmcp.tools.tool.Tenant;
import io.minimaxmcp.tools.tool.ToolException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drives all jobs that this process has leased to their end: those it was given, and those that another process left. A job costs a
 * small object and an entry in the timer, never a thread.
 */
final class JobTracker {
    private static final Logger LOG = LoggerFactory.getLogger(JobTracker.class);

    private final Map<String, Course> courses = new ConcurrentHashMap<>();
    private final JobRunner runner;
    private final JobWatch watch;
    private final Workplaces workplaces;
    private final Pace pace;
    private final JobTimer timer;
    private final AtomicBoolean closing;

    JobTracker(
            JobRunner runner, JobWatch watch, Workplaces workplaces, Pace pace, JobTimer timer, AtomicBoolean closing) {
        this.runner = runner;
        this.watch = watch;
        this.workplaces = workplaces;
        this.pace = pace;
        this.timer = timer;
        this.closing = closing;
    }

    /**
     * Drives a job that was just admitted.
     *
     * @param trace of the call that ordered it
     */
    void take(Job job, @Nullable String trace) {
        take(new Course(job, trace), Duration.ZERO);
    }

    /** Drives a job that somebody left unfinished; one that is driven here already just goes on. */
    void takeOver(Job job) {
        take(new Course(job, null), job.stage() == JobStage.RUNNING ? pace.takeOver() : Duration.ZERO);
    }

    private void take(Course course, Duration delay) {
        Job job = course.job();
        if (!isClosed() && courses.putIfAbsent(job.id(), course) == null) {
            watch.drive(job.id());
            goOn(course, delay);
        }
    }

    /** Lets go of a job whose end another process has written, and tells who waits for it. */
    void endedElsewhere(Job ended) {
        if (drop(ended.id())) {
            watch.changed(ended);
        }
    }

    /** Lets go of a job whose end somebody else has written; whether it was driven here. */
    boolean drop(String jobId) {
        Course course = courses.get(jobId);
        if (course != null) {
            drop(course);
        }
        return course != null;
    }

    private void drop(Course course) {
        if (courses.remove(course.job().id(), course)) {
            watch.letGo(course.job().id());
            course.drop();
        }
    }

    /** The newest version of a job that is driven here. */
    @Nullable
    Job newest(String jobId) {
        Course course = courses.get(jobId);
        return course == null ? null : course.job();
    }

    /** Why the job does not get on, in words; null where all goes well or nobody here knows. */
    @Nullable
    String trouble(String jobId) {
        Course course = courses.get(jobId);
        return course == null ? null : course.trouble();
    }

    /** How many requests this process sends before this one, as far as it knows: tenants take turns. */
    int ahead(Job job) {
        Course course = courses.get(job.id());
        if (course != null && course.ahead() >= 0) {
            return course.ahead();
        }
        List<Job> queued = courses.values().stream()
                .map(Course::job)
                .filter(other -> other.stage() == JobStage.QUEUED
                        && other.order().source().equals(job.order().source()))
                .toList();
        long own = queued.stream()
                .filter(other ->
                        other.tenant().equals(job.tenant()) && other.id().compareTo(job.id()) < 0)
                .count();
        Map<Tenant, Long> others = queued.stream()
                .filter(other -> !other.tenant().equals(job.tenant()))
                .collect(Collectors.groupingBy(Job::tenant, Collectors.counting()));
        long theirs =
                others.values().stream().mapToLong(of -> Math.min(of, own + 1)).sum();
        return Math.toIntExact(own + theirs);
    }

    boolean hasQueued() {
        return courses.values().stream().anyMatch(course -> course.job().stage() == JobStage.QUEUED);
    }

    int size() {
        return courses.size();
    }

    /** How many jobs are at which stage. */
    Map<JobStage, Integer> stages() {
        Map<JobStage, Integer> stages = new EnumMap<>(JobStage.class);
        courses.values().forEach(course -> stages.merge(course.job().stage(), 1, Integer::sum));
        return stages;
    }

    boolean isBusyFor(Tenant tenant) {
        return courses.values().stream()
                .anyMatch(course -> course.job().tenant().equals(tenant));
    }

    /**
     * Begins no step any more. Completes when no paid request is on its way whose answer would be lost; never fails, but may take as long
     * as the slowest answer.
     */
    CompletionStage<Void> drain() {
        closing.set(true);
        CompletableFuture<?>[] answers = courses.values().stream()
                .filter(Course::isAway)
                .map(course -> answered(course).handle((job, problem) -> null).toCompletableFuture())
                .toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.allOf(answers);
    }

    /** An answer that could not be kept is in this process only: it is tried a last time. */
    private CompletionStage<Job> answered(Course course) {
        boolean isInHand = course.step().toCompletableFuture().isDone() && course.unkept() != null;
        return isInHand ? runner.step(course) : course.step();
    }

    boolean isClosed() {
        return closing.get();
    }

    private void goOn(Course course, Duration delay) {
        if (delay.isZero()) {
            step(course);
        } else {
            timer.after(delay, () -> step(course));
        }
    }

    private void step(Course course) {
        if (isDropped(course) || isClosed()) {
            return;
        }
        Job job = course.job();
        CompletionStage<Job> step = workplaces.of(job).run(job.tenant().id(), () -> begin(course));
        course.stepping(step);
        step.whenComplete((next, problem) -> stepped(course, problem));
    }

    private CompletionStage<Job> begin(Course course) {
        if (isClosed()) {
            return new CompletableFuture<>();
        }
        return isDropped(course)
                ? CompletableFuture.failedFuture(
                        new StaleJobException(course.job().id()))
                : runner.step(course);
    }

    private boolean isDropped(Course course) {
        return courses.get(course.job().id()) != course;
    }

    private void stepped(Course course, @Nullable Throwable problem) {
        Job job = course.job();
        if (problem == null && !job.stage().isFinal()) {
            int steps = course.wentWell();
            goOn(course, job.stage() == JobStage.RUNNING ? pace.look(steps) : Duration.ZERO);
        } else if (problem == null || ToolException.unwrap(problem) instanceof StaleJobException) {
            drop(course);
        } else {
            repeat(course, problem);
        }
    }

    private void repeat(Course course, Throwable problem) {
        Job job = course.job();
        int failures = course.wentWrong(Fates.trouble(problem));
        LOG.atWarn()
                .addKeyValue("jobId", job.id())
                .addKeyValue("stage", job.stage())
                .addKeyValue("attempt", failures)
                .setCause(ToolException.in(problem) == null ? problem : null)
                .log("a step of a job failed and will be repeated: {}", Fates.trouble(problem));
        goOn(course, pace.repeat(failures, retryAfter(problem)));
    }

    private static Duration retryAfter(Throwable problem) {
        ToolException known = ToolException.in(problem);
        Long seconds = known == null ? null : known.failure().retryAfterS();
        return seconds == null ? Duration.ZERO : Duration.ofSeconds(seconds);
    }
}
