package io.minimaxmcp.server.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.BadJWSException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.minimaxmcp.server.transport.http.ProtectedResource;
import io.minimaxmcp.server.transport.http.Tokens;
import io.minimaxmcp.tools.tool.Tenant;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets in who shows a signed JWT of the issuer, made for this server, still valid and with the scopes it takes. */
public final class AccessTokens implements Tokens {
    private static final Logger LOG = LoggerFactory.getLogger(AccessTokens.class);
    private static final int LONGEST = 16 * 1024;
    /** None that is symmetric, and not {@code none}. */
    private static final Set<JWSAlgorithm> ALGORITHMS = algorithms();

    private final String issuer;
    private final Supplier<String> audience;
    private final List<String> scopes;
    private final IssuerKeys keys;
    private final ProtectedResource resource;
    private final InstantSource clock;

    /**
     * @param jwks where the issuer's public keys are
     * @param audience what must stand in {@code aud}
     */
    public AccessTokens(
            URI issuer, URI jwks, Supplier<String> audience, ProtectedResource resource, InstantSource clock) {
        this.issuer = issuer.toString();
        this.audience = audience;
        this.scopes = resource.scopes();
        this.keys = new IssuerKeys(jwks, clock);
        this.resource = resource;
        this.clock = clock;
    }

    private static Set<JWSAlgorithm> algorithms() {
        Set<JWSAlgorithm> all = new HashSet<>(JWSAlgorithm.Family.RSA);
        all.addAll(List.of(JWSAlgorithm.ES256, JWSAlgorithm.ES384, JWSAlgorithm.ES512));
        return Set.copyOf(all);
    }

    @Override
    public CompletionStage<Verdict> check(String bearer) {
        if (bearer.isEmpty()) {
            return done(resource.missing());
        }
        if (bearer.length() > LONGEST) {
            return done(resource.invalid("the token is too long"));
        }
        try {
            SignedJWT token = SignedJWT.parse(bearer);
            return keys.get(false)
                    .thenCompose(
                            known -> knows(known, token) ? CompletableFuture.completedFuture(known) : keys.get(true))
                    .thenApply(known -> verdict(token, known))
                    .exceptionally(unreachable -> new Verdict.Refused(
                            503, "", "The keys of the authorization server cannot be fetched: try again in a while"));
        } catch (ParseException notOne) {
            return done(resource.invalid("the token is no signed JWT"));
        }
    }

    private static boolean knows(JWKSet known, SignedJWT token) {
        String id = token.getHeader().getKeyID();
        return id == null || known.getKeyByKeyId(id) != null;
    }

    private Verdict verdict(SignedJWT token, JWKSet known) {
        try {
            JWTClaimsSet claims = processor(known).process(token, null);
            Set<String> held = scopes(claims);
            return held.containsAll(scopes)
                    ? new Verdict.Known(
                            tenant(claims.getSubject()),
                            claims.getExpirationTime().toInstant())
                    : resource.insufficient();
        } catch (BadJWSException forged) {
            return resource.invalid("the token's signature does not hold");
        } catch (BadJOSEException refused) {
            return resource.invalid(reason(refused));
        } catch (JOSEException | ParseException unusable) {
            LOG.atDebug().setCause(unusable).log("a token cannot be checked");
            return resource.invalid("the token cannot be checked");
        }
    }

    private DefaultJWTProcessor<SecurityContext> processor(JWKSet known) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(
                JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), new JOSEObjectType("application/at+jwt"), null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, new ImmutableJWKSet<>(known)));
        processor.setJWTClaimsSetVerifier(new Claims(issuer, audience.get(), clock));
        return processor;
    }

    /** What may be said of a refusal: words of the library's own, which repeat nothing of the token. */
    private static String reason(BadJOSEException refused) {
        String message = String.valueOf(refused.getMessage());
        return message.contains("xpired") ? "the token has expired" : "the token is not one for this server";
    }

    private static Set<String> scopes(JWTClaimsSet claims) throws ParseException {
        Object given = claims.getClaim("scope") == null ? claims.getClaim("scp") : claims.getClaim("scope");
        if (given instanceof List<?> list) {
            Set<String> held = new HashSet<>();
            list.forEach(one -> held.add(String.valueOf(one)));
            return held;
        }
        return given == null
                ? Set.of()
                : new HashSet<>(Arrays.asList(given.toString().split(" ", -1)));
    }

    /** The same subject of another issuer is somebody else. */
    private Tenant tenant(String subject) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((issuer + '\n' + subject).getBytes(StandardCharsets.UTF_8));
            return new Tenant("oauth:" + HexFormat.of().formatHex(digest, 0, 20));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static CompletionStage<Verdict> done(Verdict verdict) {
        return CompletableFuture.completedFuture(verdict);
    }
}
