package io.minimaxmcp.tools.media;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.schemas.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is said when: as MiniMax tells it, a JSON list of sentences, and as players read it, SubRip or WebVTT. */
record Subtitles(List<Cue> cues) {
    static final List<String> EXTENSIONS = List.of("srt", "vtt");

    /** Silence that the text of speech asks for; it is heard, not read. */
    private static final Pattern PAUSE = Pattern.compile("<#[0-9.]+#>");

    Subtitles {
        cues = List.copyOf(cues);
    }

    /** One text on the screen, of one line or two. */
    record Cue(long fromMs, long toMs, String text) {}

    static boolean isSubtitle(String extension) {
        return EXTENSIONS.contains(extension);
    }

    /** Reads MiniMax's list; empty for anything else. */
    static Optional<Subtitles> parse(byte[] json) {
        JsonNode list;
        try {
            list = Json.MAPPER.readTree(json);
        } catch (IOException notJson) {
            return Optional.empty();
        }
        if (list == null || !list.isArray() || list.isEmpty()) {
            return Optional.empty();
        }
        List<Cue> cues = new ArrayList<>();
        for (JsonNode line : list) {
            if (!line.has("time_begin") || !line.has("time_end")) {
                return Optional.empty();
            }
            long from = Math.round(line.path("time_begin").asDouble());
            long to = Math.round(line.path("time_end").asDouble());
            String text = line.path("text").asText("").strip();
            if (!text.isEmpty() && to > from) {
                cues.addAll(parts(new Cue(from, to, text)));
            }
        }
        return Optional.of(new Subtitles(cues));
    }

    /** A long sentence as several cues, each with its share of the time. */
    static List<Cue> parts(Cue sentence) {
        List<String> texts = CueLayout.of(PAUSE.matcher(sentence.text()).replaceAll(" "));
        long whole = texts.stream().mapToLong(CueLayout::weight).sum();
        long length = sentence.toMs() - sentence.fromMs();
        List<Cue> cues = new ArrayList<>();
        long from = sentence.fromMs();
        long said = 0;
        for (String text : texts) {
            said += CueLayout.weight(text);
            long to = sentence.fromMs() + length * said / whole;
            cues.add(new Cue(from, to, text));
            from = to;
        }
        return cues;
    }

    /** The file's text. */
    String as(String extension) {
        boolean web = extension.equals("vtt");
        StringBuilder file = new StringBuilder(web ? "WEBVTT\n\n" : "");
        for (int i = 0; i < cues.size(); i++) {
            Cue cue = cues.get(i);
            file.append(web ? "" : i + 1 + "\n")
                    .append(stamp(cue.fromMs(), web ? '.' : ','))
                    .append(" --> ")
                    .append(stamp(cue.toMs(), web ? '.' : ','))
                    .append('\n')
                    .append(web ? escaped(cue.text()) : cue.text())
                    .append("\n\n");
        }
        return file.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String stamp(long millis, char point) {
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d%c%03d",
                millis / 3_600_000,
                millis / 60_000 % 60,
                millis / 1000 % 60,
                point,
                millis % 1000);
    }
}
