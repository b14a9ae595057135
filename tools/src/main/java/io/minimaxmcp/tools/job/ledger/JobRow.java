package io.minimaxmcp.tools.job.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.minimaxmcp.schemas.Json;
import io.minimaxmcp.schemas.Usd;
import io.minimaxmcp.tools.job.Job;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** How a job stands in its row. */
final class JobRow {
    private JobRow() {}

    /** Reads the column {@code body}. */
    static Job read(ResultSet row) throws SQLException {
        try {
            return Json.MAPPER.readValue(row.getString("body"), Job.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a job in the ledger cannot be read", e);
        }
    }

    static String body(Job job) {
        try {
            return Json.MAPPER.writeValueAsString(job);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("job " + job.id() + " cannot be written", e);
        }
    }

    static @Nullable Long priceMicros(Job job) {
        Usd price = job.order().estimate().amount();
        return price == null ? null : price.micros();
    }

    static @Nullable Long finishedAt(Job job) {
        return job.stage().isFinal() ? job.updatedAt().toEpochMilli() : null;
    }

    /** The day whose budget pays for what happens then. */
    static long spendDay(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC).toEpochDay();
    }

    static Job withVersion(Job job, int version) {
        return new Job(
                job.id(),
                version,
                job.tenant(),
                job.requestId(),
                job.fingerprint(),
                job.order(),
                job.stage(),
                job.createdAt(),
                job.updatedAt(),
                job.sandbox(),
                job.taskId(),
                job.traceId(),
                job.upstreamState(),
                job.outputs(),
                job.artifacts(),
                job.voice(),
                job.failure());
    }
}
