package io.minimaxmcp.tools.media;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which file extensions go with which types. */
final class MediaTypes {
    /** The first extension of each is the one that is used. */
    private static final Map<String, List<String>> EXTENSIONS = Map.ofEntries(
            Map.entry("image/jpeg", List.of("jpeg", "jpg")),
            Map.entry("image/png", List.of("png")),
            Map.entry("image/webp", List.of("webp")),
            Map.entry("image/gif", List.of("gif")),
            Map.entry("image/heic", List.of("heic")),
            Map.entry("image/heif", List.of("heif")),
            Map.entry("video/mp4", List.of("mp4", "m4v")),
            Map.entry("video/quicktime", List.of("mov")),
            Map.entry("audio/mpeg", List.of("mp3")),
            Map.entry("audio/wav", List.of("wav")),
            Map.entry("audio/flac", List.of("flac")),
            Map.entry("audio/mp4", List.of("m4a")),
            Map.entry("audio/aac", List.of("aac")),
            Map.entry("audio/ogg", List.of("ogg", "opus", "oga")),
            Map.entry("audio/pcm", List.of("pcm")),
            Map.entry("audio/basic", List.of("pcmu", "pcmu_raw")),
            Map.entry("text/plain", List.of("txt")),
            Map.entry("application/x-subrip", List.of("srt")),
            Map.entry("text/vtt", List.of("vtt")),
            Map.entry("application/x-tar", List.of("tar")));

    private static final Set<String> TEXTS = Set.of("txt", "srt", "vtt");

    /** Samples without a header: nothing in the bytes tells what they are. */
    private static final Set<String> HEADERLESS = Set.of("pcm", "pcmu", "pcmu_raw");

    private static final Map<String, String> TYPES = EXTENSIONS.entrySet().stream()
            .flatMap(entry -> entry.getValue().stream().map(extension -> Map.entry(extension, entry.getKey())))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private MediaTypes() {}

    static Optional<String> ofExtension(String extension) {
        return Optional.ofNullable(TYPES.get(extension.toLowerCase(Locale.ROOT)));
    }

    static boolean isHeaderless(String extension) {
        return HEADERLESS.contains(extension.toLowerCase(Locale.ROOT));
    }

    static boolean isText(String extension) {
        return TEXTS.contains(extension.toLowerCase(Locale.ROOT));
    }

    /** The wished extension where it fits the type, else the type's own. */
    static String extension(String mimeType, String wished) {
        List<String> fitting = EXTENSIONS.getOrDefault(mimeType, List.of("bin"));
        String lower = wished.toLowerCase(Locale.ROOT);
        return fitting.contains(lower) ? lower : fitting.get(0);
    }
}
