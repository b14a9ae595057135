package io.minimaxmcp.tools.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rule for a medium inside a JSON body: a public URL, or a data URI whose bytes are what they claim to be. URLs are
 * never fetched; the sandbox leaves the machine alone.
 *
 * @param kind {@code image}, {@code audio} or {@code video}
 * @param filesToo also takes {@code mm_file://} and the id of an uploaded file
 * @param sides checks a picture's width and height: what is wrong, or null
 */
record MediaReference(
        String kind,
        List<MediaType> types,
        long maxBytes,
        boolean filesToo,
        Function<PictureSize, @Nullable String> sides) {
    static final String FILE_SCHEME = "mm_file://";

    private static final Pattern URL = Pattern.compile("https?://[^\\s/]+(/\\S*)?");
    private static final Pattern FILE = Pattern.compile(FILE_SCHEME + "\\d{1,18}");
    private static final Pattern DATA = Pattern.compile("data:(\\w+)/([\\w.+-]+);base64,");

    static MediaReference image(long maxBytes, MediaType... types) {
        return new MediaReference("image", List.of(types), maxBytes, false, size -> null);
    }

    static MediaReference audio(long maxBytes, MediaType... types) {
        return new MediaReference("audio", List.of(types), maxBytes, false, size -> null);
    }

    static MediaReference video(long maxBytes, MediaType... types) {
        return new MediaReference("video", List.of(types), maxBytes, false, size -> null);
    }

    MediaReference withSides(Function<PictureSize, @Nullable String> rule) {
        return new MediaReference(kind, types, maxBytes, filesToo, rule);
    }

    MediaReference orFile() {
        return new MediaReference(kind, types, maxBytes, true, sides);
    }

    /** The bytes of a data URI that was found to be one; empty for what is elsewhere. */
    static Optional<byte[]> inside(String url) {
        return url.startsWith("data:")
                ? Optional.of(Base64.getDecoder().decode(url.substring(url.indexOf(',') + 1)))
                : Optional.empty();
    }

    @Nullable
    String complaint(JsonNode value) {
        String text = value.asText();
        if (text.startsWith("data:")) {
            return complaintAboutData(text);
        }
        boolean linked =
                URL.matcher(text).matches() || (filesToo && FILE.matcher(text).matches());
        return linked ? null : "must be a public URL or a base64 data URI";
    }

    private @Nullable String complaintAboutData(String text) {
        Matcher head = DATA.matcher(text);
        if (!head.lookingAt() || !head.group(1).equals(kind)) {
            return "must be a data URI of the form data:" + kind + "/<format>;base64,<data>";
        }
        if (!head.group(2).equals(head.group(2).toLowerCase(Locale.ROOT))) {
            return "must name its format in lower case";
        }
        try {
            return complaintAboutBytes(Base64.getDecoder().decode(text.substring(head.end())));
        } catch (IllegalArgumentException e) {
            return "is not valid base64";
        }
    }

    @Nullable
    String complaintAboutBytes(byte[] bytes) {
        if (bytes.length > maxBytes) {
            return "must not be larger than " + maxBytes + " bytes, not " + bytes.length;
        }
        MediaType type = MediaType.of(bytes).orElse(null);
        if (type == null || !types.contains(type)) {
            return "must be " + types + (type == null ? "" : ", not " + type);
        }
        return PictureSize.of(bytes, type).map(sides).orElse(null);
    }
}
