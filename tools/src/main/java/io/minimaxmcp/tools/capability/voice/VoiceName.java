package io.minimaxmcp.tools.capability.voice;

import io.minimaxmcp.tools.tool.Refusal;
import java.util.regex.Pattern;

/** The rule for ids of cloned voices (MiniMax API reference, voice_clone). */
final class VoiceName {
    private static final Pattern RULE = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{6,254}[A-Za-z0-9]");

    private VoiceName() {}

    static String checked(String name) {
        if (!RULE.matcher(name).matches()) {
            throw Refusal.of(
                    "name",
                    name,
                    "is not a voice id: 8 to 256 letters, digits, - or _, beginning with a letter, not ending with - or _.",
                    "Call again with name '" + suggestion(name) + "'.");
        }
        return name;
    }

    private static String suggestion(String name) {
        String plain = name.strip().replaceAll("[^A-Za-z0-9_-]+", "_").replaceAll("^[^A-Za-z]+|[-_]+$", "");
        String named = plain.length() >= 8 ? plain : "voice_" + plain;
        String padded = named.length() >= 8 ? named : named + "01";
        return padded.substring(0, Math.min(256, padded.length()));
    }
}
