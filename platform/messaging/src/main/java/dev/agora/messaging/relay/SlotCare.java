package dev.agora.messaging.relay;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the slot fit for a new engine, and sees that nothing is missed if it was not there. */
final class SlotCare {

  private static final Logger LOG = LoggerFactory.getLogger(SlotCare.class);
  private static final Duration FOREIGN_AT_MOST = Duration.ofSeconds(5);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

  private final JdbcSlot slot;
  private final JdbcWatermark watermark;
  private final JdbcRepublication republication;
  private final Pause pause;

  SlotCare(JdbcSlot slot, JdbcWatermark watermark, JdbcRepublication republication, Pause pause) {
    this.slot = slot;
    this.watermark = watermark;
    this.republication = republication;
    this.pause = pause;
  }

  /** Called by the leader before each engine. */
  void prepare(Delivery delivery) throws InterruptedException {
    SlotStatus status = slot.status();
    if (status.isUsable()) {
      freeFromForeigner(status);
    } else {
      if (watermark.beginRepublication()) {
        LOG.info("nothing was published before: the slot is created");
      } else {
        LOG.warn(
            "the slot is {}: it is created, and what may be missing is published again",
            status.wal());
      }
      if (status.wal() == SlotStatus.Wal.LOST) {
        slot.drop();
      }
      slot.create();
    }
    var due = watermark.republicationDue();
    if (due.isPresent()) {
      republication.publish(due.get(), delivery);
      watermark.endRepublication();
    }
  }

  /** Whoever streams although this process leads has lost the lead and did not notice. */
  private void freeFromForeigner(SlotStatus found) throws InterruptedException {
    SlotStatus status = found;
    for (Duration waited = Duration.ZERO; status.activePid() != null; ) {
      if (waited.compareTo(FOREIGN_AT_MOST) >= 0) {
        LOG.warn("process {} holds the slot without the lead: it is ended", status.activePid());
        slot.terminate(status.activePid());
        waited = Duration.ZERO;
      }
      pause.of(LOOK_AGAIN);
      waited = waited.plus(LOOK_AGAIN);
      status = slot.status();
    }
  }
}
