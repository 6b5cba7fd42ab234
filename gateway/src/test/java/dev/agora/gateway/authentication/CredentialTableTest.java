package dev.agora.gateway.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CredentialTableTest {

  private final ManualClock clock = new ManualClock();
  private final CredentialTable table = new CredentialTable(clock, Duration.ofSeconds(5));

  @Test
  void newerNewsWinsInWhateverOrderItComes() {
    table.apply(credential(2, true, null));
    table.apply(credential(1, false, null));

    assertThat(table.find("0123456789ab"))
        .hasValueSatisfying(known -> assertThat(known.revoked()).isTrue());
  }

  @Test
  void whatExpiredLongAgoIsForgotten() {
    table.apply(credential(1, false, clock.instant().plusSeconds(60)));
    clock.advance(Duration.ofMinutes(2));
    table.forgetExpired();
    assertThat(table.find("0123456789ab")).as("expired just now").isPresent();

    clock.advance(Duration.ofHours(1));
    table.forgetExpired();
    assertThat(table.find("0123456789ab")).as("expired an hour ago").isEmpty();
  }

  @Test
  void isCurrentOnlyForAWhileAfterItCaughtUp() {
    assertThat(table.isComplete()).isFalse();
    assertThat(table.isCurrent()).isFalse();

    table.caughtUp();
    assertThat(table.isCurrent()).isTrue();

    clock.advance(Duration.ofSeconds(5));
    assertThat(table.isCurrent()).isFalse();
    assertThat(table.isComplete()).isTrue();
  }

  private static Credential credential(long version, boolean revoked, @Nullable Instant expiresAt) {
    Caller caller = new Caller("agt_1", List.of("AGENT"), List.of(), "0123456789ab");
    return new Credential(
        "0123456789ab",
        CredentialKind.KEY,
        new byte[32],
        caller,
        expiresAt,
        revoked,
        version,
        List.of());
  }
}
