package dev.agora.gateway.authentication;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The message {@code accounts.credential-changed}, and the answer of accounts-service to a look-up,
 * as the gateway reads them.
 */
record CredentialChanged(
    String credentialId,
    String kind,
    String hash,
    String subject,
    List<String> roles,
    List<String> scopes,
    @Nullable Instant expiresAt,
    boolean revoked,
    long version,
    @Nullable List<String> ipRanges,
    @Nullable Instant authenticatedAt) {

  static final String TYPE = "accounts.credential-changed";

  /** Empty for a kind of credential that only a newer gateway knows. */
  Optional<Credential> toCredential() {
    return CredentialKind.ofName(kind)
        .map(
            known ->
                new Credential(
                    credentialId,
                    known,
                    Base64.getUrlDecoder().decode(hash),
                    new Caller(subject, roles, scopes, credentialId, authenticatedAt),
                    expiresAt,
                    revoked,
                    version,
                    ipRanges == null ? List.of() : ipRanges));
  }
}
