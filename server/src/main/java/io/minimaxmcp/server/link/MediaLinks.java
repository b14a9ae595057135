package io.minimaxmcp.server.link;

import io.minimaxmcp.tools.media.MediaId;
import io.minimaxmcp.tools.tool.Tenant;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes links and says whether one is genuine. A link names the media, whose they are and until when it holds; all three are
 * signed, so that none can be changed.
 */
public final class MediaLinks {
    /** What the paths of links begin with. */
    public static final String PATH = "/media/";

    private static final String TENANT = "tenant";
    private static final String EXPIRES = "expires";
    private static final String SIGNATURE = "signature";

    private final Supplier<LinkKey> key;
    private final Supplier<URI> base;
    private final Duration life;
    private final InstantSource clock;

    /**
     * @param key asked with the first link; may block for a moment then
     * @param base where clients reach the server, without a path of ours
     * @param life how long a link holds
     */
    public MediaLinks(Supplier<LinkKey> key, Supplier<URI> base, Duration life, InstantSource clock) {
        this.key = key;
        this.base = base;
        this.life = life;
        this.clock = clock;
    }

    /** What a genuine link is about. */
    public sealed interface Verdict {
        /** It holds, for so much longer. */
        record Good(Tenant tenant, MediaId media, Duration left) implements Verdict {}

        /** It was good once. */
        record Expired() implements Verdict {}

        /** It was never made here, or somebody has changed it. */
        record Forged() implements Verdict {}
    }

    /** A link to a result of this tenant. */
    public String to(Tenant tenant, MediaId media) {
        long expires = clock.instant().plus(life).getEpochSecond();
        // A tenant's id and a media id have no character that a URL has to escape.
        return base.get().toString().replaceFirst("/+$", "") + PATH + media + "?" + TENANT + "=" + tenant.id() + "&"
                + EXPIRES + "=" + expires + "&" + SIGNATURE + "=" + signature(tenant.id(), media.toString(), expires);
    }

    /**
     * @param media as it stands in the path
     * @param query what stands in the query, one value a name
     */
    public Verdict check(String media, Map<String, String> query) {
        try {
            long expires = Long.parseLong(query.getOrDefault(EXPIRES, ""));
            String tenant = query.getOrDefault(TENANT, "");
            byte[] wanted = signature(tenant, media, expires).getBytes(StandardCharsets.US_ASCII);
            byte[] shown = query.getOrDefault(SIGNATURE, "").getBytes(StandardCharsets.UTF_8);
            if (!MessageDigest.isEqual(wanted, shown)) {
                return new Verdict.Forged();
            }
            Duration left = Duration.between(clock.instant(), Instant.ofEpochSecond(expires));
            return left.isNegative()
                    ? new Verdict.Expired()
                    : new Verdict.Good(new Tenant(tenant), MediaId.parse(media).orElseThrow(), left);
        } catch (NumberFormatException noTime) {
            return new Verdict.Forged();
        }
    }

    private String signature(String tenant, String media, long expires) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.get().bytes(), "HmacSHA256"));
            byte[] signed = mac.doFinal((tenant + '\n' + media + '\n' + expires).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HmacSHA256", impossible);
        }
    }
}
