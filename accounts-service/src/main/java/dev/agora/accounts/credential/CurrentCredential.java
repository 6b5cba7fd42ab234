package dev.agora.accounts.credential;

import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which credential a request came with. The gateway names it in the internal token as {@code cid};
 * only what concerns one's own session needs it, so it is no part of the caller.
 */
public final class CurrentCredential {

  private static final String SCHEME = "Bearer ";

  private CurrentCredential() {}

  /**
   * The credential's id, read from a token that was verified at the door.
   *
   * @param authorization the header of the admitted request
   */
  public static Optional<String> of(String authorization) {
    try {
      @Nullable String id =
          SignedJWT.parse(authorization.substring(SCHEME.length()).strip())
              .getJWTClaimsSet()
              .getStringClaim("cid");
      return Optional.ofNullable(id);
    } catch (ParseException unreadable) {
      return Optional.empty();
    }
  }
}
