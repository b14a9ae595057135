package io.minimaxmcp.tools.job;

import io.minimaxmcp.schemas.Usd;
import io.minimaxmcp.tools.tool.Charged;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.Tenant;
import io.minimaxmcp.tools.tool.ToolException;
import io.minimaxmcp.tools.upstream.Cap;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One process's view of a ledger that lives as long as its shelf. Can break, and can take its process with it. */
final class MemoryLedger implements JobLedger {
    /** What outlives processes. */
    static final class Shelf {
        private final TreeMap<String, Job> jobs = new TreeMap<>();
        private final Map<String, MemoryLedger> holders = new HashMap<>();
        private final Set<String> tokens = new HashSet<>();
        private final Set<String> places = new HashSet<>();

        Set<String> placed() {
            places.removeIf(id -> !job(id).stage().isBeforeTheEndOfItsTask());
            return places;
        }

        Job job(String id) {
            Job job = jobs.get(id);
            if (job == null) {
                throw new AssertionError("no job " + id + " among " + jobs.keySet());
            }
            return job;
        }

        List<Job> jobs() {
            return List.copyOf(jobs.values());
        }

        List<JobStage> stages() {
            return jobs.values().stream().map(Job::stage).toList();
        }

        Job onlyJob() {
            if (jobs.size() != 1) {
                throw new AssertionError("expected one job, not " + jobs.values());
            }
            return jobs.firstEntry().getValue();
        }
    }

    private final Shelf shelf;
    private final Clock clock;
    private Instant leasedUntil = Instant.EPOCH;
    private boolean dead;
    boolean broken;
    Predicate<Job> diesBeforeStoring = job -> false;
    Predicate<Job> diesAfterStoring = job -> false;

    MemoryLedger(Shelf shelf, Clock clock) {
        this.shelf = shelf;
        this.clock = clock;
    }

    boolean isDead() {
        return dead;
    }

    /** As kill -9 does it: nothing that was asked of it is answered any more. */
    void die() {
        dead = true;
    }

    @Override
    public CompletionStage<Admission> admit(Job job, AdmissionRules rules) {
        return answer(() -> {
            Optional<Job> first = shelf.jobs.values().stream()
                    .filter(other -> isRepeatOf(other, job, rules))
                    .findFirst();
            if (first.isPresent()) {
                return new Admission.Duplicate(first.get());
            }
            Usd price = price(job);
            Usd all = spent(other -> paysWithSameKey(other, job.tenant()), Instant.EPOCH);
            if (rules.dayLimit() != null && all.plus(price).compareTo(rules.dayLimit()) > 0) {
                Usd spent = spent(job.tenant()::equals, Instant.EPOCH);
                return new Admission.OverBudget(spent, !spent.equals(all), price, rules.dayLimit());
            }
            if (rules.confirmToken() != null
                    && !shelf.tokens.remove(job.tenant().id() + rules.confirmToken())) {
                return new Admission.ConfirmationSpent();
            }
            hold(Duration.ofSeconds(30));
            shelf.holders.put(job.id(), this);
            return new Admission.Admitted(put(job));
        });
    }

    private boolean isRepeatOf(Job other, Job job, AdmissionRules rules) {
        boolean isPaid = other.failure() == null || other.failure().charged() != Charged.NO;
        boolean isRecent = !other.stage().isFinal()
                || other.updatedAt().isAfter(clock.instant().minus(rules.duplicateWindow()));
        boolean isSame = job.requestId() == null
                ? isRecent && other.fingerprint().equals(job.fingerprint())
                : job.requestId().equals(other.requestId());
        return other.tenant().equals(job.tenant()) && isPaid && isSame;
    }

    private Job put(Job changed) {
        Job next = changed.withVersion(changed.version() + 1);
        shelf.jobs.put(next.id(), next);
        return next;
    }

    @Override
    public CompletionStage<Job> store(Job changed) {
        return answer(() -> {
            if (diesBeforeStoring.test(changed)) {
                die();
                return changed;
            }
            Job known = shelf.jobs.get(changed.id());
            boolean isHeld = shelf.holders.get(changed.id()) == this;
            if (known != null && (known.version() != changed.version() || !(isHeld || cancelsUnsent(known, changed)))) {
                throw new StaleJobException(changed.id());
            }
            shelf.holders.put(changed.id(), this);
            Job stored = put(changed);
            if (stored.stage().isFinal()) {
                shelf.holders.remove(stored.id());
            }
            if (diesAfterStoring.test(stored)) {
                die();
            }
            return stored;
        });
    }

    @Override
    public CompletionStage<Job> correct(Job heard) {
        return answer(() -> {
            if (shelf.job(heard.id()).version() != heard.version()) {
                throw new StaleJobException(heard.id());
            }
            shelf.holders.put(heard.id(), this);
            return put(heard);
        });
    }

    private static boolean cancelsUnsent(Job known, Job changed) {
        return known.stage() == JobStage.QUEUED && changed.stage() == JobStage.CANCELLED;
    }

    @Override
    public CompletionStage<Set<String>> takePlaces(Cap cap, List<Job> waiting) {
        return answer(() -> {
            Set<String> going = new HashSet<>();
            for (Job job : waiting) {
                if (shelf.placed().size() < cap.most() || shelf.placed().contains(job.id())) {
                    shelf.places.add(job.id());
                    going.add(job.id());
                }
            }
            return going;
        });
    }

    @Override
    public CompletionStage<Void> leavePlace(Job queued) {
        return answer(() -> {
            shelf.places.remove(queued.id());
            return null;
        });
    }

    @Override
    public CompletionStage<Optional<Job>> find(Tenant tenant, String id) {
        return answer(() -> Optional.ofNullable(shelf.jobs.get(id))
                .filter(job -> job.tenant().equals(tenant)));
    }

    @Override
    public CompletionStage<List<Job>> list(Tenant tenant, JobQuery query) {
        return answer(() -> shelf.jobs.descendingMap().values().stream()
                .filter(job -> job.tenant().equals(tenant))
                .filter(job -> query.status() == null
                        || query.status().equals(job.stage().status()))
                .filter(job ->
                        query.kind() == null || query.kind().equals(job.order().kind()))
                .filter(job -> query.before() == null || job.id().compareTo(query.before()) < 0)
                .limit(query.limit())
                .toList());
    }

    @Override
    public CompletionStage<List<Job>> cancelled(Duration within) {
        return answer(() -> shelf.jobs.values().stream()
                .filter(job -> job.stage() == JobStage.CANCELLED
                        && !job.updatedAt().isBefore(clock.instant().minus(within)))
                .toList());
    }

    @Override
    public CompletionStage<List<Job>> ordered(String kind, Instant since) {
        return answer(() -> shelf.jobs.values().stream()
                .filter(job ->
                        job.order().kind().equals(kind) && !job.createdAt().isBefore(since))
                .toList());
    }

    @Override
    public CompletionStage<List<Job>> claim(int limit, Duration lease, Predicate<Tenant> served) {
        return answer(() -> {
            hold(lease);
            var claimed = new ArrayList<Job>();
            for (Job job : shelf.jobs.values()) {
                if (isFree(job) && served.test(job.tenant()) && claimed.size() < limit) {
                    shelf.holders.put(job.id(), this);
                    claimed.add(job);
                }
            }
            return claimed;
        });
    }

    @Override
    public CompletionStage<Optional<Job>> claim(Tenant tenant, String id, Duration lease) {
        return answer(() -> {
            hold(lease);
            Optional<Job> free = Optional.ofNullable(shelf.jobs.get(id)).filter(this::isFree);
            free.ifPresent(job -> shelf.holders.put(id, this));
            return free;
        });
    }

    private boolean isFree(Job job) {
        MemoryLedger holder = shelf.holders.get(job.id());
        boolean isHeld = holder != null && (holder == this || holder.leasedUntil.isAfter(clock.instant()));
        return !job.stage().isFinal() && !isHeld;
    }

    @Override
    public CompletionStage<Void> renew(Duration lease) {
        return answer(() -> hold(lease));
    }

    private @Nullable Void hold(Duration lease) {
        leasedUntil = clock.instant().plus(lease);
        return null;
    }

    @Override
    public CompletionStage<Spending> spending(Tenant tenant, Instant since) {
        return answer(() -> new Spending(spent(tenant::equals, since), Usd.ZERO, shelf.jobs.size(), 0));
    }

    @Override
    public CompletionStage<Usd> committed(Tenant tenant, Instant day) {
        return answer(() -> spent(other -> paysWithSameKey(other, tenant), day.truncatedTo(ChronoUnit.DAYS)));
    }

    private static boolean paysWithSameKey(Tenant one, Tenant other) {
        return one.equals(other) || !(one.paysItself() || other.paysItself());
    }

    private Usd spent(Predicate<Tenant> spender, Instant since) {
        return shelf.jobs.values().stream()
                .filter(job -> spender.test(job.tenant()) && !job.createdAt().isBefore(since))
                .filter(job -> job.failure() == null || job.failure().charged() != Charged.NO)
                .map(MemoryLedger::price)
                .reduce(Usd.ZERO, Usd::plus);
    }

    private static Usd price(Job job) {
        Usd amount = job.order().estimate().amount();
        return amount == null ? Usd.ZERO : amount;
    }

    @Override
    public CompletionStage<Void> keepToken(Tenant tenant, String token, Instant expiresAt) {
        return answer(() -> {
            shelf.tokens.add(tenant.id() + token);
            return null;
        });
    }

    @Override
    public CompletionStage<Integer> forget(Instant finishedBefore) {
        return answer(() -> {
            int before = shelf.jobs.size();
            shelf.jobs
                    .values()
                    .removeIf(job -> job.stage().isFinal() && job.updatedAt().isBefore(finishedBefore));
            return before - shelf.jobs.size();
        });
    }

    @Override
    public void listen(Consumer<String> changed) {}

    @Override
    public void close() {
        shelf.holders.values().removeIf(holder -> holder == this);
    }

    private <T extends @Nullable Object> CompletionStage<T> answer(Supplier<T> work) {
        if (dead) {
            return new CompletableFuture<>();
        }
        if (broken) {
            return ToolException.failed(Failure.of(ErrorKind.UNAVAILABLE, "The disk is full.", "Free some space."));
        }
        try {
            T value = work.get();
            return dead ? new CompletableFuture<>() : CompletableFuture.completedFuture(value);
        } catch (StaleJobException stale) {
            return CompletableFuture.failedFuture(stale);
        }
    }
}
