package dev.agora.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OutboxAgeTest {

  private static final Instant START = Instant.parse("2026-11-29T10:00:00Z");

  private final OutboxAge age = new OutboxAge();

  @Test
  void nothingIsOldUntilSomethingIsLeftBehind() {
    assertThat(age.at(START)).isZero();
    age.walEndsAt(100, START);
    assertThat(age.at(after(7))).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void whatTheRelayHasPassedCountsNoMore() {
    age.walEndsAt(100, START);
    age.walEndsAt(200, after(1));
    age.relayedTo(150);
    assertThat(age.at(after(5))).isEqualTo(Duration.ofSeconds(4));
    age.relayedTo(200);
    assertThat(age.at(after(5))).isZero();
  }

  @Test
  void aRelayThatStandsStillForAnHourIsAnHourBehindAndIsSoonRightAgain() {
    for (int second = 0; second <= 3600; second++) {
      age.walEndsAt(1000 + second, after(second));
    }
    assertThat(age.at(after(3600))).isEqualTo(Duration.ofHours(1));
    age.relayedTo(1000 + 1800);
    assertThat(age.at(after(3600))).isBetween(Duration.ofMinutes(25), Duration.ofMinutes(30));
    age.relayedTo(1000 + 3600);
    assertThat(age.at(after(3600))).isZero();
  }

  @Test
  void anotherLeaderBeginsWithoutWhatWasBehind() {
    age.walEndsAt(100, START);
    age.forget();
    assertThat(age.at(after(60))).isZero();
  }

  private static Instant after(int seconds) {
    return START.plusSeconds(seconds);
  }
}
