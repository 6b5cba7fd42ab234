package dev.agora.accounts.role;

import dev.agora.accounts.human.Human;
import dev.agora.accounts.human.JdbcHumans;
import dev.agora.accounts.role.AppointOperatorResult.Appointed;
import dev.agora.accounts.role.AppointOperatorResult.EnoughOperators;
import dev.agora.accounts.role.AppointOperatorResult.NoSuchHuman;
import dev.agora.accounts.role.AppointOperatorResult.Unconfirmed;
import dev.agora.audit.Act;
import dev.agora.audit.AuditLog;
import dev.agora.audit.Deed;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes an operator without another one's word, for whoever may use the database. Two are enough:
 * they can appoint all others, and each is the other's second pair of eyes.
 */
@Service
class AppointOperator {

  static final int ENOUGH = 2;
  private static final String COMMAND = "command";

  private final JdbcHumans humans;
  private final JdbcRoles roles;
  private final AuditLog audit;
  private final Clock clock;

  AppointOperator(JdbcHumans humans, JdbcRoles roles, AuditLog audit, Clock clock) {
    this.humans = humans;
    this.roles = roles;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  AppointOperatorResult appoint(String email) {
    Optional<Human> found = humans.findByKey(JdbcHumans.key(email));
    if (found.isEmpty()) {
      return new NoSuchHuman();
    }
    Human human = found.get();
    if (!human.emailConfirmed()) {
      return new Unconfirmed();
    }
    if (roles.lockOperators() >= ENOUGH) {
      return new EnoughOperators();
    }
    if (roles.grant(human.id(), PlatformRole.OPERATOR, clock.instant())) {
      audit.record(
          Deed.of(Act.ROLE_GRANTED, human.id().value(), human.id().value())
              .by(COMMAND)
              .changing(Map.of(), Map.of("role", PlatformRole.OPERATOR.name())));
    }
    return new Appointed(human.id());
  }
}
