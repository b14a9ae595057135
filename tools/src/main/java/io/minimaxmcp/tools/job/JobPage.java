package io.minimaxmcp.tools.job;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of a tenant's jobs, newest first.
 *
 * @param nextCursor where the next page begins; null on the last one
 */
public record JobPage(List<JobView> jobs, @Nullable String nextCursor) {
    public JobPage {
        jobs = List.copyOf(jobs);
    }
}
