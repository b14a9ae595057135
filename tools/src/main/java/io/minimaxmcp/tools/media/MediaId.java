package io.minimaxmcp.tools.media;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which result of which job.
 *
 * @param number from 1
 */
public record MediaId(String jobId, int number) {
    /** What the URIs of media begin with. */
    public static final String URI_PREFIX = "minimax://media/";

    private static final Pattern JOB = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern TEXT = Pattern.compile("([A-Za-z0-9_-]{1,64})-([1-9][0-9]{0,3})");

    public MediaId {
        if (!JOB.matcher(jobId).matches() || number < 1) {
            throw new IllegalArgumentException("not a media id: " + jobId + "-" + number);
        }
    }

    /** Reads {@code <job id>-<number>}. */
    public static Optional<MediaId> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new MediaId(matcher.group(1), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    /** Reads {@code minimax://media/<job id>-<number>}. */
    public static Optional<MediaId> ofUri(String uri) {
        return uri.startsWith(URI_PREFIX) ? parse(uri.substring(URI_PREFIX.length())) : Optional.empty();
    }

    public String uri() {
        return URI_PREFIX + this;
    }

    /** {@code <job id>-<number>}, as in URIs and file names. */
    @Override
    public String toString() {
        return jobId + "-" + number;
    }
}
