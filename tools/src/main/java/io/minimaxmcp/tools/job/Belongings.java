package io.minimaxmcp.tools.job;

import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.tool.Tenant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is whose at MiniMax. Who pays with a key of its own owns all of its account; of an account that several tenants are in, each owns
 * what its own jobs have made or sent there.
 */
public final class Belongings {
    private static final int LOOKED_AT = 10_000;
    /** What is sent to MiniMax is named after the job that needs it, with a number where there are several. */
    private static final Pattern NAMED_AFTER_JOB = Pattern.compile("([A-Za-z0-9_]+)(?:-\\d+)?\\.\\w+");

    private final JobLedger ledger;
    private final Predicate<Tenant> sharesAccount;

    /** @param sharesAccount whether a tenant is one of several in one account */
    public Belongings(JobLedger ledger, Predicate<Tenant> sharesAccount) {
        this.ledger = ledger;
        this.sharesAccount = sharesAccount;
    }

    /** Whether all that is in the tenant's account is the tenant's. */
    public boolean isAllOf(Tenant tenant) {
        return !sharesAccount.test(tenant);
    }

    /** Tells by its id whether a voice that is not MiniMax's own is the tenant's. */
    public CompletionStage<Predicate<String>> voices(Tenant tenant) {
        if (isAllOf(tenant)) {
            return Stages.of(id -> true);
        }
        return made(tenant, "voice_clone").thenCombine(made(tenant, "voice_design"), (clones, designs) -> {
            Set<String> ids = Stream.concat(clones.stream(), designs.stream())
                    .map(Job::voice)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            return ids::contains;
        });
    }

    private CompletionStage<List<Job>> made(Tenant tenant, String kind) {
        return ledger.list(tenant, new JobQuery("succeeded", kind, LOOKED_AT, null));
    }

    /** Tells by its id and its name whether a file is the tenant's. */
    public CompletionStage<BiPredicate<String, String>> files(Tenant tenant) {
        if (isAllOf(tenant)) {
            return Stages.of((id, name) -> true);
        }
        return ledger.list(tenant, new JobQuery(null, null, LOOKED_AT, null)).thenApply(jobs -> {
            Set<String> own = jobs.stream().map(Job::id).collect(Collectors.toSet());
            Set<String> made = jobs.stream()
                    .flatMap(job -> job.outputs().stream())
                    .map(Output::fileId)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            return (id, name) -> {
                Matcher sent = NAMED_AFTER_JOB.matcher(name);
                return made.contains(id) || (sent.matches() && own.contains(sent.group(1)));
            };
        });
    }
}
