package io.minimaxmcp.tools.sandbox.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A short stretch of speech: how long, how much voice and breath, the two resonances of the mouth in Hz, and the
 * melody in semitones.
 */
record Phone(double seconds, double voice, double breath, double first, double second, double melody) {
    static final double CHARACTERS_PER_SECOND = 15;
    private static final double IDEOGRAPH_CHARACTERS = 3;
    private static final Pattern PAUSE = Pattern.compile("<#(\\d{1,2}(?:\\.\\d{1,2})?)#>");
    private static final String VOWELS = "aeiouy";
    private static final double[][] MOUTH = {{730, 1090}, {530, 1840}, {300, 2250}, {560, 880}, {330, 900}, {320, 2000}
    };
    private static final String VOICED = "bdgjlmnrvwz";

    /** The text as phones, a {@code <#seconds#>} mark as a pause. */
    static List<Phone> of(String text, double speed) {
        List<Phone> phones = new ArrayList<>();
        Matcher pause = PAUSE.matcher(text);
        int from = 0;
        while (pause.find()) {
            addSentences(text.substring(from, pause.start()), speed, phones);
            phones.add(silence(Double.parseDouble(pause.group(1))));
            from = pause.end();
        }
        addSentences(text.substring(from), speed, phones);
        return phones;
    }

    /** How long all of {@link #of} take together. */
    static double seconds(String text, double speed) {
        Matcher pause = PAUSE.matcher(text);
        double pauses = 0;
        while (pause.find()) {
            pauses += Double.parseDouble(pause.group(1));
        }
        double characters = pause.replaceAll("")
                .codePoints()
                .mapToDouble(letter -> Character.isIdeographic(letter) ? IDEOGRAPH_CHARACTERS : 1)
                .sum();
        return pauses + characters / (CHARACTERS_PER_SECOND * speed);
    }

    private static void addSentences(String text, double speed, List<Phone> phones) {
        for (String sentence : text.split("(?<=[.!?。！？\n])", -1)) {
            int[] letters = sentence.toLowerCase(Locale.ROOT).codePoints().toArray();
            boolean question = sentence.endsWith("?") || sentence.endsWith("？");
            double accent = 0;
            for (int i = 0; i < letters.length; i++) {
                if (letters[i] == ' ') {
                    accent = Math.floorMod(Seeds.of(sentence, Integer.toString(i)), 400L) / 100.0 - 2;
                }
                double place = (double) i / letters.length;
                double ending = question ? 6 * Math.max(0, place - 0.7) / 0.3 : -2 * place;
                phones.add(of(letters[i], speed, 1.5 * Math.cos(Math.PI * place) + accent + ending));
            }
        }
    }

    private static Phone of(int letter, double speed, double melody) {
        double seconds = 1 / (CHARACTERS_PER_SECOND * speed);
        if (!Character.isLetterOrDigit(letter)) {
            return silence(seconds);
        }
        int vowel = VOWELS.indexOf(letter);
        if (vowel < 0 && (letter < 'a' || letter > 'z')) {
            seconds *= Character.isIdeographic(letter) ? IDEOGRAPH_CHARACTERS : 1;
            vowel = letter % MOUTH.length;
        }
        if (vowel >= 0) {
            return new Phone(seconds, 1, 0.01, MOUTH[vowel][0], MOUTH[vowel][1], melody);
        }
        boolean voiced = VOICED.indexOf(letter) >= 0;
        return new Phone(seconds, voiced ? 0.45 : 0, voiced ? 0.02 : 0.2, 280, 1000 + 90 * (letter % 12), melody);
    }

    private static Phone silence(double seconds) {
        return new Phone(seconds, 0, 0, 500, 1500, 0);
    }
}
