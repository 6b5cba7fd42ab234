package dev.agora.accounts.credential;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends credentials. */
@Service
public class RevokeCredential {

  private final JdbcCredentials credentials;
  private final CredentialEvents events;
  private final Clock clock;

  RevokeCredential(JdbcCredentials credentials, CredentialEvents events, Clock clock) {
    this.credentials = credentials;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Revokes a credential; once revoked it stays so.
   *
   * @return false if the subject has no credential of that id and kind
   */
  @Transactional
  public boolean revoke(String id, CredentialKind kind, String subject) {
    Optional<Credential> locked = credentials.lock(id, kind, subject);
    locked
        .filter(credential -> !credential.isRevoked())
        .map(credential -> credential.revoked(clock.instant().truncatedTo(ChronoUnit.MICROS)))
        .ifPresent(
            revoked -> {
              credentials.change(revoked);
              events.changed(revoked);
            });
    return locked.isPresent();
  }
}
