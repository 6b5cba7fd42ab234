package dev.agora.messaging.relay;

import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Up while this replica streams, or stands by for the one that does. */
final class RelayHealth implements HealthIndicator {

  private static final Duration STUCK_AT_MOST = Duration.ofSeconds(30);

  private final RelayState state;
  private final RelayProgress progress;

  RelayHealth(RelayState state, RelayProgress progress) {
    this.state = state;
    this.progress = progress;
  }

  @Override
  public Health health() {
    RelayState.Now now = state.now();
    Duration stuck = progress.stuck();
    boolean well =
        switch (now.phase()) {
          case STREAMING -> stuck.compareTo(STUCK_AT_MOST) < 0;
          case STANDBY -> true;
          case STARTING, FAILED, STOPPED -> false;
        };
    Health.Builder health = well ? Health.up() : Health.down();
    health.withDetail("relay", now.phase().name());
    progress
        .slot()
        .ifPresent(
            slot ->
                health
                    .withDetail("slotLagBytes", slot.lagBytes())
                    .withDetail("walStatus", slot.wal().name()));
    if (now.failure() != null) {
      health.withDetail("failure", now.failure());
    }
    if (stuck.isPositive()) {
      health.withDetail("kafkaRefusesFor", stuck.toString());
    }
    return health.build();
  }
}
