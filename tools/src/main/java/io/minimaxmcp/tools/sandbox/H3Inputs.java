package io.minimaxmcp.tools.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the media of a request, because they are inside it or were uploaded before. What is behind a link stays unknown: the
 * sandbox fetches nothing.
 *
 * @param videoSeconds of all films together
 * @param audioSeconds of all sounds together
 * @param ratio how much wider than high the first picture or film is; null where none can be seen
 */
record H3Inputs(
        int images,
        double videoSeconds,
        double audioSeconds,
        @Nullable Double ratio) {
    private static final double MOST_SECONDS = 15;
    private static final Set<String> USABLE = Set.of("video_generation_input", "video_generation");

    /** One of them. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares inputs
    private record Input(String kind, String role, byte[] bytes) {

        @Nullable
        String complaint() {
            return switch (role) {
                case "base_video" -> FilmFacts.of(bytes).complaintAsBase();
                case "reference_video" -> FilmFacts.of(bytes).complaint();
                case "reference_audio" -> soundComplaint(SoundLength.seconds(bytes));
                default -> size().map(PictureSize::complaint).orElse(null);
            };
        }

        double seconds() {
            return kind.equals("image") ? 0 : SoundLength.seconds(bytes);
        }

        Optional<PictureSize> size() {
            return switch (kind) {
                case "video" -> Optional.of(FilmFacts.of(bytes).size());
                case "image" -> PictureSize.of(bytes);
                default -> Optional.empty();
            };
        }
    }

    static @Nullable String soundComplaint(double seconds) {
        return seconds < 2 || seconds > MOST_SECONDS ? "must last 2 to 15 s, not " + seconds : null;
    }

    /**
     * Refuses what MiniMax's rules on lengths, sizes and files do not allow.
     *
     * @param files gives the file of an id
     */
    static H3Inputs of(H3Content content, Function<String, Files.Stored> files) {
        List<Input> inputs = new ArrayList<>();
        for (JsonNode item : content.items()) {
            String kind = H3Content.kind(item);
            String url = item.path(kind + "_url").path("url").asText();
            bytes(kind, url, files).ifPresent(bytes -> inputs.add(new Input(kind, content.role(item), bytes)));
        }
        inputs.stream().map(Input::complaint).forEach(H3Inputs::refuse);
        H3Inputs known =
                new H3Inputs((int) content.images(), seconds(inputs, "video"), seconds(inputs, "audio"), ratio(inputs));
        boolean isLong = known.videoSeconds() > MOST_SECONDS || known.audioSeconds() > MOST_SECONDS;
        refuse(isLong && content.count("base_video") == 0 ? "must last 15 s at most together, of a kind" : null);
        return known;
    }

    private static double seconds(List<Input> inputs, String kind) {
        return inputs.stream()
                .filter(input -> input.kind().equals(kind))
                .mapToDouble(Input::seconds)
                .sum();
    }

    private static @Nullable Double ratio(List<Input> inputs) {
        return inputs.stream()
                .map(Input::size)
                .flatMap(Optional::stream)
                .findFirst()
                .map(PictureSize::ratio)
                .orElse(null);
    }

    private static void refuse(@Nullable String complaint) {
        if (complaint != null) {
            throw Refusal.invalid("content " + complaint);
        }
    }

    private static Optional<byte[]> bytes(String kind, String url, Function<String, Files.Stored> files) {
        if (!url.startsWith(MediaReference.FILE_SCHEME)) {
            return MediaReference.inside(url);
        }
        Files.Stored file = files.apply(url.substring(MediaReference.FILE_SCHEME.length()));
        if (!USABLE.contains(file.purpose())) {
            throw Refusal.invalid("a file of purpose " + file.purpose() + " is no input of videos");
        }
        byte[] bytes = file.uploaded();
        if (!MediaType.of(bytes).map(MediaType::kind).filter(kind::equals).isPresent()) {
            throw Refusal.invalid("file " + file.id() + " is no " + kind);
        }
        return Optional.of(bytes);
    }
}
