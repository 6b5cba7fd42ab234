package dev.agora.accounts.human;

import dev.agora.accounts.audit.Act;
import dev.agora.accounts.audit.AuditLog;
import dev.agora.accounts.audit.Deed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores a human, tells other services and asks for the mail, in one transaction. */
@Service
class EnterHuman {

  private final JdbcHumans humans;
  private final HumanEvents events;
  private final HumanMails mails;
  private final AuditLog audit;

  EnterHuman(JdbcHumans humans, HumanEvents events, HumanMails mails, AuditLog audit) {
    this.audit = audit;
    this.mails = mails;
    this.humans = humans;
    this.events = events;
  }

  /** False, and nothing happens, if another human has the address. */
  @Transactional
  boolean enter(Human human, String passwordHash) {
    if (!humans.add(human, passwordHash)) {
      return false;
    }
    events.changed(human, human.createdAt());
    String id = human.id().value();
    audit.record(Deed.of(Act.SIGNED_UP, id, id).by(id));
    if (!human.emailConfirmed()) {
      mails.confirmAddress(JdbcHumans.key(human.email()));
    }
    return true;
  }
}
