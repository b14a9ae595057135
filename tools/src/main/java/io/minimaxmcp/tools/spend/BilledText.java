package io.minimaxmcp.tools.spend;

import io.minimaxmcp.schemas.Usd;
import java.math.BigDecimal;

/**
 * A text in the characters that MiniMax bills: a Chinese one counts twice.
 *
 * @param chinese how many of them are there because a character is Chinese
 */
public record BilledText(int characters, int chinese) {
    private static final int FIRST_CHINESE = 0x2e80;

    public static BilledText of(String text) {
        int chinese = (int) text.codePoints().filter(BilledText::isChinese).count();
        return new BilledText(text.codePointCount(0, text.length()) + chinese, chinese);
    }

    private static boolean isChinese(int point) {
        return point >= FIRST_CHINESE && Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN;
    }

    Usd price(Usd perMillion) {
        return Usd.of(
                perMillion.dollars().multiply(BigDecimal.valueOf(characters)).movePointLeft(6));
    }

    @Override
    public String toString() {
        return characters + " characters" + (chinese == 0 ? "" : " (Chinese ones count twice)");
    }
}
