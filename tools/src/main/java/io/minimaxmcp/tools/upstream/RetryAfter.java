package io.minimaxmcp.tools.upstream;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The {@code Retry-After} header in both its forms: seconds, and an HTTP date. */
final class RetryAfter {
    private RetryAfter() {}

    /** How long from now, never negative; null when there is none or it makes no sense. */
    static @Nullable Duration parse(@Nullable String header, InstantSource clock) {
        if (header == null) {
            return null;
        }
        String text = header.strip();
        if (text.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        try {
            Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration wait = Duration.between(clock.instant(), until);
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeException notADate) {
            return null;
        }
    }
}
