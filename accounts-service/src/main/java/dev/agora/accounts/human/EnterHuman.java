package dev.agora.accounts.human;

import dev.agora.accounts.attempt.MailAttempts;
import dev.agora.audit.Act;
import dev.agora.audit.AuditLog;
import dev.agora.audit.Deed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores a human, tells other services and asks for the mail, in one transaction. */
@Service
class EnterHuman {

  private final JdbcHumans humans;
  private final HumanEvents events;
  private final HumanMails mails;
  private final MailAttempts attempts;
  private final AuditLog audit;

  EnterHuman(
      JdbcHumans humans,
      HumanEvents events,
      HumanMails mails,
      MailAttempts attempts,
      AuditLog audit) {
    this.attempts = attempts;
    this.audit = audit;
    this.mails = mails;
    this.humans = humans;
    this.events = events;
  }

  /**
   * Whoever has the address already is told by mail, and nobody else: who signed up can not know
   * whether they did.
   */
  @Transactional
  void enter(Human human, String passwordHash) {
    String emailKey = JdbcHumans.key(human.email());
    // Taken in both cases: how many mails may still be asked for would tell.
    boolean mayMail = attempts.take(emailKey).isEmpty();
    if (!humans.add(human, passwordHash)) {
      tellOwner(emailKey, mayMail);
      return;
    }
    events.changed(human, human.createdAt());
    String id = human.id().value();
    audit.record(Deed.of(Act.SIGNED_UP, id, id).by(id));
    if (!human.emailConfirmed()) {
      mails.confirmAddress(emailKey);
    }
  }

  private void tellOwner(String emailKey, boolean mayMail) {
    humans
        .findByKey(emailKey)
        .map(owner -> owner.id().value())
        .ifPresent(id -> audit.record(Deed.of(Act.SIGN_UP_REPEATED, id, id)));
    if (mayMail) {
      mails.signUpTried(emailKey);
    }
  }
}
