package io.minimaxmcp.tools.job;

import io.minimaxmcp.schemas.Usd;
import io.minimaxmcp.tools.tool.Tenant;
import io.minimaxmcp.tools.upstream.Cap;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Where jobs live: the memory that outlives the process. Every stage completes only when the change outlives this
 * process, and that a paid request leaves, what it became and how it ended outlive a power cut; a stage fails with a
 * {@code ToolException} of kind {@code UNAVAILABLE} when the ledger cannot be used. Safe with many processes on one ledger.
 */
public interface JobLedger extends AutoCloseable {
    /** How often who waits for places is to ask: tenants of other processes are thought of for as long as they do. */
    Duration PLACES_ASKED_EVERY = Duration.ofSeconds(1);

    /** Takes a new job in, or finds the one it repeats. Duplicates, budget and token are decided in the same atomic step. */
    CompletionStage<Admission> admit(Job job, AdmissionRules rules);

    /**
     * Stores a change of a job that this process has leased, and completes with the version it became. Fails with
     * {@link StaleJobException} when somebody else changed it or holds it; only to cancel a job that is still {@code QUEUED}, nobody has
     * to hold it. Storing a final stage ends the lease and settles the price: a job that cost nothing gives its reservation back. A job
     * that the ledger has lost, because its file was damaged or taken back from a backup, is written down anew.
     */
    CompletionStage<Job> store(Job changed);

    /**
     * Stores what only this process can know: the answer to the paid request that it sent itself, over {@code SENDING} or {@code UNKNOWN}
     * and whoever holds the job. From then on this process does. Fails with {@link StaleJobException} when the job is at another version.
     */
    CompletionStage<Job> correct(Job heard);

    /**
     * Gives places under a cap to queued jobs of this process, in their order as long as there are any; tenants who wait, here or in
     * another process, come before those who have more. To be asked again while any wait. Each keeps its place until
     * its task has ended. Completes with the ids of those that wait no longer: they have a place, or somebody else has the job.
     */
    CompletionStage<Set<String>> takePlaces(Cap cap, List<Job> waiting);

    /** Gives back the place of a queued job that is not sent for now. */
    CompletionStage<Void> leavePlace(Job queued);

    CompletionStage<Optional<Job>> find(Tenant tenant, String id);

    CompletionStage<List<Job>> list(Tenant tenant, JobQuery query);

    /** All jobs that were cancelled within this time, whose ever they are and by whichever process. */
    CompletionStage<List<Job>> cancelled(Duration within);

    /** All jobs of a kind that any tenant has ordered since then: never to be told to a tenant. */
    CompletionStage<List<Job>> ordered(String kind, Instant since);

    /**
     * Leases up to {@code limit} unfinished jobs that nobody holds, oldest first: new ones, and those of processes that died.
     *
     * @param served whose jobs this process can do; those of others stay where they are
     */
    CompletionStage<List<Job>> claim(int limit, Duration lease, Predicate<Tenant> served);

    /** Leases this one unfinished job; empty where somebody holds it. */
    CompletionStage<Optional<Job>> claim(Tenant tenant, String id, Duration lease);

    /** Prolongs all leases of this process; its jobs are lost to it when it does not call this in time. */
    CompletionStage<Void> renew(Duration lease);

    /** What a tenant has spent or reserved from the UTC day of that moment on. */
    CompletionStage<Spending> spending(Tenant tenant, Instant since);

    /** What is spent or reserved on that UTC day with the key that pays for the tenant, by whomever: never to be told to a tenant. */
    CompletionStage<Usd> committed(Tenant tenant, Instant day);

    /** Keeps a confirmation token until it is used or expires. */
    CompletionStage<Void> keepToken(Tenant tenant, String token, Instant expiresAt);

    /**
     * Forgets some finished jobs older than this, but for those that made a voice; what they cost stays counted. Until it says 0, there
     * may be more.
     */
    CompletionStage<Integer> forget(Instant finishedBefore);

    /**
     * Tells of the ids of jobs that changed, sooner than anybody who looks again would see it, where the home can. What is not told is no
     * less true. To be called once.
     */
    void listen(Consumer<String> changed);

    /** Lets go of all leases so that another process can go on at once, and closes. */
    @Override
    void close();
}
