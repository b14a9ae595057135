package io.minimaxmcp.tools.job.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.minimaxmcp.schemas.Json;
import io.minimaxmcp.schemas.Usd;
import io.minimaxmcp.tools.job.Job;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A job as it will stand in its row. Made by the caller, so that the one thread that writes does not write JSON as well.
 *
 * @param job with the version it becomes
 */
public record JobRow(Job job, String body) {
    private static final Logger LOG = LoggerFactory.getLogger(JobRow.class);

    /** The row of a job that is taken in. */
    public static JobRow first(Job job) {
        return of(job, 1);
    }

    /** The row after the one that this job was made from. */
    public static JobRow next(Job changed) {
        return of(changed, changed.version() + 1);
    }

    private static JobRow of(Job job, int version) {
        Job versioned = job.withVersion(version);
        try {
            return new JobRow(versioned, Json.MAPPER.writeValueAsString(versioned));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("job " + job.id() + " cannot be written", e);
        }
    }

    /** Reads the column {@code body}. */
    public static Job read(ResultSet row) throws SQLException {
        try {
            return Json.MAPPER.readValue(row.getString("body"), Job.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a job in the ledger cannot be read", e);
        }
    }

    /** The same where one row must not keep the others: empty, and logged, for one that a newer program wrote or a disk damaged. */
    static Optional<Job> readIfPossible(ResultSet row) throws SQLException {
        try {
            return Optional.of(read(row));
        } catch (IllegalStateException unreadable) {
            LOG.atError().setCause(unreadable).log("a job in the ledger is passed over");
            return Optional.empty();
        }
    }

    static Stream<Job> readable(List<Optional<Job>> rows) {
        return rows.stream().flatMap(Optional::stream);
    }

    @Nullable
    Long priceMicros() {
        Usd price = job.order().estimate().amount();
        return price == null ? null : price.micros();
    }
}
