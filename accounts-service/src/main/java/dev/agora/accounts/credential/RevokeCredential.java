package dev.agora.accounts.credential;

import dev.agora.audit.Act;
import dev.agora.audit.AuditLog;
import dev.agora.audit.Deed;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends credentials. */
@Service
public class RevokeCredential {

  private final JdbcCredentials credentials;
  private final CredentialEvents events;
  private final MeterRegistry meters;
  private final Clock clock;
  private final AuditLog audit;

  RevokeCredential(
      JdbcCredentials credentials,
      CredentialEvents events,
      MeterRegistry meters,
      Clock clock,
      AuditLog audit) {
    this.audit = audit;
    this.credentials = credentials;
    this.events = events;
    this.meters = meters;
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
    locked.filter(credential -> !credential.isRevoked()).ifPresent(this::end);
    return locked.isPresent();
  }

  /**
   * Revokes all that somebody has of a kind.
   *
   * @param but the id of one that stays, or null
   * @return how many were in force until now
   */
  @Transactional
  public int revokeAll(CredentialKind kind, String subject, @Nullable String but) {
    List<Credential> inForce = credentials.lockAll(kind, subject, but, clock.instant());
    inForce.forEach(this::end);
    return inForce.size();
  }

  private void end(Credential credential) {
    Credential revoked = credential.revoked(clock.instant().truncatedTo(ChronoUnit.MICROS));
    credentials.change(revoked);
    events.changed(revoked);
    Act act = credential.kind() == CredentialKind.KEY ? Act.KEY_REVOKED : Act.SESSION_ENDED;
    audit.record(Deed.of(act, credential.subject(), credential.id()));
    meters
        .counter("agora.accounts.credentials.revoked", "kind", credential.kind().name())
        .increment();
  }
}
