package dev.agora.accounts.human;

import dev.agora.accounts.credential.CredentialKind;
import dev.agora.accounts.credential.RevokeCredential;
import dev.agora.audit.Act;
import dev.agora.audit.AuditLog;
import dev.agora.audit.Deed;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stores a new password, ends the sessions that began with an older one, and writes to the human,
 * in one transaction.
 */
@Service
class StorePassword {

  private final JdbcHumans humans;
  private final JdbcCodes codes;
  private final RevokeCredential revokeCredential;
  private final HumanMails mails;
  private final Clock clock;
  private final AuditLog audit;

  StorePassword(
      JdbcHumans humans,
      JdbcCodes codes,
      RevokeCredential revokeCredential,
      HumanMails mails,
      Clock clock,
      AuditLog audit) {
    this.audit = audit;
    this.humans = humans;
    this.codes = codes;
    this.revokeCredential = revokeCredential;
    this.mails = mails;
    this.clock = clock;
  }

  /**
   * Exchanges one password for another.
   *
   * @param session the one that goes on
   * @return false, and nothing happens, if the password is not the one of that version any more
   */
  @Transactional
  boolean exchange(Human human, long passwordVersion, String newHash, String session) {
    if (!humans.exchangePassword(human.id(), passwordVersion, newHash)) {
      return false;
    }
    revokeCredential.revokeAll(CredentialKind.SESSION, human.id().value(), session);
    audit.record(Deed.of(Act.PASSWORD_CHANGED, human.id().value(), human.id().value()));
    codes.forget(CredentialKind.RESET, human.id());
    mails.passwordChanged(JdbcHumans.key(human.email()));
    return true;
  }

  /**
   * Stores the password of somebody who knows a mailed code, which proves the address too.
   *
   * @return false, and nothing happens, if the code is not good any more
   */
  @Transactional
  boolean reset(Human human, String code, String newHash) {
    if (codes.use(CredentialKind.RESET, code).isEmpty()) {
      return false;
    }
    humans.resetPassword(human.id(), newHash);
    humans.confirm(human.id(), clock.instant());
    revokeCredential.revokeAll(CredentialKind.SESSION, human.id().value(), null);
    String id = human.id().value();
    audit.record(Deed.of(Act.PASSWORD_RESET, id, id).by(id));
    codes.forget(CredentialKind.RESET, human.id());
    codes.forget(CredentialKind.CONFIRM, human.id());
    mails.passwordChanged(JdbcHumans.key(human.email()));
    return true;
  }
}
