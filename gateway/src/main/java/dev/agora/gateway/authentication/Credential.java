package dev.agora.gateway.authentication;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A credential as accounts-service last described it.
 *
 * @param id the public part
 * @param kind key or session
 * @param hash keyed hash of its text
 * @param caller whom it admits
 * @param expiresAt null if it never does
 * @param revoked whether its owner ended it
 * @param version counts its changes; a lower one is older news
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by CredentialHash only, never by equals.
record Credential(
    String id,
    CredentialKind kind,
    byte[] hash,
    Caller caller,
    @Nullable Instant expiresAt,
    boolean revoked,
    long version) {

  boolean hasExpired(Instant now) {
    return expiresAt != null && !now.isBefore(expiresAt);
  }

  @Override
  public String toString() {
    return kind + " " + id + " version " + version + (revoked ? " revoked" : "");
  }
}
