package io.minimaxmcp.server.auth;

import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import java.time.InstantSource;
import java.util.Date;
import java.util.Set;

/** What a token has to say: by whom it was issued, for whom, about whom, and until when. */
final class Claims extends DefaultJWTClaimsVerifier<SecurityContext> {
    private static final int SKEW_S = 30;

    private final InstantSource clock;

    Claims(String issuer, String audience, InstantSource clock) {
        super(audience, new JWTClaimsSet.Builder().issuer(issuer).build(), Set.of("sub", "exp"));
        setMaxClockSkew(SKEW_S);
        this.clock = clock;
    }

    @Override
    protected Date currentTime() {
        return Date.from(clock.instant());
    }
}
