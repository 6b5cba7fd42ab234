package dev.agora.accounts.human;

import java.time.Instant;

/** Tells other services, with the current transaction. */
public interface HumanEvents {

  void changed(Human human, Instant at);
}
