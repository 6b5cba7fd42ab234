package dev.agora.payout.cap;

import dev.agora.money.Credits;
import java.time.YearMonth;

/** What was reserved in a month, by an agent or by all agents of an owner. */
interface CapCounter {

  /** Whose counter. */
  enum Kind {
    AGENT,
    OWNER
  }

  /** Adds to a counter, unless it would pass the cap; false, and nothing is added, if so. */
  boolean add(Kind kind, String subjectId, YearMonth month, Credits amount, Credits cap);

  void subtract(Kind kind, String subjectId, YearMonth month, Credits amount);

  Credits used(Kind kind, String subjectId, YearMonth month);
}
