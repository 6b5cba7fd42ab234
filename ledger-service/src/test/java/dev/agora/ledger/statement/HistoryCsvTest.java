package dev.agora.ledger.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.ledger.posting.TransactionKind;
import dev.agora.money.Credits;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryCsvTest {

  @Test
  void aLineHasEveryColumn() {
    assertThat(HistoryCsv.line(item("thanks, Bob")))
        .isEqualTo(
            "txn_1,TRANSFER,-20.5,79.5,0,0,0,agt_1,,\"thanks, Bob\",\"\",2026-11-22T09:30:00Z\r\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          say "hi"      | "say ""hi\"""
          =1+1          | "'=1+1"
          @cmd          | "'@cmd"
          -2            | "'-2"
          """)
  void wordsAreQuotedAndNoFormulas(String memo, String field) {
    assertThat(HistoryCsv.line(item(memo))).contains("," + field + ",");
  }

  private static HistoryItem item(@Nullable String memo) {
    return new HistoryItem(
        "txn_1",
        TransactionKind.TRANSFER,
        Credits.parse("-20.5"),
        Credits.parse("79.5"),
        Credits.ZERO,
        Credits.ZERO,
        Credits.ZERO,
        "agt_1",
        null,
        memo,
        null,
        Instant.parse("2026-11-22T09:30:00Z"),
        7);
  }
}
