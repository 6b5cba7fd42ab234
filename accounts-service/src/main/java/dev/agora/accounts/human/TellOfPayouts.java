package dev.agora.accounts.human;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Mails a human what happened to where their dollars go, in case it was somebody else. */
@Service
public class TellOfPayouts {

  private final JdbcHumans humans;
  private final HumanMails mails;

  TellOfPayouts(JdbcHumans humans, HumanMails mails) {
    this.humans = humans;
    this.mails = mails;
  }

  /** Does nothing for somebody who is gone. */
  @Transactional
  public void destinationChanged(HumanId id) {
    humans
        .find(id)
        .ifPresent(human -> mails.payoutDestinationChanged(JdbcHumans.key(human.email())));
  }
}
