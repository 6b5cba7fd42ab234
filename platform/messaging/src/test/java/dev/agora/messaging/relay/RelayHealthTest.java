package dev.agora.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class RelayHealthTest {

  private final ManualClock clock = new ManualClock();
  private final RelayState state = new RelayState(new SimpleMeterRegistry());
  private final RelayProgress progress = new RelayProgress(new SimpleMeterRegistry(), clock);
  private final RelayHealth health = new RelayHealth(state, progress);

  private Status status() {
    return health.health().getStatus();
  }

  @Test
  void aRelayIsDownUntilItStreamsOrStandsBy() {
    assertThat(status()).isEqualTo(Status.DOWN);
    state.standby();
    assertThat(status()).isEqualTo(Status.UP);
    state.starting();
    assertThat(status()).isEqualTo(Status.DOWN);
    state.streaming();
    assertThat(status()).isEqualTo(Status.UP);
    state.stopped();
    assertThat(status()).isEqualTo(Status.DOWN);
  }

  @Test
  void aFailureShowsUntilTheNextEngineStreams() {
    state.failed(new IllegalStateException("the slot is gone"));
    state.starting();
    assertThat(status()).isEqualTo(Status.DOWN);
    assertThat(health.health().getDetails().get("failure")).asString().contains("slot is gone");
    state.streaming();
    assertThat(status()).isEqualTo(Status.UP);
  }

  @Test
  void aKafkaThatRefusesForLongIsNotWell() {
    state.streaming();
    progress.began(1);
    progress.resending();
    clock.now = clock.now.plus(Duration.ofSeconds(29));
    assertThat(status()).isEqualTo(Status.UP);
    clock.now = clock.now.plus(Duration.ofSeconds(2));
    assertThat(status()).isEqualTo(Status.DOWN);
    progress.finished(1, clock.now);
    assertThat(status()).isEqualTo(Status.UP);
  }

  @Test
  void aRelayThatIsDeliveringIsNotSilent() {
    progress.began(1);
    clock.now = clock.now.plus(Duration.ofMinutes(5));
    assertThat(progress.silence()).isZero();
    progress.finished(0, null);
    clock.now = clock.now.plus(Duration.ofSeconds(3));
    assertThat(progress.silence()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void pausesDoubleUpToTheLongestAndBeginAgain() {
    Backoff backoff = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(1));
    assertThat(backoff.next()).isEqualTo(Duration.ofMillis(250));
    assertThat(backoff.next()).isEqualTo(Duration.ofMillis(500));
    assertThat(backoff.next()).isEqualTo(Duration.ofSeconds(1));
    assertThat(backoff.next()).isEqualTo(Duration.ofSeconds(1));
    backoff.reset();
    assertThat(backoff.next()).isEqualTo(Duration.ofMillis(250));
  }

  private static final class ManualClock extends Clock {

    private Instant now = Instant.parse("2026-11-22T10:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
