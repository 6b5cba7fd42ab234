package dev.agora.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class JdbcPartitionKeeperTest {

  @Test
  void theIdsOfADayLieBetweenItsBounds() {
    String bound = JdbcPartitionKeeper.firstUuidOf(LocalDate.parse("2026-11-22")).toString();
    String next = JdbcPartitionKeeper.firstUuidOf(LocalDate.parse("2026-11-23")).toString();
    String first =
        UuidCreator.getTimeOrderedEpoch(Instant.parse("2026-11-22T00:00:00Z")).toString();
    String last =
        UuidCreator.getTimeOrderedEpoch(Instant.parse("2026-11-22T23:59:59.999Z")).toString();
    assertThat(bound).isLessThan(first);
    assertThat(last).isGreaterThan(first).isLessThan(next);
  }
}
