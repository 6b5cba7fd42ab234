package dev.agora.accounts.credential;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What admits a caller.
 *
 * @param id the public part
 * @param kind key or session
 * @param hash keyed hash of its text, base64url
 * @param subject whom it admits, {@code agt_…} or {@code hum_…}
 * @param roles such as {@code AGENT}
 * @param scopes wire names; empty for sessions
 * @param name given by its owner, or null
 * @param expiresAt null if it never does
 * @param revokedAt null while it is in force
 * @param version counts its changes, from 1
 * @param createdAt when it was made
 * @param authenticatedAt when the human of a session last showed a password or a passkey; null for
 *     keys
 * @param ipRanges from where it may be used; empty for everywhere
 */
public record Credential(
    String id,
    CredentialKind kind,
    String hash,
    String subject,
    List<String> roles,
    List<String> scopes,
    @Nullable String name,
    @Nullable Instant expiresAt,
    @Nullable Instant revokedAt,
    long version,
    Instant createdAt,
    @Nullable Instant authenticatedAt,
    List<String> ipRanges) {

  public Credential {
    roles = List.copyOf(roles);
    scopes = List.copyOf(scopes);
    ipRanges = List.copyOf(ipRanges);
  }

  public boolean isRevoked() {
    return revokedAt != null;
  }

  Credential authenticated(Instant at) {
    return new Credential(
        id,
        kind,
        hash,
        subject,
        roles,
        scopes,
        name,
        expiresAt,
        revokedAt,
        version + 1,
        createdAt,
        at,
        ipRanges);
  }

  Credential revoked(Instant at) {
    return new Credential(
        id,
        kind,
        hash,
        subject,
        roles,
        scopes,
        name,
        expiresAt,
        at,
        version + 1,
        createdAt,
        authenticatedAt,
        ipRanges);
  }
}
