package io.minimaxmcp.tools.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the speech endpoints say about a text: its pause marks, its invisible characters, its price in characters. */
final class SpokenText {
    private static final Pattern PAUSE = Pattern.compile("<#([^#]*)#>");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,2}(\\.\\d{1,2})?");
    private static final Pattern CONSECUTIVE = Pattern.compile("#>\\s*<#");
    private static final Pattern PARAGRAPH = Pattern.compile("(?<=\n)(?=\\S)");
    private static final Pattern AT_AN_END = Pattern.compile("^\\s*<#|#>\\s*$");

    private SpokenText() {}

    static @Nullable String complaint(JsonNode value) {
        String text = Faults.withoutMarkers(value.asText());
        if (text.codePoints().filter(SpokenText::isInvisible).count() * 10
                > text.codePoints().count()) {
            throw Refusal.of(1042);
        }
        Matcher pauses = PAUSE.matcher(text);
        boolean any = false;
        while (pauses.find()) {
            any = true;
            String seconds = pauses.group(1);
            if (!SECONDS.matcher(seconds).matches() || Double.parseDouble(seconds) < 0.01) {
                return "has a pause of '" + seconds + "' s; a pause lasts 0.01 to 99.99 s";
            }
        }
        boolean misplaced = any
                && (CONSECUTIVE.matcher(text).find() || AT_AN_END.matcher(text).find());
        return misplaced ? "has a pause that is not between words to speak" : null;
    }

    /** Characters as they are billed: Chinese ones count twice. */
    static int billedCharacters(String text) {
        return text.codePoints()
                .map(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN ? 2 : 1)
                .sum();
    }

    /** The text in whole, sentence by sentence; a new line begins one. */
    static List<String> sentences(String text) {
        BreakIterator places = BreakIterator.getSentenceInstance(Locale.ROOT);
        places.setText(text);
        List<String> sentences = new ArrayList<>();
        int from = places.first();
        for (int to = places.next(); to != BreakIterator.DONE; to = places.next()) {
            sentences.addAll(List.of(PARAGRAPH.split(text.substring(from, to), -1)));
            from = to;
        }
        return sentences;
    }

    private static boolean isInvisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL -> point != '\n' && point != '\r' && point != '\t';
            case Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE, Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
