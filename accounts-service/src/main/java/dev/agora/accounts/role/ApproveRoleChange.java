package dev.agora.accounts.role;

import dev.agora.accounts.credential.CredentialKind;
import dev.agora.accounts.credential.RevokeCredential;
import dev.agora.accounts.human.HumanId;
import dev.agora.accounts.human.JdbcHumans;
import dev.agora.accounts.role.ApproveRoleChangeResult.Approved;
import dev.agora.accounts.role.ApproveRoleChangeResult.SameOperator;
import dev.agora.accounts.role.ApproveRoleChangeResult.Unknown;
import dev.agora.accounts.role.RoleChange.Action;
import dev.agora.audit.Act;
import dev.agora.audit.AuditLog;
import dev.agora.audit.Deed;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Carries a change of roles out if another operator than the one who asked approves it. Whoever
 * gains a role has it from the next sign-in on; whoever loses one is signed out.
 */
@Service
class ApproveRoleChange {

  private final JdbcRoleChanges changes;
  private final JdbcRoles roles;
  private final JdbcHumans humans;
  private final RevokeCredential revokeCredential;
  private final AuditLog audit;
  private final Clock clock;

  ApproveRoleChange(
      JdbcRoleChanges changes,
      JdbcRoles roles,
      JdbcHumans humans,
      RevokeCredential revokeCredential,
      AuditLog audit,
      Clock clock) {
    this.changes = changes;
    this.roles = roles;
    this.humans = humans;
    this.revokeCredential = revokeCredential;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  ApproveRoleChangeResult approve(String id, HumanId operator) {
    Optional<RoleChange> found = changes.lock(id);
    if (found.isEmpty()) {
      return new Unknown();
    }
    RoleChange change = found.get();
    if (change.approvedBy() != null) {
      return new Approved(change);
    }
    if (change.requestedBy().equals(operator)) {
      return new SameOperator();
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    changes.approve(id, operator, now);
    carryOut(change, now);
    return new Approved(change.approved(operator, now));
  }

  private void carryOut(RoleChange change, Instant now) {
    // A session that begins meanwhile has either the roles of before and is seen, or those of
    // after.
    humans.lock(change.human());
    boolean granting = change.action() == Action.GRANT;
    boolean changed =
        granting
            ? roles.grant(change.human(), change.role(), now)
            : roles.revoke(change.human(), change.role());
    if (!granting) {
      revokeCredential.revokeAll(CredentialKind.SESSION, change.human().value(), null);
    }
    if (changed) {
      Map<String, String> role = Map.of("role", change.role().name());
      audit.record(
          Deed.of(
                  granting ? Act.ROLE_GRANTED : Act.ROLE_REVOKED,
                  change.human().value(),
                  change.id())
              .changing(granting ? Map.of() : role, granting ? role : Map.of()));
    }
  }
}
