package dev.agora.accounts.passkey;

import dev.agora.accounts.human.Human;
import dev.agora.accounts.human.HumanId;
import dev.agora.accounts.human.HumanMails;
import dev.agora.accounts.human.JdbcHumans;
import dev.agora.accounts.passkey.RegisterPasskeyResult.NotAccepted;
import dev.agora.accounts.passkey.RegisterPasskeyResult.Registered;
import dev.agora.accounts.passkey.RegisterPasskeyResult.TooMany;
import dev.agora.audit.Act;
import dev.agora.audit.AuditLog;
import dev.agora.audit.Deed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores and removes passkeys, and tells their human by mail. */
@Service
class StorePasskey {

  private final JdbcHumans humans;
  private final JdbcPasskeys passkeys;
  private final JdbcSecondFactors secondFactors;
  private final HumanMails mails;
  private final PasskeyProperties properties;
  private final AuditLog audit;

  StorePasskey(
      JdbcHumans humans,
      JdbcPasskeys passkeys,
      JdbcSecondFactors secondFactors,
      HumanMails mails,
      PasskeyProperties properties,
      AuditLog audit) {
    this.humans = humans;
    this.passkeys = passkeys;
    this.secondFactors = secondFactors;
    this.mails = mails;
    this.properties = properties;
    this.audit = audit;
  }

  @Transactional
  public RegisterPasskeyResult store(Human human, Passkey passkey) {
    humans.lock(human.id());
    if (passkeys.of(human.id()).size() >= properties.perHumanMax()) {
      return new TooMany(properties.perHumanMax());
    }
    if (!passkeys.add(passkey)) {
      return new NotAccepted();
    }
    audit.record(Deed.of(Act.PASSKEY_ADDED, human.id().value(), passkey.id()));
    mails.passkeyAdded(JdbcHumans.key(human.email()));
    return new Registered(passkey);
  }

  /**
   * Removes one. Without any the password has to be enough again: nobody is kept out of their
   * account by what they have thrown away.
   *
   * @return false if the human has none of that id
   */
  @Transactional
  public boolean remove(String id, Human human) {
    HumanId owner = human.id();
    humans.lock(owner);
    if (!passkeys.remove(id, owner)) {
      return false;
    }
    audit.record(Deed.of(Act.PASSKEY_REMOVED, owner.value(), id));
    mails.passkeyRemoved(JdbcHumans.key(human.email()));
    if (passkeys.of(owner).isEmpty() && secondFactors.require(owner, false)) {
      audit.record(SecondFactorChange.deed(owner, false));
    }
    return true;
  }
}
