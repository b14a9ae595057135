package io.minimaxmcp.tools.capability.voice;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of a voice's id, name and description, also those inside {@code ManWithDeepVoice}. */
record VoiceWords(Set<String> words, String text) {
    private static final Pattern WORD =
            Pattern.compile("\\p{Lu}?\\p{Ll}+|\\p{Lu}+(?!\\p{Ll})|[\\p{Lo}\\p{M}]+|\\p{N}+");

    /** The beginning of a word is enough from this length on: {@code story} finds a storyteller, {@code man} no manner. */
    private static final int BEGINNING = 4;

    static VoiceWords of(String text) {
        return new VoiceWords(Set.copyOf(split(text)), text);
    }

    /** Whether it has all the words of a search, in any order. */
    boolean haveAll(String search) {
        return split(search).stream().allMatch(this::have);
    }

    private boolean have(String word) {
        return words.contains(word)
                || (word.length() >= BEGINNING && words.stream().anyMatch(one -> one.startsWith(word)))
                || (isWrittenWithoutSpaces(word) && text.contains(word));
    }

    private static boolean isWrittenWithoutSpaces(String word) {
        return Character.getType(word.codePointAt(0)) == Character.OTHER_LETTER;
    }

    private static List<String> split(String text) {
        return WORD.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.toList());
    }
}
