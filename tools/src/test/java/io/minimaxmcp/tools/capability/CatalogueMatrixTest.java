package io.minimaxmcp.tools.capability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.Json;
import io.minimaxmcp.tools.sandbox.Sandbox;
import io.minimaxmcp.tools.sandbox.SandboxOptions;
import io.minimaxmcp.tools.tool.Charged;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every combination of the catalogue: what it allows is accepted by the sandbox, whose rules are written from the API reference; what it
 * does not allow is refused here, by name, and nothing is sent.
 */
class CatalogueMatrixTest {
    private static final String IMAGE = "/v1/image_generation";
    private static final String SPEECH = "/v1/t2a_v2";
    private static final String MUSIC = "/v1/music_generation";
    private static final String VIDEO = "/v1/video_generation";
    private static final List<String> MODES = List.of(
            "text_to_video",
            "first_frame",
            "last_frame",
            "first_last_frame",
            "subject_reference",
            "reference_to_video");
    private static final String PICTURE = "https://example.org/picture.png";

    /** The document itself, not the records that the capabilities read: the expectation must not come from what is tested. */
    private static final JsonNode CATALOG = document();

    private static Sandbox sandbox;
    private static Workbench bench;

    @BeforeAll
    static void open(@TempDir Path folder) {
        sandbox = Sandbox.start(SandboxOptions.defaults().withTaskTime(Duration.ZERO))
                .toCompletableFuture()
                .join();
        bench = new Workbench(folder, sandbox.host(), Workbench.Setup.USUAL.onlyLinks());
    }

    @AfterAll
    static void close() {
        bench.close();
        sandbox.close();
    }

    @Test
    void videosOfEveryModelModeResolutionAndDuration() {
        Round round = new Round("generate_video", VIDEO);
        for (JsonNode model : videoModels("v1")) {
            for (String mode : MODES) {
                for (String resolution : List.of("512P", "720P", "768P", "1080P", "2K")) {
                    for (int duration : new int[] {6, 10}) {
                        ObjectNode call = video(model.path("id").asText(), mode)
                                .put("resolution", resolution)
                                .put("duration", duration);
                        round.add(call, makes(model, mode, resolution, duration), "model", "resolution", "duration");
                    }
                }
                round.add(video(model.path("id").asText(), mode), hasMode(model, mode), "model");
            }
        }

        round.play();
    }

    @Test
    void videosOfTheSecondGeneration() {
        Round round = new Round("generate_video", "/v2/video_generation");
        for (JsonNode model : videoModels("v2")) {
            for (String mode : MODES) {
                for (String resolution : List.of("480P", "768P", "2K", "1080P")) {
                    for (int duration : new int[] {3, 4, 5, 15, 16}) {
                        ObjectNode call = video(model.path("id").asText(), mode)
                                .put("resolution", resolution)
                                .put("duration", duration);
                        round.add(call, makes(model, mode, resolution, duration), "model", "resolution", "duration");
                    }
                }
                round.add(video(model.path("id").asText(), mode), hasMode(model, mode), "model");
            }
        }

        round.play();
    }

    @Test
    void videosOfTheSecondGenerationInEveryShape() {
        Round round = new Round("generate_video", "/v2/video_generation");
        for (JsonNode model : videoModels("v2")) {
            for (String mode : List.of("text_to_video", "first_frame", "last_frame", "reference_to_video")) {
                for (String ratio : texts(model.at("/features/aspect_ratios"))) {
                    boolean isAdaptive = ratio.equals("adaptive");
                    boolean isFree = mode.equals("reference_to_video");
                    boolean shapes = isFree || (mode.equals("text_to_video") != isAdaptive);
                    round.add(
                            video(model.path("id").asText(), mode).put("aspect_ratio", ratio), shapes, "aspect_ratio");
                }
            }
        }

        round.play();
    }

    @Test
    void referencesAtTheBordersOfTheirNumbers() {
        Round round = new Round("generate_video", "/v2/video_generation");
        int[][] taken = {{9, 0, 0}, {0, 3, 0}, {1, 0, 3}, {9, 3, 0}, {6, 3, 3}};
        int[][] refused = {{10, 0, 0}, {0, 4, 0}, {1, 0, 4}, {0, 0, 1}, {9, 3, 1}};
        for (int[] counts : taken) {
            round.add(references(counts), true);
        }
        for (int[] counts : refused) {
            round.add(references(counts), false, "reference_images", "reference_videos", "reference_audios");
        }

        round.play();
    }

    @Test
    void speechOfEveryModelWithEveryEmotion() {
        Round round = new Round("generate_speech", SPEECH);
        Set<String> emotions = new TreeSet<>(List.of("neutral"));
        offered("speech").forEach(model -> emotions.addAll(texts(model.at("/features/emotions"))));
        for (JsonNode model : offered("speech")) {
            for (String emotion : emotions) {
                String sent = emotion.equals("neutral") ? "calm" : emotion;
                boolean speaks = texts(model.at("/features/emotions")).contains(sent);
                round.add(speech(model.path("id").asText()).put("emotion", emotion), speaks, "emotion");
            }
        }

        round.play();
    }

    @Test
    void speechInEveryFormatSampleRateAndBitrate() {
        Round round = new Round("generate_speech", SPEECH);
        JsonNode model = model("speech-2.8-hd");
        List<Integer> rates = List.of(8000, 12000, 16000, 22050, 24000, 32000, 44100, 48000);
        for (String format : texts(model.at("/features/formats"))) {
            boolean opus = format.equals("opus");
            Set<Integer> allowed = numbers(model.at(opus ? "/features/opus_sample_rates" : "/features/sample_rates"));
            for (int rate : rates) {
                ObjectNode call =
                        speech("speech-2.8-hd").put("output_format", format).put("sample_rate", rate);
                round.add(call, allowed.contains(rate), "sample_rate");
                for (int bitrate : numbers(model.at("/features/bitrates"))) {
                    round.add(
                            call.deepCopy().put("bitrate", bitrate),
                            allowed.contains(rate) && format.equals("mp3"),
                            "sample_rate",
                            "bitrate");
                }
            }
        }

        round.play();
    }

    @Test
    void speechOfEveryModelInEveryLanguageAndFormat() {
        Round round = new Round("generate_speech", SPEECH);
        for (JsonNode model : offered("speech")) {
            String id = model.path("id").asText();
            for (String format : texts(model.at("/features/formats"))) {
                round.add(speech(id).put("output_format", format), true);
            }
            for (String language : List.of("English", "Chinese,Yue", "Persian", "Filipino", "Tamil", "auto")) {
                boolean spoken =
                        !texts(model.at("/features/languages_excluded")).contains(language);
                round.add(speech(id).put("language", language), spoken, "language");
            }
        }
        round.add(speech("speech-2.8-hd").put("language", "Klingon"), false, "language");

        round.play();
    }

    @Test
    void speechAtTheBordersOfItsNumbers() {
        Round round = new Round("generate_speech", SPEECH);
        Map.of("rate", List.of("0.5", "2"), "volume", List.of("0.01", "10"), "pitch", List.of("-12", "12"))
                .forEach((name, borders) ->
                        borders.forEach(value -> round.add(with(speech("speech-2.8-hd"), name, value), true)));
        Map.of("rate", List.of("0.49", "2.01"), "volume", List.of("0", "10.1"), "pitch", List.of("-13", "13", "0.5"))
                .forEach((name, outside) ->
                        outside.forEach(value -> round.add(with(speech("speech-2.8-hd"), name, value), false, name)));

        round.play();
    }

    @Test
    void imagesOfEveryModelInEveryRatio() {
        Round round = new Round("generate_image", IMAGE);
        Set<String> ratios = new TreeSet<>(List.of("5:4"));
        offered("image").forEach(model -> ratios.addAll(texts(model.at("/features/aspect_ratios"))));
        for (JsonNode model : offered("image")) {
            for (String ratio : ratios) {
                boolean offered = texts(model.at("/features/aspect_ratios")).contains(ratio);
                ObjectNode call = image(model.path("id").asText()).put("aspect_ratio", ratio);
                round.add(call, offered, "aspect_ratio");
                round.add(withPerson(call.deepCopy()), offered, "aspect_ratio");
            }
        }

        round.play();
    }

    @Test
    void imagesAtTheBordersOfSizeAndNumber() {
        Round round = new Round("generate_image", IMAGE);
        for (JsonNode model : offered("image")) {
            boolean sized = model.at("/features/custom_size").asBoolean();
            for (int[] size : new int[][] {{512, 512}, {2048, 2048}, {512, 2048}, {1024, 1032}}) {
                round.add(sized(model, size[0], size[1]), sized, "width", "height");
            }
            for (int[] size : new int[][] {{504, 512}, {2056, 1024}, {1023, 1024}, {512, 0}, {1024, 1025}}) {
                round.add(sized(model, size[0], size[1]), false, "width", "height");
            }
            round.add(sized(model, 512, 512).put("aspect_ratio", "1:1"), false, "aspect_ratio", "width");
        }
        IntStream.rangeClosed(-1, 11).forEach(n -> round.add(image("image-01").put("n", n), n >= 1 && n <= 9, "n"));

        round.play();
    }

    @Test
    void songsAndInstrumentalsOfEveryModelFormatSampleRateAndBitrate() {
        Round round = new Round("generate_music", MUSIC);
        for (JsonNode model : offered("music")) {
            String id = model.path("id").asText();
            if (!hasMode(model, "song")) {
                continue;
            }
            round.add(instrumental(id), hasMode(model, "instrumental"), "model");
            round.add(song(id, "pcm", 16000, null), true);
            for (String format : texts(model.at("/features/formats"))) {
                round.add(song(id, format, 48000, null), false, "audio_setting.sample_rate");
                if (!format.equals("mp3")) {
                    round.add(song(id, format, 44100, 64000), false, "audio_setting.bitrate");
                }
            }
        }
        JsonNode newest = model("music-3.0");
        numbers(newest.at("/features/bitrates"))
                .forEach(bitrate -> round.add(song("music-3.0", "mp3", 16000, bitrate), true));
        texts(newest.at("/features/formats"))
                .forEach(format -> numbers(newest.at("/features/sample_rates"))
                        .forEach(rate -> round.add(song("music-3.0", format, rate, null), true)));

        round.play();
    }

    @Test
    void textsAtTheBordersOfTheirLengths() {
        new Round("generate_image", IMAGE)
                .add(object("prompt", "x".repeat(1500)), true)
                .add(object("prompt", "x".repeat(1501)), false, "prompt")
                .add(object("prompt", ""), false, "prompt")
                .play();
        new Round("generate_video", VIDEO)
                .add(object("prompt", "x".repeat(2000)).put("model", "MiniMax-Hailuo-2.3"), true)
                .add(object("prompt", "x".repeat(2001)).put("model", "MiniMax-Hailuo-2.3"), false, "prompt")
                .play();
        new Round("generate_video", "/v2/video_generation")
                .add(object("prompt", "x".repeat(7000)), true)
                .add(object("prompt", "x".repeat(7001)), false, "prompt")
                .play();
        new Round("generate_speech", SPEECH)
                .add(quick(object("text", "x".repeat(9_999))), true)
                .add(object("text", ""), false, "text")
                .play();
        new Round("generate_speech", "/v1/t2a_async_v2")
                .add(quick(object("text", "x".repeat(10_000))), true)
                .add(quick(object("text", "x".repeat(50_000))), true)
                .add(object("text", "x".repeat(1_000_000)), false, "text")
                .play();
        new Round("generate_music", MUSIC)
                .add(object("lyrics", "x".repeat(3500)), true)
                .add(object("lyrics", "x".repeat(3501)), false, "lyrics")
                .play();
    }

    /** Many calls of one tool, each with what is to become of it. */
    private static final class Round {
        private static final AtomicInteger numbers = new AtomicInteger();
        private final String tool;
        private final String path;
        private final List<ObjectNode> allowed = new ArrayList<>();
        private final List<Map.Entry<ObjectNode, Set<String>>> forbidden = new ArrayList<>();

        Round(String tool, String path) {
            this.tool = tool;
            this.path = path;
        }

        /**
         * @param fields the arguments of which one is to be named when the call is refused
         */
        Round add(JsonNode call, boolean isAllowed, String... fields) {
            if (isAllowed) {
                allowed.add((ObjectNode) call);
            } else {
                forbidden.add(Map.entry((ObjectNode) call, Set.of(fields)));
            }
            return this;
        }

        void play() {
            assertThat(allowed).isNotEmpty();
            for (ObjectNode call : allowed) {
                long taken = sandbox.taken(path);
                // The same request in other words would find the first job.
                call.put("request_id", tool + numbers.incrementAndGet());
                bench.call(tool, call, Workbench.patient());
                assertThat(sandbox.taken(path) - taken).as(call.toString()).isEqualTo(1);
            }
            int before = sandbox.requests().entries().size();
            forbidden.forEach(entry -> refuse(entry.getKey(), entry.getValue()));
            assertThat(sandbox.requests().entries()).as("nothing was sent").hasSize(before);
        }

        private void refuse(ObjectNode call, Set<String> fields) {
            Failure failure = bench.failure(tool, call, Workbench.patient());

            assertThat(failure.kind()).as(call.toString()).isEqualTo(ErrorKind.INVALID_INPUT);
            assertThat(failure.charged()).isEqualTo(Charged.NO);
            assertThat(fields)
                    .as(call + " was refused with: " + failure.message())
                    .contains(failure.field());
            assertThat(failure.message()).contains(String.valueOf(failure.field()));
            assertThat(failure.nextStep()).isNotBlank();
            assertThat((failure.message() + failure.nextStep()).getBytes(StandardCharsets.UTF_8))
                    .hasSizeLessThan(960);
        }
    }

    private static JsonNode document() {
        try {
            return Json.MAPPER.readTree(Files.readString(Path.of("../schemas/catalog/models.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JsonNode> offered(String capability) {
        return StreamSupport.stream(CATALOG.path("models").spliterator(), false)
                .filter(model -> model.path("capability").asText().equals(capability))
                .filter(model -> model.path("offered").asBoolean())
                .toList();
    }

    private static JsonNode model(String id) {
        return StreamSupport.stream(CATALOG.path("models").spliterator(), false)
                .filter(model -> model.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static @Nullable JsonNode mode(JsonNode model, String name) {
        return StreamSupport.stream(model.path("modes").spliterator(), false)
                .filter(mode -> mode.path("mode").asText().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static boolean hasMode(JsonNode model, String name) {
        return mode(model, name) != null;
    }

    private static boolean makes(JsonNode model, String name, String resolution, int duration) {
        JsonNode mode = mode(model, name);
        return mode != null
                && StreamSupport.stream(mode.path("combinations").spliterator(), false)
                        .filter(row -> row.path("resolution").asText().equals(resolution))
                        .anyMatch(row -> numbers(row.path("durations")).contains(duration));
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static Set<Integer> numbers(JsonNode array) {
        Set<Integer> numbers = new TreeSet<>();
        array.forEach(number -> numbers.add(number.asInt()));
        return numbers;
    }

    private static ObjectNode object(String name, String value) {
        return Json.MAPPER.createObjectNode().put(name, value);
    }

    private static ObjectNode with(ObjectNode call, String name, String number) {
        return call.put(name, new BigDecimal(number));
    }

    private static ObjectNode image(String model) {
        return object("prompt", "a pear").put("model", model);
    }

    private static ObjectNode sized(JsonNode model, int width, int height) {
        return image(model.path("id").asText()).put("width", width).put("height", height);
    }

    private static ObjectNode withPerson(ObjectNode call) {
        call.putArray("subject_reference").addObject().put("image_file", PICTURE);
        return call;
    }

    private static ObjectNode speech(String model) {
        return object("text", "Hello.").put("model", model);
    }

    /** What the sandbox makes fastest. */
    private static ObjectNode quick(ObjectNode speech) {
        return speech.put("output_format", "pcmu_raw").put("sample_rate", 8000).put("rate", 2);
    }

    private static ObjectNode instrumental(String model) {
        return object("prompt", "slow piano").put("model", model).put("instrumental", true);
    }

    private static ObjectNode song(String model, String format, int rate, @Nullable Integer bitrate) {
        ObjectNode song = object("lyrics", "[Verse]\nOver the sea").put("model", model);
        ObjectNode audio = song.putObject("audio_setting").put("format", format).put("sample_rate", rate);
        if (bitrate != null) {
            audio.put("bitrate", bitrate);
        }
        return song;
    }

    private static List<JsonNode> videoModels(String api) {
        return offered("video").stream()
                .filter(model -> model.path("api").asText().equals(api))
                .toList();
    }

    private static ObjectNode references(int[] counts) {
        ObjectNode video = object("prompt", "A cat turns.");
        List<String> fields = List.of("reference_images", "reference_videos", "reference_audios");
        for (int kind = 0; kind < counts.length; kind++) {
            for (int count = 0; count < counts[kind]; count++) {
                video.withArray(fields.get(kind)).add(PICTURE);
            }
        }
        return video;
    }

    private static ObjectNode video(String model, String mode) {
        ObjectNode video = object("prompt", "A cat turns.").put("model", model);
        switch (mode) {
            case "first_frame" -> video.put("first_frame_image", PICTURE);
            case "last_frame" -> video.put("last_frame_image", PICTURE);
            case "reference_to_video" -> video.putArray("reference_images").add(PICTURE);
            case "first_last_frame" -> video.put("first_frame_image", PICTURE).put("last_frame_image", PICTURE);
            case "subject_reference" ->
                video.putArray("subject_reference")
                        .addObject()
                        .putArray("image")
                        .add(PICTURE);
            default -> {}
        }
        return video;
    }
}
