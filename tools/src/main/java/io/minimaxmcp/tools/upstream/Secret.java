package io.minimaxmcp.tools.upstream;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An API key that can be used and compared, but does not print itself. */
public final class Secret {
    private static final Pattern KIND = Pattern.compile("sk-(api-|cp-)?");
    /** Of a shorter key, six characters would be too much to show. */
    private static final int LONG_ENOUGH_TO_SHOW_ENDS = 24;

    private final String value;

    /** Refuses what no HTTP header can carry, which is nearly always a slip in pasting; never repeats it in the message. */
    public Secret(String text) {
        value = text.strip();
        if (value.isEmpty() || !value.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new IllegalArgumentException(
                    "an API key is one line of printable ASCII without spaces; this one is empty or has other characters");
        }
    }

    /** The key itself, for the {@code Authorization} header and nothing else. */
    String value() {
        return value;
    }

    /** Tells keys apart without giving them away: {@code sk-api-…a1b2 (sha256 1f3a9c07)}. */
    public String fingerprint() {
        String digest = "(sha256 " + digest().substring(0, 8) + ")";
        if (value.length() < LONG_ENOUGH_TO_SHOW_ENDS) {
            return "… " + digest;
        }
        return kind() + "…" + value.substring(value.length() - 4) + " " + digest;
    }

    /** {@code sk-api-} for pay-as-you-go keys, {@code sk-cp-} for subscriptions, {@code sk-} or nothing for others. */
    public String kind() {
        Matcher start = KIND.matcher(value);
        return start.lookingAt() ? start.group() : "";
    }

    /** Whether this text is the secret; takes as long for a near miss as for any other. */
    public boolean matches(String given) {
        byte[] known = Digests.sha256().digest(value.getBytes(StandardCharsets.UTF_8));
        return MessageDigest.isEqual(known, Digests.sha256().digest(given.getBytes(StandardCharsets.UTF_8)));
    }

    /** The SHA-256 of the key, in hex. */
    String digest() {
        return Digests.hex(Digests.sha256().digest(value.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && value.equals(secret.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "Secret[" + fingerprint() + "]";
    }
}
