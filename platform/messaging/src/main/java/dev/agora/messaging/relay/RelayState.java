package dev.agora.messaging.relay;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

/** What this replica's relay is doing. */
final class RelayState {

  /** The kinds of doing. */
  enum Phase {
    STARTING,
    STREAMING,
    STANDBY,
    FAILED,
    STOPPED
  }

  /** What it does, and of a failure why. */
  record Now(Phase phase, @Nullable String failure) {}

  private volatile Now now = new Now(Phase.STARTING, null);

  RelayState(MeterRegistry meters) {
    Gauge.builder("agora.relay.leading", () -> now.phase() == Phase.STREAMING ? 1 : 0)
        .register(meters);
  }

  Now now() {
    return now;
  }

  void starting() {
    // A relay that failed stays so until its successor streams.
    if (now.phase() != Phase.FAILED) {
      now = new Now(Phase.STARTING, null);
    }
  }

  void streaming() {
    now = new Now(Phase.STREAMING, null);
  }

  void standby() {
    now = new Now(Phase.STANDBY, null);
  }

  void failed(Throwable failure) {
    now = new Now(Phase.FAILED, failure.toString());
  }

  void stopped() {
    now = new Now(Phase.STOPPED, null);
  }
}
