package dev.agora.accounts.role;

import dev.agora.accounts.human.Human;
import dev.agora.accounts.human.HumanId;
import dev.agora.accounts.human.JdbcHumans;
import dev.agora.accounts.role.RoleChange.Action;
import dev.agora.audit.Act;
import dev.agora.audit.AuditLog;
import dev.agora.audit.Deed;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks that a human may have or lose a role; nothing comes of it before another one approves. */
@Service
class RequestRoleChange {

  private final JdbcHumans humans;
  private final JdbcRoleChanges changes;
  private final AuditLog audit;
  private final Supplier<UUID> newIds;
  private final Clock clock;

  RequestRoleChange(
      JdbcHumans humans,
      JdbcRoleChanges changes,
      AuditLog audit,
      Supplier<UUID> newIds,
      Clock clock) {
    this.humans = humans;
    this.changes = changes;
    this.audit = audit;
    this.newIds = newIds;
    this.clock = clock;
  }

  /** Empty if nobody has the address. */
  @Transactional
  Optional<RoleChange> request(
      String email, PlatformRole role, Action action, String reason, HumanId operator) {
    Optional<Human> human = humans.findByKey(JdbcHumans.key(email));
    return human.map(
        found -> {
          RoleChange change =
              new RoleChange(
                  "rch_" + newIds.get().toString().replace("-", ""),
                  found.id(),
                  role,
                  action,
                  reason,
                  operator,
                  clock.instant().truncatedTo(ChronoUnit.MICROS),
                  null,
                  null);
          changes.add(change);
          audit.record(
              Deed.of(Act.ROLE_CHANGE_REQUESTED, found.id().value(), change.id())
                  .changing(Map.of(), Map.of("role", role.name(), "action", action.name())));
          return change;
        });
  }
}
