package dev.agora.accounts.deletion;

import dev.agora.accounts.credential.CredentialKind;
import dev.agora.accounts.credential.RevokeCredential;
import dev.agora.accounts.deletion.DeleteHumanResult.Deleted;
import dev.agora.accounts.deletion.DeleteHumanResult.LastOperator;
import dev.agora.accounts.deletion.DeleteHumanResult.OwnsAgents;
import dev.agora.accounts.deletion.DeleteHumanResult.Unknown;
import dev.agora.accounts.human.Human;
import dev.agora.accounts.human.HumanEvents;
import dev.agora.accounts.human.HumanId;
import dev.agora.accounts.human.JdbcHumans;
import dev.agora.accounts.role.JdbcRoles;
import dev.agora.audit.Act;
import dev.agora.audit.AuditLog;
import dev.agora.audit.Deed;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Forgets a human, and tells other services to, in one transaction (docs/adr/0026). */
@Service
class DeleteHuman {

  private static final int AGENTS_NAMED = 10;
  private static final String OPERATOR = "OPERATOR";

  private final JdbcHumans humans;
  private final JdbcRoles roles;
  private final JdbcDeletion deletion;
  private final RevokeCredential revokeCredential;
  private final HumanEvents events;
  private final Clock clock;
  private final AuditLog audit;

  DeleteHuman(
      JdbcHumans humans,
      JdbcRoles roles,
      JdbcDeletion deletion,
      RevokeCredential revokeCredential,
      HumanEvents events,
      Clock clock,
      AuditLog audit) {
    this.humans = humans;
    this.roles = roles;
    this.deletion = deletion;
    this.revokeCredential = revokeCredential;
    this.events = events;
    this.clock = clock;
    this.audit = audit;
  }

  @Transactional
  public DeleteHumanResult delete(HumanId id) {
    Optional<Human> human = humans.lock(id);
    if (human.isEmpty()) {
      return new Unknown();
    }
    List<String> open = deletion.openAgents(id, AGENTS_NAMED);
    if (!open.isEmpty()) {
      return new OwnsAgents(open);
    }
    if (roles.of(id).contains(OPERATOR) && roles.lockOperators() <= 1) {
      return new LastOperator();
    }
    revokeCredential.revokeAll(CredentialKind.SESSION, id.value(), null);
    deletion
        .agentsWithKeys(id)
        .forEach(agent -> revokeCredential.revokeAll(CredentialKind.KEY, agent, null));
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    deletion.delete(id, now);
    events.deleted(id, human.get().version() + 1, now);
    audit.record(Deed.of(Act.HUMAN_DELETED, id.value(), id.value()));
    return new Deleted();
  }
}
