package dev.agora.accounts.human;

import java.time.Instant;

/** Tells other services, with the current transaction. */
public interface HumanEvents {

  void changed(Human human, Instant at);

  /** That whatever is known of the human is to be forgotten; the id stays. */
  void deleted(HumanId human, long version, Instant at);
}
