package dev.agora.http.caller;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.agora.http.caller.Verification.Refused;
import dev.agora.http.caller.Verification.Undecided;
import dev.agora.http.caller.Verification.Verified;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a token is the gateway's word about the caller: ES256 only, signed by a key that
 * the gateway publishes, for this service, and of this minute.
 */
final class TokenVerifier {

  private final CallerProperties properties;
  private final GatewayKeys keys;
  private final InstantSource clock;
  private final VerifiedTokens verified;

  TokenVerifier(CallerProperties properties, GatewayKeys keys, InstantSource clock) {
    this.properties = properties;
    this.keys = keys;
    this.clock = clock;
    this.verified = new VerifiedTokens(properties.verifiedTokensMax());
  }

  Verification verify(String token) {
    Instant now = clock.instant();
    Optional<Verified> known = verified.find(token, now);
    if (known.isPresent()) {
      return known.get();
    }
    Verification verification = decide(token, now);
    if (verification instanceof Verified fresh) {
      verified.remember(token, fresh, now);
    }
    return verification;
  }

  private Verification decide(String token, Instant now) {
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      // Before anything else: a token chooses its algorithm itself, and "none" is one.
      if (!JWSAlgorithm.ES256.equals(jwt.getHeader().getAlgorithm())) {
        return new Refused("The token's algorithm is not ES256.");
      }
      if (!isSigned(jwt)) {
        return new Refused("The token is not signed by a known key.");
      }
      return decide(jwt.getJWTClaimsSet(), now);
    } catch (ParseException | IllegalArgumentException malformed) {
      return new Refused("The token is malformed.");
    } catch (RateLimitReachedException unknownAgain) {
      return new Refused("The token is not signed by a known key.");
    } catch (KeySourceException unreachable) {
      return new Undecided();
    } catch (JOSEException unverifiable) {
      return new Refused("The token's signature cannot be verified.");
    }
  }

  private boolean isSigned(SignedJWT jwt) throws JOSEException {
    String keyId = jwt.getHeader().getKeyID();
    if (keyId == null) {
      return false;
    }
    for (ECKey key : keys.find(keyId)) {
      if (jwt.verify(new ECDSAVerifier(key))) {
        return true;
      }
    }
    return false;
  }

  private Verification decide(JWTClaimsSet claims, Instant now) throws ParseException {
    if (!properties.issuer().equals(claims.getIssuer())) {
      return new Refused("The token has another issuer.");
    }
    if (!claims.getAudience().equals(List.of(properties.audience()))) {
      return new Refused("The token is for another audience.");
    }
    if (claims.getExpirationTime() == null) {
      return new Refused("The token does not expire.");
    }
    Instant expiresAt = claims.getExpirationTime().toInstant();
    if (now.isAfter(expiresAt.plus(properties.clockSkew()))) {
      return new Refused("The token has expired.");
    }
    if (expiresAt.isAfter(now.plus(properties.lifetimeMax()).plus(properties.clockSkew()))) {
      return new Refused("The token lives too long.");
    }
    if (claims.getNotBeforeTime() != null
        && claims.getNotBeforeTime().toInstant().isAfter(now.plus(properties.clockSkew()))) {
      return new Refused("The token is not valid yet.");
    }
    Caller caller =
        CallerClaims.read(
            claims.getSubject(),
            listOf(claims, "roles"),
            listOf(claims, "scopes"),
            instantOf(claims, "auth_time"),
            actorOf(claims));
    return caller == null
        ? new Refused("The token names no caller.")
        : new Verified(caller, expiresAt);
  }

  /** Seconds since 1970, as all times of a token. */
  private static @Nullable Instant instantOf(JWTClaimsSet claims, String name)
      throws ParseException {
    @Nullable Long seconds = claims.getLongClaim(name);
    return seconds == null ? null : Instant.ofEpochSecond(seconds);
  }

  /** The service that acts in the caller's name; a claim that names none makes the token void. */
  private static @Nullable String actorOf(JWTClaimsSet claims) throws ParseException {
    @Nullable Map<String, Object> act = claims.getJSONObjectClaim("act");
    if (act == null) {
      return null;
    }
    if (act.get("sub") instanceof String actor && !actor.isBlank()) {
      return actor;
    }
    throw new ParseException("the claim act names no service", 0);
  }

  private static List<String> listOf(JWTClaimsSet claims, String name) throws ParseException {
    @Nullable List<String> list = claims.getStringListClaim(name);
    return list == null ? List.of() : list;
  }
}
