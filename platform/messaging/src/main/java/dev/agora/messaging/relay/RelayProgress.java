package dev.agora.messaging.relay;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** How far the relay is, for its watchdog, its health and its gauges. */
final class RelayProgress {

  private static final double MILLIS_PER_SECOND = 1000;

  private final Clock clock;
  private final OutboxAge age = new OutboxAge();
  private final Counter resends;
  private final DistributionSummary batches;
  private volatile long position;
  private volatile Instant lastSeen;
  private volatile boolean busy;
  private volatile @Nullable Instant stuckSince;
  private volatile @Nullable Instant newest;
  private volatile @Nullable SlotStatus slot;

  RelayProgress(MeterRegistry meters, Clock clock) {
    this.clock = clock;
    this.lastSeen = clock.instant();
    this.resends = meters.counter("agora.relay.resends");
    this.batches = meters.summary("agora.relay.batch.size");
    Gauge.builder("agora.relay.slot.lag", () -> ofSlot(SlotStatus::lagBytes))
        .description("WAL kept for the slot; this and the next two only while leading")
        .baseUnit("bytes")
        .register(meters);
    Gauge.builder("agora.relay.slot.active", () -> ofSlot(now -> now.activePid() == null ? 0 : 1))
        .register(meters);
    Gauge.builder("agora.relay.slot.wal.status", () -> ofSlot(now -> now.wal().severity()))
        .description("0 reserved, 1 extended, 2 unreserved, 3 lost, 4 missing")
        .register(meters);
    Gauge.builder("agora.relay.newest.age", this::newestAgeMillis)
        .description("since the newest relayed message was written")
        .baseUnit("ms")
        .register(meters);
    Gauge.builder("agora.outbox.age", this::outboxAgeSeconds)
        .description("since all was relayed that was committed then; only while leading")
        .baseUnit("seconds")
        .register(meters);
  }

  /** A batch came, to this position of the WAL. */
  void began(long at) {
    busy = true;
    position = Math.max(position, at);
    lastSeen = clock.instant();
  }

  /** Its messages are acknowledged and marked. */
  void finished(int messages, @Nullable Instant newestCreatedAt) {
    if (messages > 0) {
      batches.record(messages);
      newest = newestCreatedAt;
    }
    stuckSince = null;
    lastSeen = clock.instant();
    busy = false;
    age.relayedTo(position);
  }

  /** Kafka did not acknowledge everything. */
  void resending() {
    resends.increment();
    if (stuckSince == null) {
      stuckSince = clock.instant();
    }
  }

  /** A new engine begins. */
  void restarted() {
    busy = false;
    stuckSince = null;
    position = 0;
    lastSeen = clock.instant();
  }

  void slot(SlotStatus status) {
    slot = status;
    age.walEndsAt(status.walEnd(), clock.instant());
  }

  Optional<SlotStatus> slot() {
    return Optional.ofNullable(slot);
  }

  /** Another replica may lead now, so this one knows nothing of the slot. */
  void left() {
    slot = null;
    age.forget();
  }

  long position() {
    return position;
  }

  Optional<Instant> newest() {
    return Optional.ofNullable(newest);
  }

  /** How long Kafka has been refusing; zero while all is well. */
  Duration stuck() {
    Instant since = stuckSince;
    return since == null ? Duration.ZERO : Duration.between(since, clock.instant());
  }

  /** How long nothing was seen, not even a heartbeat; zero while a batch is being delivered. */
  Duration silence() {
    return busy ? Duration.ZERO : Duration.between(lastSeen, clock.instant());
  }

  private double ofSlot(ToDoubleFunction<SlotStatus> value) {
    SlotStatus now = slot;
    return now == null ? Double.NaN : value.applyAsDouble(now);
  }

  private double outboxAgeSeconds() {
    return slot == null ? Double.NaN : age.at(clock.instant()).toMillis() / MILLIS_PER_SECOND;
  }

  private double newestAgeMillis() {
    Instant at = newest;
    return at == null ? Double.NaN : Duration.between(at, clock.instant()).toMillis();
  }
}
