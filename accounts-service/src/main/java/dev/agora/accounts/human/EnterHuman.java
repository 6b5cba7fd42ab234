package dev.agora.accounts.human;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores a human and tells other services, in one transaction. */
@Service
class EnterHuman {

  private final JdbcHumans humans;
  private final HumanEvents events;

  EnterHuman(JdbcHumans humans, HumanEvents events) {
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
    return true;
  }
}
