package dev.agora.gateway.authentication;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.agora.gateway.route.Target;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Mints what services trust: who is calling, for one service, for a minute. A token is used again
 * while it has enough life left, because signing costs more than the rest of a request.
 * Thread-safe.
 */
final class InternalTokens {

  static final String ISSUER = "agora-gateway";

  private static final int KEPT_MAX = 50_000;

  private final Clock clock;
  private final TokenProperties properties;
  private final JWSHeader header;
  private final JWSSigner signer;
  private final Cache<Use, Token> kept;

  InternalTokens(SigningKey key, TokenProperties properties, Clock clock) {
    this.clock = clock;
    this.properties = properties;
    this.header =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .type(JOSEObjectType.JWT)
            .keyID(key.key().getKeyID())
            .build();
    this.signer = signer(key);
    this.kept =
        Caffeine.newBuilder().maximumSize(KEPT_MAX).expireAfterWrite(properties.lifetime()).build();
  }

  private record Use(Caller caller, @Nullable Target actor, Target target) {}

  private record Token(String text, Instant expiresAt) {}

  /** A token for that caller at that service, good for at least {@code reuseWhile}. */
  String of(Caller caller, Target target) {
    return of(new Use(caller, null, target));
  }

  /**
   * A token with which one service asks another one in that caller's name: it opens only what that
   * other service lets be asked so.
   */
  String delegated(Caller caller, Target actor, Target target) {
    return of(new Use(caller, actor, target));
  }

  private String of(Use use) {
    Instant now = clock.instant();
    @Nullable Token token = kept.getIfPresent(use);
    if (token == null || token.expiresAt().isBefore(now.plus(properties.reuseWhile()))) {
      token = mint(use, now);
      kept.put(use, token);
    }
    return token.text();
  }

  private Token mint(Use use, Instant now) {
    Instant expiresAt = now.plus(properties.lifetime());
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .audience(use.target().audience())
            .subject(use.caller().id())
            .claim("roles", use.caller().roles())
            .claim("scopes", use.caller().scopes())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(expiresAt));
    if (!use.caller().credentialId().isEmpty()) {
      claims.claim("cid", use.caller().credentialId());
    }
    if (use.actor() != null) {
      // RFC 8693, section 4.1.
      claims.claim("act", Map.of("sub", use.actor().audience()));
    }
    Instant authenticatedAt = use.caller().authenticatedAt();
    if (authenticatedAt != null) {
      claims.claim("auth_time", authenticatedAt.getEpochSecond());
    }
    SignedJWT token = new SignedJWT(header, claims.build());
    try {
      token.sign(signer);
    } catch (JOSEException error) {
      throw new IllegalStateException("a token could not be signed", error);
    }
    return new Token(token.serialize(), expiresAt);
  }

  private static JWSSigner signer(SigningKey key) {
    try {
      return new ECDSASigner(key.key());
    } catch (JOSEException unusable) {
      throw new IllegalArgumentException("the signing key can not sign", unusable);
    }
  }

  /** How long services may keep a token at most. */
  Duration lifetime() {
    return properties.lifetime();
  }
}
