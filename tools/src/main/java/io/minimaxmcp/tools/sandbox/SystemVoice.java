package io.minimaxmcp.tools.sandbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A voice that comes with the system. */
record SystemVoice(String id, String language) {

    String name() {
        String bare = id.replaceFirst("^(Chinese \\(Mandarin\\)|Cantonese|(?i:" + language + "))_", "");
        String spaced = bare.replaceAll("(?<=[a-z])(?=[A-Z])", " ").replace('_', ' ');
        return Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }

    String description() {
        return name() + ", a voice for " + language;
    }

    /** The list that is shipped beside this class. */
    static List<SystemVoice> all() {
        InputStream list = Objects.requireNonNull(SystemVoice.class.getResourceAsStream("voices.txt"), "voices.txt");
        List<SystemVoice> voices = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            String language = "";
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("[")) {
                    language = line.substring(1, line.length() - 1);
                } else if (!line.startsWith("#")) {
                    voices.add(new SystemVoice(line, language));
                }
            }
            return voices;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
