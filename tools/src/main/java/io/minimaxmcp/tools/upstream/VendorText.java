package io.minimaxmcp.tools.upstream;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** MiniMax's own words, made safe to hand on: one short line without markup, control characters or anything that looks like a key. */
final class VendorText {
    private static final int LONGEST = 200;
    /** Far more than is kept, so that hostile megabytes are not searched. */
    private static final int LONGEST_READ = 4_000;

    private static final Pattern MARKUP = Pattern.compile("<[^>]{0,1000}>");
    private static final Pattern KEY = Pattern.compile("\\b(sk-|eyJ|Bearer\\s+)[\\w.~+/=-]{6,}");
    private static final Pattern SIGNED = Pattern.compile("(https?://[^\\s?\"']{1,300})\\?\\S+");
    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Cntrl}\\p{Cf}]+");

    private VendorText() {}

    static @Nullable String clean(@Nullable String said) {
        if (said == null) {
            return null;
        }
        String text = said.length() > LONGEST_READ ? said.substring(0, LONGEST_READ) : said;
        text = MARKUP.matcher(text).replaceAll(" ");
        text = KEY.matcher(text).replaceAll("[key]");
        text = SIGNED.matcher(text).replaceAll("$1");
        text = BLANK.matcher(text).replaceAll(" ").strip();
        if (text.length() > LONGEST) {
            int end = Character.isHighSurrogate(text.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
            text = text.substring(0, end) + "…";
        }
        return text.isEmpty() ? null : text;
    }
}
