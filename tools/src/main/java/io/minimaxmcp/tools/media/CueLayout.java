package io.minimaxmcp.tools.media;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How a sentence stands on the screen: at most two lines of 42 columns at a time, of which a Chinese, Japanese or Korean character takes
 * two; broken where its language allows, and rather behind a comma than before one.
 */
final class CueLayout {
    static final int COLUMNS = 42;

    /** How much less even two lines, or how much shorter a cue, may be for the sake of a comma. */
    private static final int WORTH_OF_A_COMMA = 16;

    private static final String PHRASE_ENDS = ",;:.!?—–，、；：。！？…";

    private final List<String> words;
    private final List<String> cues = new ArrayList<>();

    private CueLayout(List<String> words) {
        this.words = words;
    }

    /** The texts to show one after the other; lines are separated by a line feed. */
    static List<String> of(String sentence) {
        CueLayout layout = new CueLayout(words(sentence));
        for (int from = 0; from < layout.words.size(); ) {
            from = layout.show(from);
        }
        return layout.cues;
    }

    /** Time that a text takes to say, in columns: ideographs take longer than letters. */
    static int weight(String text) {
        return text.codePoints().map(CueLayout::columns).sum();
    }

    /** What may not be broken, each with the space behind it; longer than a line only where a single character is. */
    private static List<String> words(String sentence) {
        String text = sentence.replaceAll("\\s+", " ").strip();
        BreakIterator places = BreakIterator.getLineInstance(Locale.ROOT);
        places.setText(text);
        List<String> words = new ArrayList<>();
        int from = places.first();
        for (int to = places.next(); to != BreakIterator.DONE; to = places.next()) {
            addInPieces(text.substring(from, to), words);
            from = to;
        }
        return words;
    }

    private static void addInPieces(String word, List<String> words) {
        int from = 0;
        int width = 0;
        int end = word.stripTrailing().length();
        for (int at = 0; at < end; at += Character.charCount(word.codePointAt(at))) {
            int next = columns(word.codePointAt(at));
            if (width + next > COLUMNS) {
                words.add(word.substring(from, at));
                from = at;
                width = 0;
            }
            width += next;
        }
        words.add(word.substring(from));
    }

    /** Shows what fits from a word on, and returns the word after it. */
    private int show(int from) {
        int lineEnd = lineEnd(from);
        int end = lineEnd(lineEnd);
        if (end < words.size()) {
            end = phraseEnd(from, end);
        }
        String whole = join(from, end);
        cues.add(width(whole) <= COLUMNS ? whole : inTwoLines(from, end));
        return end;
    }

    private int lineEnd(int from) {
        int width = 0;
        int at = from;
        while (at < words.size() && width + width(words.get(at)) <= COLUMNS) {
            width += weight(words.get(at));
            at++;
        }
        return at;
    }

    /** The last place to pause that leaves a cue worth showing, or else as far as there is room. */
    private int phraseEnd(int from, int end) {
        int given = 0;
        for (int at = end; at > from && given <= WORTH_OF_A_COMMA; at--) {
            if (endsPhrase(words.get(at - 1))) {
                return at;
            }
            given += weight(words.get(at - 1));
        }
        return end;
    }

    private String inTwoLines(int from, int end) {
        String best = "";
        int least = Integer.MAX_VALUE;
        for (int at = from + 1; at < end; at++) {
            String first = join(from, at);
            String second = join(at, end);
            int cost = Math.abs(width(first) - width(second)) - (endsPhrase(first) ? WORTH_OF_A_COMMA : 0);
            if (cost < least && width(first) <= COLUMNS && width(second) <= COLUMNS) {
                least = cost;
                best = first + "\n" + second;
            }
        }
        return best;
    }

    private String join(int from, int to) {
        return String.join("", words.subList(from, to)).strip();
    }

    private static boolean endsPhrase(String text) {
        String word = text.stripTrailing();
        return !word.isEmpty() && PHRASE_ENDS.indexOf(word.charAt(word.length() - 1)) >= 0;
    }

    /** Without the space behind it, which nobody sees. */
    private static int width(String text) {
        return weight(text.stripTrailing());
    }

    private static int columns(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(character) ? 2 : 1;
        };
    }

    private static boolean isWide(int character) {
        return switch (Character.UnicodeScript.of(character)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> true;
            default ->
                (character >= 0x3000 && character <= 0x303f) // CJK punctuation
                        || (character >= 0xff01 && character <= 0xff60) // fullwidth forms
                        || (character >= 0x1f300 && character <= 0x1faff); // emoji
        };
    }
}
