package dev.agora.accounts.human;

import dev.agora.accounts.credential.CredentialKind;
import dev.agora.audit.Act;
import dev.agora.audit.AuditLog;
import dev.agora.audit.Deed;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes the code that only whoever reads mail at an address can know. */
@Service
class ConfirmAddress {

  private final JdbcCodes codes;
  private final JdbcHumans humans;
  private final Clock clock;
  private final AuditLog audit;

  ConfirmAddress(JdbcCodes codes, JdbcHumans humans, Clock clock, AuditLog audit) {
    this.audit = audit;
    this.codes = codes;
    this.humans = humans;
    this.clock = clock;
  }

  /** False if the code is wrong, was used, or is over. */
  @Transactional
  boolean confirm(String code) {
    return codes
        .use(CredentialKind.CONFIRM, code)
        .map(
            human -> {
              humans.confirm(human, clock.instant());
              audit.record(
                  Deed.of(Act.ADDRESS_CONFIRMED, human.value(), human.value()).by(human.value()));
              codes.forget(CredentialKind.CONFIRM, human);
              return true;
            })
        .orElse(false);
  }
}
