package io.minimaxmcp.tools.preflight;

import io.minimaxmcp.tools.tool.Refusal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Pauses in speech, {@code <#1.5#>}: 0.01 to 99.99 seconds, at most two decimals, between words, never two in a row (MiniMax API
 * reference, T2A).
 */
public final class PauseMarks {
    private static final Pattern MARK = Pattern.compile("<#([^#<>]*)#>");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,2}(\\.\\d{1,2})?");

    private PauseMarks() {}

    public static void check(String text) {
        Matcher mark = MARK.matcher(text);
        int spokenFrom = 0;
        boolean any = false;
        while (mark.find()) {
            any = true;
            checkLength(mark.group(), mark.group(1));
            if (text.substring(spokenFrom, mark.start()).isBlank()) {
                throw misplaced(mark.group());
            }
            spokenFrom = mark.end();
        }
        if (any && text.substring(spokenFrom).isBlank()) {
            throw misplaced("at the end");
        }
    }

    private static void checkLength(String mark, String seconds) {
        if (!SECONDS.matcher(seconds).matches() || Double.parseDouble(seconds) < 0.01) {
            throw Refusal.of(
                    "text",
                    mark,
                    "is not a pause: it takes 0.01 to 99.99 seconds with at most two decimals.",
                    "Write for example <#1.5#>.");
        }
    }

    private static RuntimeException misplaced(String mark) {
        return Refusal.of(
                "text",
                mark,
                "is a pause without words on both sides; MiniMax takes none at the start, at the end, or two in a row.",
                "Put words between pauses, or make one longer pause.");
    }
}
