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

    private final List<Word> words;
    private final List<String> cues = new ArrayList<>();

    private CueLayout(List<Word> words) {
        this.words = words;
    }

    /**
     * What may not be broken, with the space behind it.
     *
     * @param shown columns without that space
     */
    private record Word(String text, int columns, int shown, boolean endsPhrase) {
        static Word of(String text) {
            String shown = text.stripTrailing();
            boolean endsPhrase = !shown.isEmpty() && PHRASE_ENDS.indexOf(shown.charAt(shown.length() - 1)) >= 0;
            return new Word(text, weight(text), weight(shown), endsPhrase);
        }
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

    private static List<Word> words(String sentence) {
        String text = sentence.replaceAll("\\s+", " ").strip();
        BreakIterator places = BreakIterator.getLineInstance(Locale.ROOT);
        places.setText(text);
        List<Word> words = new ArrayList<>();
        int from = places.first();
        for (int to = places.next(); to != BreakIterator.DONE; to = places.next()) {
            addInPieces(text.substring(from, to), words);
            from = to;
        }
        return words;
    }

    /** A word that is wider than a line has to be broken after all. */
    private static void addInPieces(String word, List<Word> words) {
        int from = 0;
        int width = 0;
        int end = word.stripTrailing().length();
        for (int at = 0; at < end; at += Character.charCount(word.codePointAt(at))) {
            int next = columns(word.codePointAt(at));
            if (width + next > COLUMNS) {
                words.add(Word.of(word.substring(from, at)));
                from = at;
                width = 0;
            }
            width += next;
        }
        words.add(Word.of(word.substring(from)));
    }

    /** Shows what fits from a word on, and returns the word after it. */
    private int show(int from) {
        int line = lineEnd(from);
        int end = lineEnd(line);
        if (end < words.size()) {
            end = phraseEnd(from, end);
        }
        cues.add(end <= line ? join(from, end) : inTwoLines(from, end));
        return end;
    }

    private int lineEnd(int from) {
        int width = 0;
        int at = from;
        while (at < words.size() && width + words.get(at).shown() <= COLUMNS) {
            width += words.get(at).columns();
            at++;
        }
        return at;
    }

    /** The last place to pause that leaves a cue worth showing, or else as far as there is room. */
    private int phraseEnd(int from, int end) {
        int given = 0;
        for (int at = end; at > from && given <= WORTH_OF_A_COMMA; at--) {
            if (words.get(at - 1).endsPhrase()) {
                return at;
            }
            given += words.get(at - 1).columns();
        }
        return end;
    }

    private String inTwoLines(int from, int end) {
        int second = words.subList(from, end).stream().mapToInt(Word::columns).sum();
        int first = 0;
        int best = end;
        int least = Integer.MAX_VALUE;
        for (int at = from + 1; at < end; at++) {
            Word last = words.get(at - 1);
            first += last.columns();
            second -= last.columns();
            int cost = Math.abs(first - second) - (last.endsPhrase() ? WORTH_OF_A_COMMA : 0);
            if (cost < least && lineEnd(from) >= at && lineEnd(at) >= end) {
                least = cost;
                best = at;
            }
        }
        return join(from, best) + "\n" + join(best, end);
    }

    private String join(int from, int to) {
        StringBuilder line = new StringBuilder();
        words.subList(from, to).forEach(word -> line.append(word.text()));
        return line.toString().strip();
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
