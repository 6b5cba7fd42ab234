package dev.agora.ledger.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionIdTest {

  private static final Instant AT = Instant.parse("2026-11-22T09:30:00.123456Z");

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 4096, 123_456_789_012L, (1L << 62) - 1})
  void theNumberIsFoundAgain(long number) {
    TransactionId id = TransactionId.of(AT, number);

    assertThat(id.value()).matches("txn_[0-9a-f]{32}");
    assertThat(TransactionId.numberIn(id.value())).hasValue(number);
  }

  @Test
  void idsSortByTimeThenNumber() {
    assertThat(TransactionId.of(AT, 2).value())
        .isLessThan(TransactionId.of(AT, 3).value())
        .isLessThan(TransactionId.of(AT.plusMillis(1), 1).value())
        .isLessThan(TransactionId.of(AT.plusNanos(1_000), 1).value());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "txn_", "txn_00000000000000000000000000000000", "trf_x"})
  void anythingElseNamesNoTransaction(String text) {
    assertThat(TransactionId.numberIn(text)).isEqualTo(OptionalLong.empty());
  }
}
