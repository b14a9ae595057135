package io.minimaxmcp.tools.media;

import io.minimaxmcp.tools.tool.Refusal;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells a text for people from one for programs, whose markup would be read aloud and paid for. */
final class PlainText {
    private static final Pattern PAGE = Pattern.compile("<(!doctype|html|head|body|\\?xml)\\b");
    private static final Pattern SUBTITLES =
            Pattern.compile("webvtt\\b|(\\d+\\s+)?(\\d+:)?\\d\\d:\\d\\d[,.]\\d\\d\\d\\s+-->");

    private static final int HEAD = 200;

    private PlainText() {}

    static String checked(String text, String field) {
        String head = text.stripLeading();
        String start = head.substring(0, Math.min(HEAD, head.length())).toLowerCase(Locale.ROOT);
        if (PAGE.matcher(start).lookingAt()) {
            throw marked(field, "is a web page, whose markup would be read aloud");
        }
        if (SUBTITLES.matcher(start).lookingAt()) {
            throw marked(field, "is subtitles, whose numbers and times would be read aloud");
        }
        return text;
    }

    private static RuntimeException marked(String field, String problem) {
        return Refusal.of(field, null, problem, "Give plain text or Markdown: only the words to speak.");
    }
}
