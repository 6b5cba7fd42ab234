package dev.agora.audit;

import dev.agora.messaging.outbox.EventType;
import dev.agora.messaging.outbox.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.transaction.annotation.Transactional;

/** Tells accounts-service, which keeps the log. */
public class OutboxAuditLog implements AuditLog {

  private static final EventType DONE = new EventType("accounts.acts.v1", "accounts.act-done", 1);

  private final Outbox outbox;
  private final Clock clock;

  /**
   * Makes one.
   *
   * @param clock says when an act is done
   */
  public OutboxAuditLog(Outbox outbox, Clock clock) {
    this.outbox = outbox;
    this.clock = clock;
  }

  /** What the message carries. */
  record ActDone(
      String act,
      String actor,
      String source,
      String subject,
      String target,
      Map<String, String> before,
      Map<String, String> after,
      Instant at) {

    static ActDone of(Deed deed, Instant at) {
      return new ActDone(
          deed.act().name(),
          deed.actor(),
          deed.source(),
          deed.subject(),
          deed.target(),
          deed.before(),
          deed.after(),
          at);
    }
  }

  @Override
  @Transactional
  public void record(Deed deed) {
    outbox.publish(
        DONE, deed.subject(), ActDone.of(deed, clock.instant().truncatedTo(ChronoUnit.MICROS)));
  }
}
