package dev.agora.accounts.passkey;

import dev.agora.accounts.human.Human;
import dev.agora.accounts.human.HumanMails;
import dev.agora.accounts.human.JdbcHumans;
import dev.agora.audit.AuditLog;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decides whether a human's password is enough. */
@Service
class ChangeSecondFactor {

  private final JdbcHumans humans;
  private final JdbcPasskeys passkeys;
  private final JdbcSecondFactors secondFactors;
  private final HumanMails mails;
  private final AuditLog audit;

  ChangeSecondFactor(
      JdbcHumans humans,
      JdbcPasskeys passkeys,
      JdbcSecondFactors secondFactors,
      HumanMails mails,
      AuditLog audit) {
    this.humans = humans;
    this.passkeys = passkeys;
    this.secondFactors = secondFactors;
    this.mails = mails;
    this.audit = audit;
  }

  /** False, and nothing happens, if the human has nothing to show beside the password. */
  @Transactional
  public boolean change(Human human, boolean required) {
    humans.lock(human.id());
    if (required && passkeys.of(human.id()).isEmpty()) {
      return false;
    }
    if (secondFactors.require(human.id(), required)) {
      audit.record(SecondFactorChange.deed(human.id(), required));
      mails.secondFactorChanged(JdbcHumans.key(human.email()));
    }
    return true;
  }
}
