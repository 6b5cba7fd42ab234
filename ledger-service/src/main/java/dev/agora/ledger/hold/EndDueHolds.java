package dev.agora.ledger.hold;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.journal.Postings;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Writes down that holds are over, for histories and events. Whatever is decided or read meanwhile
 * knows it without that.
 */
@Component
class EndDueHolds {

  private static final Logger log = LoggerFactory.getLogger(EndDueHolds.class);
  private static final int BATCH_MAX = 500;

  private final JdbcPlainHolds holds;
  private final Postings postings;

  EndDueHolds(JdbcPlainHolds holds, Postings postings) {
    this.holds = holds;
    this.postings = postings;
  }

  @Scheduled(fixedDelayString = "${agora.ledger.hold.sweep-every:PT0.5S}")
  void sweep() {
    Set<AgentId> payers = holds.payersOfDue(BATCH_MAX);
    if (payers.isEmpty()) {
      return;
    }
    try {
      postings.endDueHolds(payers);
    } catch (RuntimeException down) {
      // The next look repeats it; nothing depends on it in time.
      log.warn("{} agents' holds could not be ended: {}", payers.size(), down.toString());
    }
  }
}
