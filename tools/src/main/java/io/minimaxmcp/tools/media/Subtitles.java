package io.minimaxmcp.tools.media;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.schemas.Json;
import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is said when: as MiniMax tells it, a JSON list of sentences, and as players read it, SubRip or WebVTT. */
record Subtitles(List<Cue> cues) {
    static final List<String> EXTENSIONS = List.of("srt", "vtt");

    /** Two lines of a length that can be read in passing. */
    private static final int LINE = 42;

    private static final int MOST = 2 * LINE;

    Subtitles {
        cues = List.copyOf(cues);
    }

    /** One text on the screen. */
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
        List<String> texts = broken(sentence.text(), MOST);
        double perLetter =
                (double) (sentence.toMs() - sentence.fromMs()) / sentence.text().length();
        List<Cue> cues = new ArrayList<>();
        double from = sentence.fromMs();
        for (int i = 0; i < texts.size(); i++) {
            boolean isLast = i == texts.size() - 1;
            double to =
                    isLast ? sentence.toMs() : from + perLetter * texts.get(i).length();
            cues.add(new Cue(Math.round(from), Math.round(to), texts.get(i).strip()));
            from = to;
        }
        return cues;
    }

    /** The text in pieces of at most so many letters, broken where a line may be broken in its language. */
    private static List<String> broken(String text, int most) {
        BreakIterator places = BreakIterator.getLineInstance(Locale.ROOT);
        places.setText(text);
        List<String> pieces = new ArrayList<>();
        int from = 0;
        while (text.length() - from > most) {
            int place = places.preceding(from + most + 1);
            int to = place > from ? place : from + most;
            pieces.add(text.substring(from, to));
            from = to;
        }
        pieces.add(text.substring(from));
        return pieces;
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
                    .append(lines(web ? escaped(cue.text()) : cue.text()))
                    .append("\n\n");
        }
        return file.toString();
    }

    private static String lines(String text) {
        return String.join(
                "\n",
                broken(text.replaceAll("\\s+", " "), LINE).stream()
                        .map(String::strip)
                        .toList());
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
