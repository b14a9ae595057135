package io.minimaxmcp.tools.job;

import io.minimaxmcp.tools.tool.Tenant;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells who listens of changes to jobs. What this process does itself is told at once; jobs that another process drives are read again
 * each second, or as soon as the ledger says so, and only while somebody listens to them.
 */
public final class JobWatch {
    private static final Logger LOG = LoggerFactory.getLogger(JobWatch.class);
    private static final Duration READ_AGAIN = Duration.ofSeconds(1);

    private final JobLedger ledger;
    private final JobTimer timer;
    private final Map<Key, Watched> watched = new ConcurrentHashMap<>();
    private final List<Listener> everything = new CopyOnWriteArrayList<>();
    private final List<Consumer<Job>> all = new CopyOnWriteArrayList<>();
    private final Set<String> drivenHere = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean reading = new AtomicBoolean();
    private final AtomicBoolean hearing = new AtomicBoolean();

    JobWatch(JobLedger ledger, JobTimer timer) {
        this.ledger = ledger;
        this.timer = timer;
    }

    /**
     * Listens to one job, or to all jobs of a tenant that this process drives, until closed.
     *
     * @param jobId null for all
     * @param listener called on the thread that made the change: must be quick, must not block
     */
    public Listening listen(Tenant tenant, @Nullable String jobId, Consumer<Job> listener) {
        Listener added = new Listener(tenant, listener);
        if (jobId == null) {
            everything.add(added);
            return () -> everything.remove(added);
        }
        Key key = new Key(tenant, jobId);
        watched.compute(key, (same, known) -> (known == null ? new Watched() : known).with(added));
        readAgainSoon();
        if (hearing.compareAndSet(false, true)) {
            ledger.listen(this::heardOf);
        }
        return () -> watched.computeIfPresent(key, (same, known) -> known.without(added));
    }

    /** Listens to all jobs of all tenants that this process hears of, for whoever counts; a change may be told more than once. */
    public void listenToAll(Consumer<Job> listener) {
        all.add(listener);
    }

    /** From now on this process tells of the job's changes itself. */
    void drive(String jobId) {
        drivenHere.add(jobId);
    }

    void letGo(String jobId) {
        drivenHere.remove(jobId);
    }

    /** Tells all who listen to the job, unless they know this version already. */
    void changed(Job job) {
        all.forEach(listener -> listener.accept(job));
        everything.forEach(listener -> listener.tell(job));
        Watched listening = watched.get(new Key(job.tenant(), job.id()));
        if (listening != null && listening.isNews(job)) {
            listening.listeners.forEach(listener -> listener.tell(job));
        }
    }

    private void readAgainSoon() {
        if (reading.compareAndSet(false, true)) {
            timer.after(READ_AGAIN, this::readAgain);
        }
    }

    private void heardOf(String jobId) {
        if (!drivenHere.contains(jobId)) {
            watched.keySet().stream().filter(key -> key.jobId().equals(jobId)).forEach(this::read);
        }
    }

    private void readAgain() {
        reading.set(false);
        watched.keySet().stream()
                .filter(key -> !drivenHere.contains(key.jobId()))
                .forEach(this::read);
        if (!watched.isEmpty()) {
            readAgainSoon();
        }
    }

    private void read(Key key) {
        ledger.find(key.tenant(), key.jobId()).whenComplete((found, unreadable) -> {
            if (unreadable == null) {
                found.ifPresent(this::changed);
            } else {
                LOG.atDebug()
                        .addKeyValue("jobId", key.jobId())
                        .setCause(unreadable)
                        .log("a job could not be read again this second");
            }
        });
    }

    /** Somebody who listens. */
    @FunctionalInterface
    public interface Listening extends AutoCloseable {
        /** Stops it. */
        @Override
        void close();
    }

    private record Key(Tenant tenant, String jobId) {}

    private record Listener(Tenant tenant, Consumer<Job> consumer) {
        void tell(Job job) {
            if (!tenant.equals(job.tenant())) {
                return;
            }
            try {
                consumer.accept(job);
            } catch (RuntimeException bug) {
                LOG.atError().addKeyValue("jobId", job.id()).setCause(bug).log("a listener failed");
            }
        }
    }

    /** Those who listen to one job, and what they know of it. */
    private static final class Watched {
        private final List<Listener> listeners = new CopyOnWriteArrayList<>();
        private @Nullable Job newest;

        Watched with(Listener listener) {
            listeners.add(listener);
            return this;
        }

        @Nullable
        Watched without(Listener listener) {
            listeners.remove(listener);
            return listeners.isEmpty() ? null : this;
        }

        synchronized boolean isNews(Job job) {
            Job known = newest;
            boolean news = known == null
                    || job.version() > known.version()
                    || (job.version() == known.version() && job.stage() != known.stage());
            newest = news ? job : known;
            return news;
        }
    }
}
