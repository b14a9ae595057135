package io.minimaxmcp.tools.media;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names that a person recognises and that every file system takes. */
final class FileNames {
    private static final int SLUG_LENGTH = 40;
    private static final int SHORT_ID = 4;
    private static final Set<String> RESERVED = Set.of("con", "prn", "aux", "nul", "conin$", "conout$");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern AT_THE_ENDS = Pattern.compile("^[-\\p{M}]+|-+$");
    private static final Pattern NO_PART_OF_AN_ID = Pattern.compile("[^A-Za-z0-9]");

    private FileNames() {}

    /** {@code image-lighthouse-at-dawn-k3f9-2}: what it is, what it shows, of which job, which of several. */
    static String readable(String kind, String label, String jobId, int number, int count) {
        StringBuilder name = new StringBuilder(slug(kind));
        String slug = slug(label);
        if (!slug.isEmpty() && !slug.contentEquals(name)) {
            name.append('-').append(slug);
        }
        name.append('-').append(shortId(jobId));
        return numbered(name.toString(), number, count);
    }

    static String numbered(String stem, int number, int count) {
        return count > 1 ? stem + "-" + number : stem;
    }

    /** Letters and digits of any script, with hyphens for all between them; cut at a word where that leaves enough. */
    static String slug(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String words = trimmed(BETWEEN_WORDS.matcher(plain).replaceAll("-"));
        if (words.codePointCount(0, words.length()) <= SLUG_LENGTH) {
            return words;
        }
        String cut = words.substring(0, words.offsetByCodePoints(0, SLUG_LENGTH));
        boolean inWord = words.codePointAt(cut.length()) != '-';
        int lastWord = cut.lastIndexOf('-');
        return inWord && lastWord > cut.length() / 2 ? cut.substring(0, lastWord) : trimmed(cut);
    }

    private static String trimmed(String words) {
        return AT_THE_ENDS.matcher(words).replaceAll("");
    }

    /** Ids begin with the time and end with chance: the end tells jobs apart. */
    private static String shortId(String jobId) {
        String plain = NO_PART_OF_AN_ID.matcher(jobId).replaceAll("").toLowerCase(Locale.ROOT);
        return plain.substring(Math.max(0, plain.length() - SHORT_ID));
    }

    /** Whether Windows takes this name for a device, with any extension. */
    static boolean isReserved(String name) {
        int dot = name.indexOf('.');
        String stem = (dot < 0 ? name : name.substring(0, dot)).strip().toLowerCase(Locale.ROOT);
        return RESERVED.contains(stem) || stem.matches("(com|lpt)[0-9\u00b9\u00b2\u00b3]");
    }
}
