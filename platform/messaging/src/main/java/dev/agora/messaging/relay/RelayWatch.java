package dev.agora.messaging.relay;

import dev.agora.messaging.MessagingProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Looks after a running engine: notes how far it is, and whether it is still alive. */
final class RelayWatch {

  private static final Logger LOG = LoggerFactory.getLogger(RelayWatch.class);
  private static final Duration NOTE_EVERY = Duration.ofSeconds(1);
  private static final Duration DRAIN_LOOKS = Duration.ofMillis(20);
  private static final int HEARTBEATS_MISSED = 3;

  private final JdbcSlot slot;
  private final JdbcWatermark watermark;
  private final RelayProgress progress;
  private final Duration silenceAtMost;
  private final Pause pause;
  private final Clock clock;
  private Instant lastNote = Instant.EPOCH;
  private Instant lastMark = Instant.EPOCH;

  RelayWatch(
      JdbcSlot slot,
      JdbcWatermark watermark,
      RelayProgress progress,
      MessagingProperties properties,
      Pause pause,
      Clock clock) {
    this.slot = slot;
    this.watermark = watermark;
    this.progress = progress;
    this.silenceAtMost = properties.relay().heartbeatInterval().multipliedBy(HEARTBEATS_MISSED);
    this.pause = pause;
    this.clock = clock;
  }

  /**
   * Looks once.
   *
   * @throws IllegalStateException if the engine is silent while the slot falls behind
   */
  void look() {
    Instant now = clock.instant();
    if (Duration.between(lastNote, now).compareTo(NOTE_EVERY) < 0) {
      return;
    }
    lastNote = now;
    long lagBefore = lag();
    note();
    if (progress.silence().compareTo(silenceAtMost) > 0 && lag() > lagBefore) {
      throw new IllegalStateException(
          "not even a heartbeat for " + progress.silence() + ", and the slot falls behind");
    }
  }

  /** Waits until all that is committed by now is published. */
  void drain(Duration atMost) throws InterruptedException {
    try {
      long all = slot.mark();
      Instant deadline = clock.instant().plus(atMost);
      while (progress.position() < all && clock.instant().isBefore(deadline)) {
        pause.of(DRAIN_LOOKS);
      }
      note();
    } catch (DataAccessException unreachable) {
      LOG.warn("stopping without the last messages; they follow later", unreachable);
    }
  }

  private long lag() {
    return progress.slot().map(SlotStatus::lagBytes).orElse(0L);
  }

  private void note() {
    try {
      progress.slot(slot.status());
      Instant newest = progress.newest().orElse(lastMark);
      if (newest.isAfter(lastMark)) {
        watermark.advance(newest);
        lastMark = newest;
      }
    } catch (DataAccessException unreachable) {
      LOG.warn("cannot look at the slot: {}", unreachable.getMessage());
    }
  }
}
